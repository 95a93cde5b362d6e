"""Preferences take loose writing into one normal form, or say of every field what is wrong (SPEC 3.1)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.profile.choices import CompanySize, EmploymentType, Remote, normalise_choice
from roleferry.domain.model.profile.preferences import InvalidPreferences, Preferences

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
NAMES = sorted(Preferences.__dataclass_fields__)


def wrong_paths(written: dict[str, object]) -> set[str]:
    with pytest.raises(InvalidPreferences) as caught:
        Preferences.of(written)
    return {error.path for error in caught.value.errors}


@pytest.mark.parametrize("written", ["Remote", "remote only", "REMOTE_ONLY", "remote-only", " Fully  remote "])
def test_every_way_to_say_remote_only_is_remote_only(written: str) -> None:
    assert normalise_choice(Remote, written) is Remote.REMOTE_ONLY


def test_sizes_are_read_with_dashes_of_every_kind() -> None:
    written = ["1–50", "251-1,000", "5001+", "5000+"]
    assert [normalise_choice(CompanySize, size) for size in written] == [
        CompanySize.TINY,
        CompanySize.MIDDLE,
        CompanySize.HUGE,
        CompanySize.HUGE,
    ]


def test_loose_writing_becomes_one_normal_form() -> None:
    preferences = Preferences.of(
        {
            "titles": [" Data  Engineer ", "data engineer", "", "Analytics Engineer"],
            "seniority": "Sr.",
            "remote": "Remote",
            "salary_min": "120,000",
            "salary_max": 150000,
            "currency": "usd",
            "employment_types": ["Full-time", "permanent"],
        }
    )
    assert preferences.titles == ("Data Engineer", "Analytics Engineer")
    assert preferences.seniority is Seniority.SENIOR
    assert (preferences.salary_min, preferences.salary_max) == (Decimal(120000), Decimal(150000))
    assert preferences.currency == "USD"
    assert preferences.employment_types == (EmploymentType.FULL_TIME,)
    assert preferences.tags == ("senior", "data-engineer", "analytics-engineer", "remote")


def test_a_location_is_required_unless_the_work_is_remote_only() -> None:
    assert wrong_paths({}) == {"locations"}
    assert wrong_paths({"remote": "hybrid"}) == {"locations"}
    assert Preferences.of({"remote": "remote only"}).locations == ()
    assert Preferences.of({"locations": ["Leeds"]}).remote is Remote.ANY


def test_every_wrong_field_is_named_at_once() -> None:
    written: dict[str, object] = {
        "salary_min": -1,
        "salary_max": "plenty",
        "currency": "dollars",
        "remote": "on the moon",
        "titles": "Engineer",
        "company_sizes": ["1-50", "big"],
        "colour": "red",
    }
    assert wrong_paths(written) == {
        "salary_min",
        "salary_max",
        "currency",
        "remote",
        "titles",
        "company_sizes.1",
        "colour",
    }


def test_the_highest_salary_is_not_below_the_lowest() -> None:
    assert wrong_paths({"locations": ["Oslo"], "salary_min": 10, "salary_max": 9}) == {"salary_max"}
    assert Preferences.of({"locations": ["Oslo"], "salary_min": 10, "salary_max": 10}).salary_max == 10


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-0.01", True, [1], "1e400"])
def test_what_is_not_money_is_refused(amount: object) -> None:
    assert wrong_paths({"locations": ["Oslo"], "salary_min": amount}) == {"salary_min"}


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=6))
def test_whatever_is_written_is_taken_or_refused_with_reasons(written: dict[str, object]) -> None:
    preferences = _taken_or_refused(written)
    if preferences:
        assert preferences.locations or preferences.remote is Remote.REMOTE_ONLY
        assert (preferences.salary_min or 0) >= 0
        assert all(tag == tag.casefold() and " " not in tag for tag in preferences.tags)


def _taken_or_refused(written: dict[str, object]) -> Preferences | None:
    try:
        return Preferences.of(written)
    except InvalidPreferences as refusal:
        if not refusal.errors:
            raise
        return None


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text(max_size=20), max_size=5),
    st.sampled_from(Remote),
    st.none() | st.sampled_from(Seniority),
    st.none() | st.integers(0, 10**6),
)
def test_the_normal_form_is_its_own_normal_form(
    titles: list[str], remote: Remote, seniority: Seniority | None, salary: int | None
) -> None:
    once = Preferences.of(
        {"titles": titles, "remote": remote, "seniority": seniority, "salary_min": salary, "locations": ["Lima"]}
    )
    assert Preferences.of({name: getattr(once, name) for name in NAMES}) == once

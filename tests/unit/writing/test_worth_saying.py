"""What a reader of whole sequences stumbled over: empty skill names, the same thing twice, lists cut short."""

from __future__ import annotations

import pytest

from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.profile.resume import Direction, KeyMetric, Skill
from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.clauses import shorter
from roleferry.domain.model.writing.first_person import as_done
from roleferry.domain.model.writing.same_result import same_result
from roleferry.domain.model.writing.telling import names_a_tool, telling


def _skill(name: str, *, listed: bool = True, written: str | None = None) -> Skill:
    kind = load_vocabulary().skill_kind(name)
    return Skill(
        name=name, written=written or name, span=Span(0, 1), listed=listed, category=kind.value if kind else ""
    )


@pytest.mark.parametrize("name", ["Kafka", "C++", "SQL", "dbt 2", "SEO", "HubSpot", "Haproxy-like Thing"])
def test_a_tool_is_worth_naming_wherever_it_stands(name: str) -> None:
    assert telling(_skill(name, listed=False))
    assert names_a_tool(_skill(name))


def test_a_figure_is_not_said_with_half_of_what_it_counts() -> None:
    metric = KeyMetric(value="8", unit="newly", direction=Direction.STATED, sentence="8 newly hired", span=Span(0, 1))
    assert metric.words == "8"


@pytest.mark.parametrize(
    "name", ["automation", "robotics", "electronics", "farming", "APIs", "German", "sales", "OSCP", "Windows"]
)
def test_a_field_of_work_or_a_language_is_not_worth_naming(name: str) -> None:
    assert not telling(_skill(name))


def test_plain_words_are_worth_naming_only_where_the_person_lists_them() -> None:
    assert telling(_skill("fleet management"))
    assert not telling(_skill("fleet management", listed=False))
    assert not telling(_skill("backend development", written="Backend"))


def test_a_bullet_and_its_summary_are_one_result() -> None:
    assert same_result(
        "Architect scheduling software for 1,300+ trams across 4 depots",
        "Architected scheduling software for 1,300+ trams across 4 Ostra depots",
    )
    assert not same_result("Led a team of 8 engineers at the depot", "Cut waiting times by 8 minutes in spring")
    assert not same_result("Wrote the handbook for new drivers", "Wrote the handbook for new planners")


def test_a_list_is_never_cut_before_its_last_member() -> None:
    assert "Trained 8 clerks on filing, billing" not in shorter("Trained 8 clerks on filing, billing, and records")
    assert "Trained 8 clerks on filing" in shorter("Trained 8 clerks on filing, billing, and records")


def test_a_first_member_that_waits_for_the_noun_of_the_last_is_not_left_alone() -> None:
    assert shorter("Performed system, network, and data audits for 12 clients") == ()
    assert shorter("Led product, design, and engineering teams across 3 sites") == ()
    assert "Trained 8 clerks on filing" in shorter("Trained 8 clerks on filing, billing, and hospital records")


def test_a_list_joined_without_a_space_is_a_list_too() -> None:
    assert "Performed monitoring of pumps, logging" not in shorter(
        "Performed monitoring of pumps, logging, repair,& more"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Led cross-functional team of 8 engineers", "led a cross-functional team of 8 engineers"),
        ("Supervise crew of 12 fitters", "supervise a crew of 12 fitters"),
        ("Led a team of 8 engineers", "led a team of 8 engineers"),
        ("Led our small team of 8 engineers", "led our small team of 8 engineers"),
    ],
)
def test_a_team_gets_back_the_article_that_resumes_leave_out(line: str, told: str) -> None:
    assert as_done(line) == told

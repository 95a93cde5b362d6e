"""Names of adverts that were swapped, shouted or torn apart."""

from __future__ import annotations

from datetime import date

import pytest

from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.jobs.posting import Posting, WorkMode
from roleferry.domain.model.jobs.reading import read_posting

_DUTIES = "\n\nResponsibilities\n- Inspect switchgear before handover\n- Plan the work of two shifts\n"


def _read(top: str) -> Posting:
    return read_posting(top + _DUTIES, vocabulary=load_vocabulary(), today=date(2026, 3, 2))


def test_a_place_in_brackets_behind_the_company_is_the_place() -> None:
    posting = _read("Senior Penetration Tester at Quillon Security (Remote, US)")
    assert (posting.title, posting.company, posting.location) == ("Senior Penetration Tester", "Quillon Security", "US")


def test_the_line_between_title_and_place_is_the_company_and_not_what_follows_the_title() -> None:
    posting = _read("ELECTRICAL SUPERINTENDENT - DATA CENTERS\nOstra Electric\nPhoenix, AZ")
    assert (posting.title, posting.company) == ("Electrical Superintendent", "Ostra Electric")


def test_a_team_between_title_and_place_is_no_company() -> None:
    assert _read("Data Engineer - Norvane\nPlatform Team\nBerlin").company == "Norvane"


def test_short_words_of_a_shouted_title_may_be_abbreviations() -> None:
    assert _read("HEAD OF QA AND IT SUPPORT\nNorvane\nBerlin").title == "Head of QA and IT Support"


@pytest.mark.parametrize(
    ("written", "place", "mode"),
    [
        ("Berlin (Remote)", "Berlin", WorkMode.REMOTE),
        ("Location: Munich, Germany (on-site)", "Munich, Germany", WorkMode.ONSITE),
        ("Location: Remote - Germany", "Germany", WorkMode.REMOTE),
        ("Hybrid, Leeds", "Leeds", WorkMode.HYBRID),
        ("Location: London / hybrid (3 days office)", "London", WorkMode.HYBRID),
        ("Austin, TX - Remote", "Austin, TX", WorkMode.REMOTE),
        ("Remote (EU)", "EU", WorkMode.REMOTE),
        ("Location: Remote", None, WorkMode.REMOTE),
        ("Location: Berlin or remote", "Berlin", WorkMode.REMOTE),
        ("Austin, TX", "Austin, TX", None),
        ("Location: Onsite Village", "Onsite Village", None),
    ],
)
def test_the_way_of_working_is_no_part_of_the_place(written: str, place: str | None, mode: WorkMode | None) -> None:
    posting = _read(f"Data Engineer\nNorvane\n{written}")
    assert posting.location == place
    assert posting.work_mode in {mode, WorkMode.ONSITE} if mode is None else posting.work_mode is mode

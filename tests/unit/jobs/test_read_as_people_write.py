"""Headers, pay and places as people write them, by what reading whole reports found wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.jobs.posting import Posting, WorkMode
from roleferry.domain.model.jobs.reading import read_posting

_DUTIES = "\n\nResponsibilities\n- Plan the work of the crew\n- Keep the daily log\n"


def read(text: str) -> Posting:
    return read_posting(text, vocabulary=load_vocabulary(), today=date(2026, 11, 22))


@pytest.mark.parametrize(
    ("head", "company", "location"),
    [
        ("Lead Electrician – Hospital Projects\nCastle Electrical, Houston TX", "Castle Electrical", "Houston TX"),
        ("Data Analyst\nBright Harbor Union | Portland, OR or Vancouver, WA", "Bright Harbor Union", None),
        ("Warehouse Operative - Nights\nAgency: Fastline Ltd", "Fastline Ltd", None),
        ("Security Tester\nKestrel & Roe, Leeds (remote, one day a month in the office).", "Kestrel & Roe", "Leeds"),
        ("Java Engineer\nLocation: London EC2, hybrid – 3 days a week in the office", None, "London EC2"),
        ("Data Engineer\nAcme Ltd, Austin, TX (Hybrid, 3 days in office)", "Acme Ltd", "Austin, TX"),
        ("Java Engineer\n\nTidewater Pay processes card payments for shops.", "Tidewater Pay", None),
        (
            "Rechtsanwalt (m/w/d)\nHohenstein GmbH, Frankfurt\n\nIhre Aufgaben\n• Beratung",
            "Hohenstein GmbH",
            "Frankfurt",
        ),
    ],
)
def test_a_firm_is_told_from_places_teams_and_headings(head: str, company: str | None, location: str | None) -> None:
    posting = read(head + _DUTIES)
    assert posting.company == company
    assert location is None or posting.location == location


def test_a_title_nobody_listed_is_known_by_the_mark_for_all_genders() -> None:
    assert read("Rechtsanwalt Gesellschaftsrecht (m/w/d)\nHohenstein GmbH" + _DUTIES).title == (
        "Rechtsanwalt Gesellschaftsrecht"
    )


@pytest.mark.parametrize(
    ("pay", "minimum", "period"),
    [
        ("Two days a month in the office. £55,000–£68,000.", 55_000, "year"),
        ("Salary £35,419–£52,000 pro rata | 39 hrs/week", 35_419, "year"),
        ("Pay: $44/hr - $49/hr, DOE", 44, "hour"),
        ("Monthly salary: 45,000 USD", 45_000, "month"),
    ],
)
def test_how_often_one_comes_in_is_no_period_of_pay(pay: str, minimum: int, period: str) -> None:
    salary = read(f"Data Engineer\nAcme Ltd\n{pay}{_DUTIES}").salary
    assert salary is not None
    assert (salary.minimum, salary.period) == (Decimal(minimum), period)


def test_depending_on_experience_a_postcode_and_the_firms_own_name_are_no_skills() -> None:
    posting = read("Java Engineer\nHarrow Mutual Insurance, London EC2\nSalary £75k pa, DOE\nJava and AWS" + _DUTIES)
    assert {skill.written for skill in posting.skills} & {"DOE", "Insurance"} == set()
    assert "EC2" not in {skill.written for skill in posting.skills}


def test_hybrid_stays_hybrid_where_full_remote_is_ruled_out() -> None:
    assert (
        read("Data Analyst (Hybrid, 3 days)\nAcme Ltd\nRemote is not available." + _DUTIES).work_mode is WorkMode.HYBRID
    )

"""Years, work mode, employment type, the day of posting, must and nice."""

from datetime import date

import pytest

from roleferry.domain.model.jobs.posting import Need, WorkMode
from roleferry.domain.model.jobs.reading.facts import employment_type, posted_at, work_mode, years_required
from roleferry.domain.model.jobs.reading.needs import need_at, need_of

_TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        (["5+ years of Python"], 5),
        (["At least three years' experience"], 3),
        (["3-5 years in sales", "2 years of SQL"], 3),
        (["two (2) years"], 2),
        (["8 yrs in finance"], 8),
        (["10 or more years"], 10),
        (["You are 18 years old or older"], None),
        (["Experience with Python"], None),
        (["1,200 years"], None),
        (["99 years"], None),
        ([], None),
    ],
)
def test_the_lower_end_of_the_most_years_counts(asked: list[str], years: int | None) -> None:
    assert years_required(asked) == years


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("Location: Remote (US)", WorkMode.REMOTE),
        ("This is a fully remote position", WorkMode.REMOTE),
        ("Work from home", WorkMode.REMOTE),
        ("Berlin (Hybrid)", WorkMode.HYBRID),
        ("Three days a week in the office", WorkMode.HYBRID),
        ("This is an on-site role in Leeds", WorkMode.ONSITE),
        ("Office-based in York", WorkMode.ONSITE),
        ("This is not a remote role", WorkMode.ONSITE),
        ("No remote", WorkMode.ONSITE),
        ("Manage remote teams and remote servers", None),
        ("Experience with hybrid cloud", None),
        ("On-site gym and parking", None),
        ("A job in Leeds", None),
    ],
)
def test_the_work_mode_is_what_the_advert_says(line: str, mode: WorkMode | None) -> None:
    assert work_mode([line]) is mode


@pytest.mark.parametrize(
    ("header", "body", "kind"),
    [
        ("Full-time", "", "full_time"),
        ("", "a permanent position", "full_time"),
        ("Part time", "full-time equivalent", "part_time"),
        ("6-month contract", "", "contract"),
        ("Summer internship", "", "internship"),
        ("Maternity cover", "", "temporary"),
        ("", "You manage contractors and mentor interns", None),
        ("", "international company", None),
        ("", "", None),
    ],
)
def test_the_header_says_more_than_the_body_about_the_kind_of_employment(
    header: str, body: str, kind: str | None
) -> None:
    assert employment_type(header, body) == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Date posted: 2021-07-14", date(2021, 7, 14)),
        ("Posted 3 days ago", date(2026, 11, 19)),
        ("Posted on November 2, 2026", date(2026, 11, 2)),
        ("Published: 2 Nov 2026", date(2026, 11, 2)),
        ("Posted: 27.10.2026", date(2026, 10, 27)),
        ("Posted: 12/27/2025", date(2025, 12, 27)),
        ("Posted: 03/04/2026", None),
        ("Posted today", date(2026, 11, 22)),
        ("Posted yesterday", date(2026, 11, 21)),
        ("Posted a month ago", date(2026, 10, 23)),
        ("Posted: 2030-01-01", None),
        ("Posted: 2026-13-40", None),
        ("We have posted strong results", None),
    ],
)
def test_the_day_of_posting_is_never_guessed(text: str, day: date | None) -> None:
    assert posted_at(text, today=_TODAY) == day


@pytest.mark.parametrize(
    ("line", "need"),
    [
        ("5+ years of Java", Need.MUST),
        ("5+ years of Java, preferably in fintech", Need.MUST),
        ("Java; Kotlin is a plus", Need.MUST),
        ("SQL (Postgres preferred)", Need.MUST),
        ("Analysis of our competitive advantage", Need.MUST),
        ("Kotlin is a plus", Need.NICE),
        ("Kotlin (nice to have)", Need.NICE),
        ("PHP - BIG PLUS", Need.NICE),
        ("Ideally, a degree", Need.NICE),
        ("Master's degree preferred", Need.NICE),
    ],
)
def test_a_line_is_a_wish_only_if_all_of_it_is(line: str, need: Need) -> None:
    assert need_of(line) is need


def test_each_word_of_a_line_has_its_own_need() -> None:
    line = "Java and SQL (Postgres preferred); Kotlin is a plus"
    needs = {word: need_at(line, line.index(word)) for word in ("Java", "SQL", "Postgres", "Kotlin")}
    assert needs == {"Java": Need.MUST, "SQL": Need.MUST, "Postgres": Need.NICE, "Kotlin": Need.NICE}


def test_a_number_word_with_a_foreign_letter_is_no_number() -> None:
    assert years_required(["FİVE YEARS of experience"]) is None

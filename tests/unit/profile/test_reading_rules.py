"""Rules of the résumé that no layout shows, and that hold for any text at all."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading.contacts import find_emails, find_links, find_phones
from roleferry.domain.model.profile.reading.tenure import total_years
from roleferry.domain.model.profile.resume import Direction, PartialDate, Position
from roleferry.domain.model.text import Span
from tests.unit.profile.layouts import ALL, LIST_OF_JOBS, ONE_LINE_WITH_DASHES
from tests.unit.profile.reading_helpers import TODAY, assert_literal, read

_LINES = sorted({line for layout in ALL for line in layout.text.split("\n")})


@given(st.lists(st.sampled_from(_LINES), max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_mixture_of_lines_is_read_literally(lines: list[str]) -> None:
    assert_literal(read("\n".join(lines)))


@given(st.text(max_size=400))
@settings(max_examples=150)
def test_any_text_is_read_literally(text: str) -> None:
    assert_literal(read(text))


@given(st.integers(0, 10_000))
@settings(max_examples=60)
def test_a_damaged_resume_is_read_literally(seed: int) -> None:
    rng = random.Random(seed)
    letters = list(rng.choice(ALL).text)
    for _ in range(rng.randint(1, 60)):
        letters[rng.randrange(len(letters))] = rng.choice("\n\t •|-–,()@.0129aZ\u200f\u00a0")
    assert_literal(read("".join(letters)))


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "1 " * 100_000, "@" * 100_000, "Jan " * 50_000, "A, " * 60_000, "\t" * 100_000,
     "(" * 100_000,
             "a." * 100_000, "a@" * 100_000, "- " * 100_000, "2019 - " * 28_000, "Inc, " * 40_000, "http://" * 28_000]
)  # fmt: skip
def test_a_line_of_any_length_comes_to_an_end(text: str) -> None:
    assert read(text).raw_text == text


def test_an_empty_text_holds_nothing_and_says_what_is_missing() -> None:
    resume = read("")
    assert resume.name is None
    assert resume.positions == ()
    assert resume.total_years_experience is None
    assert set(resume.missing) == {"summary", "experience", "education", "skills", "certifications"}


def test_names_only_the_sections_that_are_missing() -> None:
    assert read(LIST_OF_JOBS.text).missing == ("skills", "certifications")


def test_the_same_text_gives_the_same_resume_whatever_the_hash_seed() -> None:
    code = (
        "from tests.unit.profile.layouts import ALL\n"
        "from tests.unit.profile.reading_helpers import read\n"
        "print([read(layout.text) for layout in ALL])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


@pytest.mark.parametrize(
    "text",
    ["+46 70 123 45 67", "(614) 555-0142", "614.555.0142", "+1-303-555-0111", "07700 900123", "0049 30 1234567",
     "+91 98765 43210", "555-867-5309", "Tel: 030 1234567", "+33 (0)6 12 34 56 78"],
)  # fmt: skip
def test_knows_a_phone_number(text: str) -> None:
    assert len(find_phones(f"Call {text} today")) == 1


def test_reads_two_numbers_with_a_stroke_between() -> None:
    found = find_phones("Mobile: 98765 43210/91234-56789")
    assert [phone.value for phone in found] == ["98765 43210", "91234-56789"]


@pytest.mark.parametrize(
    "text",
    ["2016 - 2018", "12/03/1988", "$1,200,000", "Fax: 614 555 0142", "ISBN 12", "10.0.0.1", "ID #123456789",
     "https://example.com/1234567890", "1111111111", "100,000,000"],
)  # fmt: skip
def test_knows_what_is_no_phone_number(text: str) -> None:
    assert find_phones(text) == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("write to jo.o'neil+jobs@mail.example.co.uk.", "jo.o'neil+jobs@mail.example.co.uk"),
        ("Email:ann_b@example.com|x", "ann_b@example.com"),
        ("ann_b@example.comPhone: 1", "ann_b@example.com"),
        ("rosa.delgado @ example.com", "rosa.delgado@example.com"),
        ("kim(at)example.org", "kim@example.org"),
    ],
)
def test_reads_an_address_even_if_broken(text: str, address: str) -> None:
    assert [email.value for email in find_emails(text)] == [address]


def test_a_link_ends_before_the_punctuation_of_its_sentence() -> None:
    found = find_links("See linkedin.com/in/ann-b, and https://example.com/a?b=1.")
    assert [link.value for link in found] == ["linkedin.com/in/ann-b", "https://example.com/a?b=1"]


def _job(
    start: tuple[int, int | None] | None, end: tuple[int, int | None] | None, *, current: bool = False
) -> Position:
    first, last = (PartialDate(year=when[0], month=when[1]) if when else None for when in (start, end))
    return Position(title="x", company=None, start=first, end=last, current=current, span=Span(0, 1))


def test_two_jobs_at_once_count_once() -> None:
    jobs = [_job((2015, 1), (2016, 12)), _job((2016, 1), (2017, 12)), _job((2010, 1), (2010, 12))]
    assert total_years(jobs, today=TODAY) == 4.0


def test_years_without_months_never_say_too_much() -> None:
    assert total_years([_job((2015, None), (2018, None))], today=TODAY) == 3.0


def test_a_job_that_goes_on_counts_until_today() -> None:
    assert total_years([_job((2025, 12), None, current=True)], today=date(2026, 11, 1)) == 0.9


def test_without_a_stretch_of_time_the_years_are_unknown() -> None:
    assert total_years([_job(None, (2018, 1))], today=TODAY) is None


def test_a_metric_has_its_number_unit_direction_sentence_and_job() -> None:
    resume = read(ONE_LINE_WITH_DASHES.text)
    metric = next(metric for metric in resume.key_metrics if metric.unit == "%")
    assert (metric.value, metric.direction, metric.position) == ("42%", Direction.DOWN, 0)
    assert metric.sentence == "Cut settlement time by 42% by moving batch jobs to streaming."


@pytest.mark.parametrize(
    ("bullet", "value", "unit", "direction"),
    [
        ("Grew revenue by $1.2M in a year", "$1.2M", "$", Direction.UP),
        ("Managed 120 staff", "120", "staff", Direction.STATED),
        ("Made builds 3x faster, raising output", "3", "x", Direction.UP),
        ("Lowered churn 4.5 % by calling", "4.5 %", "%", Direction.DOWN),
        ("Served 48,000+ users", "48,000+", "users", Direction.STATED),
    ],
)
def test_reads_a_figure(bullet: str, value: str, unit: str, direction: Direction) -> None:
    resume = read(f"Ann Bell\n\nEXPERIENCE\nClerk, Acme Inc, 2019 - 2021\n- {bullet}\n")
    (metric,) = resume.key_metrics
    assert (metric.value, metric.unit, metric.direction) == (value, unit, direction)


def test_years_and_versions_are_no_figures() -> None:
    resume = read(
        "Ann Bell\n\nEXPERIENCE\nClerk, Acme Inc, 2019 - 2021\n- In 2020 moved from Python 2 to Python 3.11\n"
    )
    assert resume.key_metrics == ()


def test_skills_keep_how_they_were_written_beside_their_name() -> None:
    resume = read("Ann Bell\n\nSKILLS\nPostgres, k8s, ReactJS, Underwater Basketry\n")
    assert [skill.written for skill in resume.skills if skill.listed] == [
        "Postgres",
        "k8s",
        "ReactJS",
        "Underwater Basketry",
    ]
    assert [skill.name for skill in resume.skills][:3] == ["PostgreSQL", "Kubernetes", "React"]


def test_addresses_of_references_are_not_the_persons_own() -> None:
    resume = read(
        "Ann Bell\nann@example.com\n\nEXPERIENCE\nClerk, Acme Inc, 2019\n\nREFERENCES\nBo Li, bo@example.com\n"
    )
    assert [email.value for email in resume.emails] == ["ann@example.com"]


def test_spans_survive_windows_line_ends() -> None:
    text = ONE_LINE_WITH_DASHES.text.replace("\n", "\r\n")
    assert_literal(read(text))
    assert "\r" not in Document.of_text(text).raw_text

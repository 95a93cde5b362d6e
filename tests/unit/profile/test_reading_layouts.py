"""One résumé for each way of laying one out."""

from __future__ import annotations

import pytest

from tests.unit.profile.layouts import ALL, Layout
from tests.unit.profile.reading_helpers import assert_literal, read

layouts = pytest.mark.parametrize("layout", ALL, ids=[layout.name for layout in ALL])


@layouts
def test_finds_who_it_is_and_how_to_reach_them(layout: Layout) -> None:
    resume = read(layout.text)
    assert resume.name is not None
    assert resume.name.value == layout.name
    assert tuple(email.value for email in resume.emails) == layout.emails
    assert tuple(phone.value for phone in resume.phones) == layout.phones


@layouts
def test_finds_every_job_with_its_years(layout: Layout) -> None:
    jobs = [
        (job.title, job.company, job.start and job.start.year, job.end and job.end.year)
        for job in read(layout.text).positions
    ]
    assert tuple(jobs) == layout.jobs


@layouts
def test_finds_what_was_studied_where_and_until_when(layout: Layout) -> None:
    education = read(layout.text).education
    assert tuple(course.institution for course in education) == layout.schools
    assert tuple(course.degree for course in education) == layout.degrees
    assert tuple(course.year for course in education) == layout.years


@layouts
def test_every_item_stands_where_its_span_says(layout: Layout) -> None:
    assert_literal(read(layout.text))

"""Dates in every form people write them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleferry.domain.model.profile.reading.dates import find_periods
from roleferry.domain.model.profile.resume import PartialDate

NOW = None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("06/2019 – Present", (2019, 6), NOW),
        ("06/2019 - 08/2021", (2019, 6), (2021, 8)),
        ("2016–17", (2016, None), (2017, None)),
        ("2016-2018", (2016, None), (2018, None)),
        ("Jan '19 to Dec '20", (2019, 1), (2020, 12)),
        ("Jan 2019 — now", (2019, 1), NOW),
        ("January, 2019 until March, 2020", (2019, 1), (2020, 3)),
        ("Summer 2018 – Fall 2019", (2018, None), (2019, None)),
        ("June – August 2018", (2018, 6), (2018, 8)),
        ("03/19 - 04/21", (2019, 3), (2021, 4)),
        ("03.2017 – heute", (2017, 3), NOW),
        ("2019-04 – 2020-11", (2019, 4), (2020, 11)),
        ("Sept. 2015 till date", (2015, 9), NOW),
        ("15/06/2019 – 20/07/2020", (2019, 6), (2020, 7)),
        ("March 3, 2014 - May 9, 2016", (2014, 3), (2016, 5)),
        ("since 2018", (2018, None), NOW),
        ("2019 –", (2019, None), NOW),
        ("depuis mars 2020", (2020, 3), NOW),
        ("Q3 2019 - Q1 2020", (2019, None), (2020, None)),
    ],
)
def test_reads_a_stretch_of_time(text: str, start: tuple[int, int | None], end: tuple[int, int | None] | None) -> None:
    (period,) = find_periods(text)
    assert period.ranged
    assert period.start == PartialDate(year=start[0], month=start[1])
    assert period.end == (PartialDate(year=end[0], month=end[1]) if end else None)
    assert period.current is (end is None)


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [("Summer 2018", 2018, None), ("May 2012", 2012, 5), ("graduated 2014", 2014, None), ("12/2014", 2014, 12)],
)
def test_reads_a_single_date(text: str, year: int, month: int | None) -> None:
    (period,) = find_periods(text)
    assert not period.ranged
    assert period.end == PartialDate(year=year, month=month)


@pytest.mark.parametrize("text", ["$2019", "12,019", "room 20190", "+1 2015550123", "v1.2018.3x", "24/7", "1999999"])
def test_takes_no_other_number_for_a_date(text: str) -> None:
    assert find_periods(text) == ()


def test_a_day_and_month_that_cannot_be_told_apart_leave_the_month_unknown() -> None:
    (period,) = find_periods("04/05/2019")
    assert period.end == PartialDate(year=2019, month=None)


def test_a_stretch_that_ends_before_it_starts_is_two_dates() -> None:
    assert not any(period.ranged for period in find_periods("2020 - 2010"))


@given(st.text(alphabet="0123456789/-–. '’JanuryFebSmto\t\n", max_size=80))
def test_never_fails_and_its_spans_do_not_overlap(text: str) -> None:
    periods = find_periods(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(periods))

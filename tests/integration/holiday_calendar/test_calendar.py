from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from roleferry.adapters.holiday_calendar import LibraryHolidayCalendar
from roleferry.adapters.holiday_calendar.zone_countries import zone_countries
from roleferry.domain.model.sending.hours_book import HoursBook
from roleferry.domain.model.sending.window import SendingWindow
from roleferry.domain.model.sending.zones import zone_names

CALENDAR = LibraryHolidayCalendar()


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("US", date(2026, 11, 26)),
        ("US", date(2026, 7, 3)),
        ("de", date(2026, 5, 1)),
        ("GB", date(2026, 12, 28)),
        ("JP", date(2026, 5, 6)),
        ("FR", date(2026, 7, 14)),
    ],
)
def test_known_holidays_are_known_observed_ones_too(country: str, day: date) -> None:
    assert CALENDAR.is_holiday(country, day)


def test_a_holiday_of_one_region_is_a_working_day() -> None:
    assert not CALENDAR.is_holiday("DE", date(2026, 11, 1))


def test_an_unknown_country_has_no_holidays() -> None:
    for country in ("", "XX", "Germany", "../x"):
        assert CALENDAR.holidays(country, 2026) == frozenset()


def test_every_country_of_a_zone_can_be_asked_for_years() -> None:
    for country in sorted(set(zone_countries().values())):
        for year in (2025, 2027):
            assert len(CALENDAR.holidays(country, year)) < 60


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Berlin", "DE"),
        ("Europe/Oslo", "NO"),
        ("America/Los_Angeles", "US"),
        ("US/Pacific", "US"),
        ("Asia/Calcutta", "IN"),
        ("Japan", "JP"),
        ("GB", "GB"),
        ("Etc/UTC", None),
        ("CET", None),
        ("Africa/Timbuktu", None),
        ("nonsense", None),
    ],
)
def test_a_zone_leads_to_its_country_or_to_none(zone: str, country: str | None) -> None:
    assert CALENDAR.country_of(zone) == country


def test_every_zone_with_a_country_is_a_zone() -> None:
    assert set(zone_countries()) <= zone_names()
    assert len(zone_countries()) > 480


def test_mail_to_berlin_waits_over_labour_day() -> None:
    hours = HoursBook(SendingWindow(), CALENDAR.is_holiday).at("Europe/Berlin", CALENDAR.country_of("Europe/Berlin"))
    assert hours.next_open(datetime(2026, 4, 30, 16, tzinfo=UTC)) == datetime(2026, 5, 4, 6, tzinfo=UTC)

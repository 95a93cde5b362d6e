"""Public holidays of a country, worked out once per year and kept."""

from __future__ import annotations

from datetime import date

import holidays as library

from roleferry.adapters.holiday_calendar.zone_countries import zone_countries
from roleferry.ports.holidays import HolidayCalendar


class LibraryHolidayCalendar(HolidayCalendar):
    """Nation-wide public holidays; those of one region only are working days, since we know no one's region."""

    def __init__(self) -> None:
        """Begin empty; a country's year is read when first asked for."""
        self._supported = frozenset(library.list_supported_countries(include_aliases=False))
        self._known: dict[tuple[str, int], frozenset[date]] = {}

    def is_holiday(self, country: str, day: date) -> bool:
        """Say whether a date is a public holiday there."""
        return day in self.holidays(country, day.year)

    def holidays(self, country: str, year: int) -> frozenset[date]:
        """Return the public holidays of a country in a year."""
        key = (country.upper(), year)
        if key not in self._known:
            self._known[key] = self._read(*key)
        return self._known[key]

    def country_of(self, zone: str) -> str | None:
        """Return the country of a zone, links such as `US/Pacific` included."""
        return zone_countries().get(zone)

    def _read(self, country: str, year: int) -> frozenset[date]:
        if country not in self._supported:
            return frozenset()
        return frozenset(library.country_holidays(country, years=year))

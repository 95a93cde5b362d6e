"""The open hours of many readers: one shared object per zone and country, so that days are worked out once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from roleferry.domain.model.sending.window import OpenHours, SendingWindow, no_holidays
from roleferry.domain.model.sending.zones import zone_named

IsHoliday = Callable[[str, date], bool]
"""Whether a date is a public holiday in a country (ISO 3166 two-letter code)."""


class HoursBook:
    """Open hours by zone and country for one sending window."""

    __slots__ = ("_hours", "_is_holiday", "window")

    def __init__(self, window: SendingWindow, is_holiday: IsHoliday | None = None) -> None:
        """Begin empty; without a holiday calendar no day is a holiday."""
        self.window = window
        self._is_holiday = is_holiday
        self._hours: dict[tuple[str, str | None], OpenHours] = {}

    def at(self, zone: str, country: str | None = None) -> OpenHours:
        """
        Return the hours of a reader in this IANA zone; an unknown country has no holidays.

        Raises:
            UnknownTimeZone: the zone is not one.
        """
        key = (zone, country)
        if key not in self._hours:
            self._hours[key] = self._made(zone, country)
        return self._hours[key]

    def _made(self, zone: str, country: str | None) -> OpenHours:
        if country is None or self._is_holiday is None:
            return OpenHours(window=self.window, zone=zone_named(zone), is_holiday=no_holidays)
        return OpenHours(window=self.window, zone=zone_named(zone), is_holiday=partial(self._is_holiday, country))

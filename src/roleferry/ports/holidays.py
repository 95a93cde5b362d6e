"""Public holidays, and in which country a time zone lies."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import Protocol


class HolidayCalendar(Protocol):
    """Know when people of a country do not work."""

    @abstractmethod
    def is_holiday(self, country: str, day: date) -> bool:
        """Say whether a date is a public holiday in all of a country (ISO 3166 two letters); False if it is unknown."""

    @abstractmethod
    def holidays(self, country: str, year: int) -> frozenset[date]:
        """Return the public holidays of a country in a year; empty for a country that is unknown."""

    @abstractmethod
    def country_of(self, zone: str) -> str | None:
        """Return the country a time zone lies in, or None if it lies in none, or in several."""

"""What the name of a place says: its time zone and its country, or honestly nothing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place found by its name; a country of several zones has none of its own."""

    timezone: str | None
    country: str | None

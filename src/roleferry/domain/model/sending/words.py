"""Days and hours as a person says them; English, whatever the machine's locale."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """Return `Tuesday 3 February`; the year is left out, since nothing is planned further than people remember."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def moment_in_words(moment: datetime, zone: ZoneInfo) -> str:
    """Return `Tue 3 Feb 09:40` by the wall clock of this zone."""
    local = moment.astimezone(zone)
    return f"{_WEEKDAYS[local.weekday()][:3]} {local.day} {_MONTHS[local.month - 1][:3]} {local:%H:%M}"


def count_in_words(count: int, singular: str, plural: str | None = None) -> str:
    """Return `1 mail`, `2 mails`."""
    return f"{count} {singular if count == 1 else plural or singular + 's'}"

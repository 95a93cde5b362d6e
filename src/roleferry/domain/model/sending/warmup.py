"""The growing limit of a young mailbox (SPEC 3.9)."""

from __future__ import annotations

from datetime import date

WARMUP_RAMP: tuple[tuple[int, int], ...] = ((3, 5), (7, 10), (14, 20), (21, 30), (30, 40))
"""Last day of each stretch, counted from 1, and how many mails a day it allows."""
WARMED_CAP = 50
WARMED_AFTER_DAYS = 30


def ramp_cap(day_of_warmup: int) -> int:
    """Return how many mails the ramp allows on this day of warmup; day 1 is the first, and before it nothing goes."""
    if day_of_warmup < 1:
        return 0
    return next((cap for last, cap in WARMUP_RAMP if day_of_warmup <= last), WARMED_CAP)


def day_of_warmup(started_on: date, day: date) -> int:
    """Return which day of warmup a date is; 1 on the day it started."""
    return (day - started_on).days + 1

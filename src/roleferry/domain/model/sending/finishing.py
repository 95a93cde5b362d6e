"""When a sequence that nobody answered is over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

_SHORTEST_WAIT_DAYS = 3


def finishes_at(last_sent_at: datetime, gap_days: Iterable[int]) -> datetime:
    """Return when nobody is expected to answer any more: the sequence's largest gap, at least 3 days, after it."""
    return last_sent_at + timedelta(days=max([_SHORTEST_WAIT_DAYS, *gap_days]))

"""How long a person has worked: the union of dated intervals, so that two jobs at once count once (SPEC 3.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from roleferry.domain.model.profile.resume import PartialDate, Position

_YEAR = 12


def total_years(positions: Iterable[Position], *, today: date) -> float | None:
    """
    Return years, to one decimal; None when no job has a start and an end.

    Months count whole; a year without a month counts from January to January, which never says too much.
    """
    intervals = sorted(filter(None, (_interval(position, today) for position in positions)))
    if not intervals:
        return None
    months, reached = 0, intervals[0][0]
    for start, end in intervals:
        months += max(0, end - max(start, reached))
        reached = max(reached, end)
    return round(months / _YEAR, 1)


def _interval(position: Position, today: date) -> tuple[int, int] | None:
    """Return months since year 0, the end not included."""
    now = today.year * _YEAR + today.month - 1
    end = now if position.current else _month(position.end, last=True)
    start = _month(position.start, last=False)
    if start is None or end is None or start > now:
        return None
    return start, max(start, min(end, now))


def _month(when: PartialDate | None, *, last: bool) -> int | None:
    if when is None:
        return None
    if when.month is None:
        return when.year * _YEAR
    return when.year * _YEAR + when.month - 1 + last

"""Counts in this process alone: for one process, and for tests."""

from datetime import datetime, timedelta

from roleferry.ports.rate_limits import Allowance, RateLimiter

_MOST_KEYS = 100_000


class MemoryRateLimiter(RateLimiter):
    """A count and an end for each key; windows that are over are forgotten when there are many."""

    def __init__(self) -> None:
        self._windows: dict[str, tuple[int, datetime]] = {}

    async def take(self, key: str, *, limit: int, window: timedelta, now: datetime) -> Allowance:
        taken, ends = self._windows.get(key, (0, now))
        if ends <= now:
            taken, ends = 0, now + window
        allowed = taken < limit
        if len(self._windows) >= _MOST_KEYS:
            self._forget(now)
        self._windows[key] = (taken + allowed, ends)
        return Allowance(allowed=allowed, remaining=max(0, limit - taken - allowed), resets_at=ends)

    def _forget(self, now: datetime) -> None:
        self._windows = {key: kept for key, kept in self._windows.items() if kept[1] > now}

"""How often somebody may do something."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """Whether it may be done now, how often more in this window, and when the window ends."""

    allowed: bool
    remaining: int
    resets_at: datetime


class RateLimiter(Protocol):
    """Count per key and window."""

    @abstractmethod
    async def take(self, key: str, *, limit: int, window: timedelta, now: datetime) -> Allowance:
        """Count one more try for a key; the first try opens a window of this length, refused tries do not count."""

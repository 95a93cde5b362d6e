"""The machine's own clock and randomness."""

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID

from roleferry.ports.clock import Clock, Ids, Stopwatch


class SystemClock(Clock):
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def refresh(self) -> None:
        return


class SystemStopwatch(Stopwatch):
    """The kernel's monotonic clock."""

    def seconds(self) -> float:
        return time.monotonic()


class RandomIds(Ids):
    """UUIDv7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, 74 random bits.

    Within one millisecond, or when the clock steps back, the random bits grow by a random amount (RFC 9562 section 6.2,
    method 2), so that what one process makes sorts as it was made: mails planned together leave in the planned order.
    """

    def __init__(self) -> None:
        self._last = 0

    def new(self) -> UUID:
        milliseconds = time.time_ns() // 1_000_000
        if milliseconds > self._last >> 74:
            self._last = (milliseconds << 74) | secrets.randbits(74)
        else:
            self._last += 1 + secrets.randbits(32)
        high = (self._last >> 74 << 16) | 0x7000 | ((self._last >> 62) & 0xFFF)
        low = (0b10 << 62) | (self._last & ((1 << 62) - 1))
        return UUID(int=(high << 64) | low)

    def token(self) -> str:
        return secrets.token_urlsafe(32)

"""The machine's own clock and randomness."""

import os
import secrets
import time
from datetime import UTC, datetime
from uuid import UUID

from roleferry.ports.clock import Clock, Ids


class SystemClock(Clock):
    """The real time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def refresh(self) -> None:
        return


class RandomIds(Ids):
    """UUIDv7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, 74 random bits."""

    def new(self) -> UUID:
        milliseconds = time.time_ns() // 1_000_000
        random = int.from_bytes(os.urandom(10))
        high = (milliseconds << 16) | 0x7000 | (random >> 68)
        low = (0b10 << 62) | (random & ((1 << 62) - 1))
        return UUID(int=(high << 64) | low)

    def token(self) -> str:
        return secrets.token_urlsafe(32)

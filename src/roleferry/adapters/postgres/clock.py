"""A clock that a developer moves; its offset is a row, so that API and worker go by the same time."""

import time
from datetime import UTC, datetime, timedelta

import asyncpg

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.ports.clock import SteerableClock

_KEY = "clock"
_FRESH_SECONDS = 0.5


class PostgresClock(SteerableClock):
    """The real time plus an offset in seconds; what another process set is seen within half a second."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._offset = timedelta(0)
        self._known_until = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def refresh(self) -> None:
        if time.monotonic() < self._known_until:
            return
        before = self._offset
        try:
            value = await self._pool.fetchval(STATEMENTS["read_state"], _KEY)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            return  # what is known goes on; whoever needs the database says that it is away, and how to go on
        if self._offset is before:  # else somebody here set the clock while we read
            self._know(timedelta(seconds=value["offset_seconds"]) if value else timedelta(0))

    async def set_to(self, moment: datetime) -> None:
        offset = moment - datetime.now(UTC)
        self._know(offset)
        await self._pool.execute(STATEMENTS["write_state"], _KEY, {"offset_seconds": offset.total_seconds()})
        self._know(offset)

    def _know(self, offset: timedelta) -> None:
        self._offset = offset
        self._known_until = time.monotonic() + _FRESH_SECONDS

"""A clock that a developer moves; its offset is a row, so that API and worker go by the same time."""

from datetime import UTC, datetime, timedelta

import asyncpg

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.ports.clock import SteerableClock

_KEY = "clock"


class PostgresClock(SteerableClock):
    """The real time plus an offset in seconds that `refresh` reads from the database."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._offset = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    async def refresh(self) -> None:
        value = await self._pool.fetchval(STATEMENTS["read_state"], _KEY)
        self._offset = timedelta(seconds=value["offset_seconds"]) if value else timedelta(0)

    async def set_to(self, moment: datetime) -> None:
        self._offset = moment - datetime.now(UTC)
        await self._pool.execute(STATEMENTS["write_state"], _KEY, {"offset_seconds": self._offset.total_seconds()})

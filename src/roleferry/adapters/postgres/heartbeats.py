"""A worker's sign of life, in PostgreSQL, because that is where its work is."""

import asyncpg

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.ports.heartbeats import Heartbeats


class PostgresHeartbeats(Heartbeats):
    """Rows of worker_heartbeats."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def beat(self, worker: str) -> None:
        await self._pool.execute(STATEMENTS["beat"], worker, {})

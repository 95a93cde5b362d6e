from __future__ import annotations

import asyncio
from uuid import uuid4

import asyncpg
import pytest

from roleferry.adapters.postgres.intake import PostgresIntake
from roleferry.ports.errors import Unavailable
from roleferry.ports.intake import Intake
from tests.contracts.intake import IntakeContract, an_event


class TestPostgresIntake(IntakeContract):
    @pytest.fixture(autouse=True)
    def remember_pool(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self.rung = 0
        self.heard = asyncio.Event()

    async def _ring(self) -> None:
        self.rung += 1
        self.heard.set()

    @pytest.fixture
    def intake(self, remember_pool: None) -> Intake:
        return PostgresIntake(self._pool, ring=self._ring)

    async def kept(self, names: list[str]) -> list[str]:
        async with self._pool.acquire() as connection, connection.transaction():
            await connection.execute("SET LOCAL ROLE roleferry_system")
            rows = await connection.fetch(
                "SELECT provider_event_id FROM raw_events WHERE provider_event_id = ANY ($1)", names
            )
        return [row["provider_event_id"] for row in rows]

    async def test_workers_are_told_of_what_is_new_and_of_nothing_else(self, intake: Intake) -> None:
        name = uuid4().hex
        await intake.keep([an_event(name)])
        await asyncio.wait_for(self.heard.wait(), 60)
        await intake.keep([an_event(name)])
        await asyncio.sleep(0)
        assert self.rung == 1

    async def test_closed_it_has_told_everybody_and_tells_nobody_more(self, intake: Intake) -> None:
        await intake.keep([an_event(uuid4().hex)])
        await intake.aclose()
        assert self.rung == 1
        assert not [task for task in asyncio.all_tasks() if "_ring_until_quiet" in repr(task)]

    async def test_what_came_while_a_batch_was_written_shares_the_next_commit(self, intake: Intake) -> None:
        commits = 0

        def count(query: object) -> None:
            nonlocal commits
            commits += "COMMIT" in str(query)

        connections = [await self._pool.acquire() for _ in range(self._pool.get_size())]
        for connection in connections:
            connection.add_query_logger(count)
            await self._pool.release(connection)
        await asyncio.gather(*(intake.keep([an_event(uuid4().hex)]) for _ in range(500)))
        assert 1 <= commits <= 20

    async def test_a_database_that_is_away_is_said_to_be_to_everybody(self, intake: Intake) -> None:
        await self._pool.close()
        results = await asyncio.gather(
            *(intake.keep([an_event(uuid4().hex)]) for _ in range(5)), return_exceptions=True
        )
        assert {type(result) for result in results} == {Unavailable}

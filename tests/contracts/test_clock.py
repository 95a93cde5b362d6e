from __future__ import annotations

import asyncpg
import pytest

from roleferry.adapters.postgres.clock import PostgresClock
from roleferry.adapters.system import RandomIds, SystemClock, SystemStopwatch
from roleferry.ports.clock import Clock, Ids, SteerableClock
from tests.contracts.clock import ClockContract, IdsContract, SteerableClockContract, StopwatchContract


class TestSystemClock(ClockContract):
    @pytest.fixture
    def clock(self) -> Clock:
        return SystemClock()


class TestPostgresClock(SteerableClockContract):
    @pytest.fixture
    def steerable(self, pool: asyncpg.Pool) -> SteerableClock:
        return PostgresClock(pool)

    @pytest.fixture
    def elsewhere(self, pool: asyncpg.Pool) -> SteerableClock:
        return PostgresClock(pool)

    async def test_a_database_that_is_away_leaves_the_clock_as_it_was(self, database_url: str) -> None:
        """It is asked before every request, where nobody could turn its trouble into a problem document."""
        pool = await asyncpg.create_pool(database_url, min_size=0)
        clock = PostgresClock(pool)
        await pool.close()
        before = clock.now()
        await clock.refresh()
        assert clock.now() >= before


class TestRandomIds(IdsContract):
    @pytest.fixture
    def ids(self) -> Ids:
        return RandomIds()


class TestSystemStopwatch(StopwatchContract):
    @pytest.fixture
    def stopwatch(self) -> SystemStopwatch:
        return SystemStopwatch()

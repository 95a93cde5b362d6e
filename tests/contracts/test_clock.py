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


class TestRandomIds(IdsContract):
    @pytest.fixture
    def ids(self) -> Ids:
        return RandomIds()


class TestSystemStopwatch(StopwatchContract):
    @pytest.fixture
    def stopwatch(self) -> SystemStopwatch:
        return SystemStopwatch()

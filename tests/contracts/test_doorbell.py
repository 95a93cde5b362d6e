from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import cast
from uuid import uuid4

import pytest
from arq.connections import ArqRedis

from roleferry.adapters.arq.connection import open_queue
from roleferry.adapters.arq.doorbell import ArqDoorbell
from roleferry.adapters.memory.doorbell import MemoryDoorbell
from roleferry.domain.model.ids import TaskId
from roleferry.ports.errors import Unavailable
from roleferry.ports.tasks import Doorbell
from tests.contracts.doorbell import DoorbellContract


class TestMemoryDoorbell(DoorbellContract):
    @pytest.fixture
    def doorbell(self) -> Doorbell:
        return MemoryDoorbell()

    async def heard(self, doorbell: Doorbell) -> Sequence[str]:
        return [" ".join(map(str, tasks)) for ring in cast("MemoryDoorbell", doorbell).rung for tasks in [ring]]


class TestArqDoorbell(DoorbellContract):
    @pytest.fixture
    async def queue(self, redis_url: str) -> AsyncIterator[ArqRedis]:
        queue = await open_queue(redis_url)
        await queue.flushdb()
        yield queue
        await queue.flushdb()
        await queue.aclose()

    @pytest.fixture
    def doorbell(self, queue: ArqRedis) -> Doorbell:
        return ArqDoorbell(queue)

    async def heard(self, doorbell: Doorbell) -> Sequence[str]:
        queue = cast("ArqDoorbell", doorbell)._redis
        return [f"{job.function} {' '.join(map(str, job.args))}" for job in await queue.queued_jobs()]

    async def test_many_rings_for_one_task_stay_one_job(self, doorbell: Doorbell) -> None:
        task = TaskId(uuid4())
        for _ in range(5):
            await doorbell.ring((task,))
        assert len(await self.heard(doorbell)) == 1

    async def test_says_when_the_queue_is_away_and_lets_a_ring_for_events_go(
        self, doorbell: Doorbell, queue: ArqRedis
    ) -> None:
        away = ArqRedis(host="127.0.0.1", port=1)
        with pytest.raises(Unavailable):
            await ArqDoorbell(away).ring()
        await ArqDoorbell(away).ring_events()
        await away.aclose()

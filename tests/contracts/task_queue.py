from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, TypeAlias
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.task_queue import TaskQueue
from roleferry.ports.tasks import Task, TaskKind

Expire: TypeAlias = Callable[[TaskId], Coroutine[Any, Any, None]]


class TaskQueueContract:
    @pytest.fixture
    def queue(self) -> TaskQueue:
        raise NotImplementedError

    @pytest.fixture
    async def task(self) -> Task:
        """A task that waits, and was rung for long ago."""
        raise NotImplementedError

    @pytest.fixture
    def expire(self) -> Expire:
        """Let the lease on a task run out."""
        raise NotImplementedError

    async def state(self, task: Task) -> dict[str, Any]:
        raise NotImplementedError

    async def test_twenty_workers_race_and_one_gets_it(self, queue: TaskQueue, task: Task) -> None:
        claims = [claim for claim in await asyncio.gather(*(queue.claim(task.id) for _ in range(20))) if claim]
        assert claims == [(task, 1)]

    async def test_a_claimed_task_waits_for_nobody(self, queue: TaskQueue, task: Task) -> None:
        assert task.id in await queue.waiting(limit=1000, abandoned_only=False)
        await queue.claim(task.id)
        assert task.id not in await queue.waiting(limit=1000, abandoned_only=False)

    async def test_a_dead_workers_task_is_found_and_claimed_again(
        self, queue: TaskQueue, task: Task, expire: Expire
    ) -> None:
        await queue.claim(task.id)
        await expire(task.id)
        assert task.id in await queue.waiting(limit=1000, abandoned_only=True)
        claims = [claim for claim in await asyncio.gather(*(queue.claim(task.id) for _ in range(20))) if claim]
        assert claims == [(task, 2)]

    async def test_progress_is_kept_and_keeps_the_claim(self, queue: TaskQueue, task: Task, expire: Expire) -> None:
        await queue.claim(task.id)
        await expire(task.id)
        await queue.advance(task.user_id, task.id, done=3, total=10)
        assert await queue.claim(task.id) is None
        assert (await self.state(task))["done"] == 3
        assert (await self.state(task))["total"] == 10

    async def test_what_has_ended_stays_ended(self, queue: TaskQueue, task: Task, expire: Expire) -> None:
        await queue.claim(task.id)
        await queue.succeed(task.user_id, task.id, {"rows": 7})
        await expire(task.id)
        assert await queue.claim(task.id) is None
        assert task.id not in await queue.waiting(limit=1000, abandoned_only=False)
        assert (await self.state(task))["result"] == {"rows": 7}

    async def test_a_failure_says_what_to_do(self, queue: TaskQueue, task: Task) -> None:
        await queue.claim(task.id)
        await queue.fail(task.user_id, task.id, code="file.unreadable", detail="send a PDF", facts={"page": 2})
        state = await self.state(task)
        assert state["status"] == "failed"
        assert state["error"] == {"code": "file.unreadable", "detail": "send a PDF", "facts": {"page": 2}}

    async def test_nothing_is_claimed_that_is_not_there(self, queue: TaskQueue) -> None:
        assert await queue.claim(TaskId(uuid4())) is None


def a_task(user_id: UserId, **changes: Any) -> Task:
    given: dict[str, Any] = {
        "id": TaskId(uuid4()),
        "user_id": user_id,
        "kind": TaskKind.PARSE_RESUME,
        "payload": {"resume_id": "x"},
        "created_at": datetime(2026, 1, 2, tzinfo=UTC),
    }
    return Task(**(given | changes))

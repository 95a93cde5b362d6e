from __future__ import annotations

from typing import Any

import asyncpg
import pytest

from roleferry.adapters.postgres.reads import PostgresReads
from roleferry.adapters.postgres.task_queue import PostgresTaskQueue
from roleferry.adapters.system import SystemClock
from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.task_queue import TaskQueue
from roleferry.ports.tasks import Task
from roleferry.ports.transactions import Transactions
from tests.contracts.task_queue import Expire, TaskQueueContract, a_task


class TestPostgresTaskQueue(TaskQueueContract):
    @pytest.fixture(autouse=True)
    def _look(self, pool: asyncpg.Pool) -> None:
        self.reads = PostgresReads(pool)

    @pytest.fixture
    def queue(self, pool: asyncpg.Pool) -> TaskQueue:
        return PostgresTaskQueue(pool, now=SystemClock().now)

    @pytest.fixture
    async def task(self, postgres_transactions: Transactions, user_id: UserId) -> Task:
        task = a_task(user_id)
        async with postgres_transactions.begin(user_id) as uow:
            await uow.tasks.add(task)
        return task

    @pytest.fixture
    def expire(self, database_url: str) -> Expire:
        async def expire(task_id: TaskId) -> None:
            connection = await asyncpg.connect(database_url, server_settings={"role": "roleferry_system"})
            await connection.execute("UPDATE tasks SET lease_until = now() - interval '1 s' WHERE id = $1", task_id)
            await connection.close()

        return expire

    async def state(self, task: Task) -> dict[str, Any]:
        row = await self.reads.one(task.user_id, "show_task", task.user_id, task.id)
        assert row is not None
        return dict(row)

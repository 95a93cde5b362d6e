"""Claims on tasks: a lease that a living worker renews and a dead one loses."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import asyncpg

from roleferry.adapters.postgres.rows import plain
from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.postgres.transactions import opening
from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.task_queue import TaskQueue
from roleferry.ports.tasks import Task, TaskKind

_LEASE_SECONDS = 120.0


class PostgresTaskQueue(TaskQueue):
    """Rows of tasks, across users; the lease runs by the database's own clock, what people see by the service's."""

    def __init__(self, pool: asyncpg.Pool, *, now: Callable[[], datetime]) -> None:
        self._pool = pool
        self._now = now

    async def waiting(self, *, limit: int, abandoned_only: bool) -> Sequence[TaskId]:
        statement = "list_open_tasks" if abandoned_only else "list_waiting_tasks"
        return [row["id"] for row in await self._run(statement, limit)]

    async def claim(self, task_id: TaskId) -> tuple[Task, int] | None:
        rows = await self._run("claim_task", task_id, _LEASE_SECONDS, self._now())
        if not rows:
            return None
        row = rows[0]
        task = Task(
            id=row["id"],
            user_id=row["user_id"],
            kind=TaskKind(row["kind"]),
            payload=row["payload"],
            created_at=row["created_at"],
        )
        return task, row["attempts"]

    async def advance(self, user_id: UserId, task_id: TaskId, *, done: int, total: int | None) -> None:
        await self._run("advance_task", user_id, task_id, done, total, _LEASE_SECONDS)

    async def succeed(self, user_id: UserId, task_id: TaskId, result: Mapping[str, Any]) -> None:
        await self._run("end_task", user_id, task_id, "done", plain(result), None, self._now())

    async def fail(self, user_id: UserId, task_id: TaskId, *, code: str, detail: str, facts: Mapping[str, Any]) -> None:
        error = {"code": code, "detail": detail, "facts": plain(facts)}
        await self._run("end_task", user_id, task_id, "failed", None, error, self._now())

    async def _run(self, statement: str, *args: object) -> list[Any]:
        async with self._pool.acquire() as connection:
            await connection.execute(opening(None))
            rows: list[Any] = await connection.fetch(STATEMENTS[statement], *args)
            await connection.execute("COMMIT")
            return rows

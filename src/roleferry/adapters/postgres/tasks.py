"""Background work as rows."""

import asyncpg

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain
from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.tasks import Task, Tasks


class PostgresTasks(Repository, Tasks):
    """Rows of tasks; remembers which were added, so that they are announced after the commit."""

    def __init__(self, connection: asyncpg.Connection, user_id: UserId | None) -> None:
        super().__init__(connection, user_id)
        self.added: list[TaskId] = []

    async def add(self, task: Task) -> None:
        await self._execute("add_task", task.user_id, task.id, task.kind.value, plain(task.payload), task.created_at)
        self.added.append(task.id)

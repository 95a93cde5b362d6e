"""Take a table in."""

from collections.abc import Mapping
from dataclasses import dataclass

from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Task, TaskKind
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class StartImport:
    """Store a file, or note a sheet's link, and have it read in the background."""

    transactions: Transactions
    storage: Storage
    clock: Clock
    ids: Ids

    async def __call__(
        self, user_id: UserId, kind: TaskKind, *, data: bytes | None = None, sheet_url: str | None = None
    ) -> TaskId:
        """Return the task that reads it."""
        task_id = TaskId(self.ids.new())
        payload: Mapping[str, str] = {"sheet_url": sheet_url} if sheet_url else {}
        if data is not None:
            key = f"imports/{user_id}/{task_id}"
            await self.storage.put(key, data)
            payload = {"storage_key": key}
        async with self.transactions.begin(user_id) as uow:
            await uow.tasks.add(
                Task(id=task_id, user_id=user_id, kind=kind, payload=payload, created_at=self.clock.now())
            )
            await uow.audit.record(f"{kind.value}.started", entity="task", entity_id=task_id)
        return task_id

"""Take a file of jobs or applications in, or the link of a shared sheet."""

from dataclasses import dataclass

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Task, TaskKind
from roleferry.ports.transactions import Transactions

LARGEST = 40_000_000
"""Bytes."""


class ImportFileInvalid(Invalid):
    """The file is empty or larger than 40 MB."""

    code = "import.file_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartJobImport:
    """Keep the file until it has been read in the background."""

    transactions: Transactions
    storage: Storage
    clock: Clock
    ids: Ids

    async def __call__(
        self, user_id: UserId, kind: TaskKind, *, data: bytes | None = None, sheet_url: str | None = None
    ) -> TaskId:
        """
        Return the task that imports it.

        Raises:
            ImportFileInvalid: the file is empty or too large.
        """
        task_id = TaskId(self.ids.new())
        payload: dict[str, object] = {"needs_status": kind is TaskKind.IMPORT_APPLICATIONS}
        if sheet_url:
            payload["sheet_url"] = sheet_url
        else:
            payload["storage_key"] = await self._stored(f"imports/{user_id}/{task_id}", data)
        async with self.transactions.begin(user_id) as uow:
            task = Task(id=task_id, user_id=user_id, kind=kind, payload=payload, created_at=self.clock.now())
            await uow.tasks.add(task)
            await uow.audit.record(f"{kind.value}.started", entity="task", entity_id=task_id)
        return task_id

    async def _stored(self, key: str, data: bytes | None) -> str:
        if not data or len(data) > LARGEST:
            raise ImportFileInvalid("send a file of at most 40 MB that is not empty")
        await self.storage.put(key, data)
        return key

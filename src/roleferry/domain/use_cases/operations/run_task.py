"""Do one piece of background work."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.task_queue import TaskQueue
from roleferry.ports.tasks import Progress, Task, TaskKind

Handler = Callable[[UserId, Mapping[str, Any], Progress], Awaitable[Mapping[str, Any]]]
_MOST_ATTEMPTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTask:
    """Claim a task, run its handler, record how it ended; a handler runs again only after its worker died."""

    task_queue: TaskQueue
    task_handlers: Mapping[TaskKind, Handler]

    async def __call__(self, task_id: TaskId) -> str | None:
        """Return how it ended, `done` or `failed`; None when there was nothing to do."""
        claimed = await self.task_queue.claim(task_id)
        if claimed is None:
            return None
        task, attempt = claimed
        if attempt > _MOST_ATTEMPTS:
            detail = "the work was interrupted three times: try it with a smaller file, or tell us the task's id"
            await self.task_queue.fail(task.user_id, task.id, code="task.interrupted", detail=detail, facts={})
            return "failed"
        return await self._run(task)

    async def _run(self, task: Task) -> str:
        async def progress(done: int, total: int | None) -> None:
            await self.task_queue.advance(task.user_id, task.id, done=done, total=total)

        try:
            result = await self.task_handlers[task.kind](task.user_id, task.payload, progress)
        except DomainError as error:
            await self.task_queue.fail(task.user_id, task.id, code=error.code, detail=error.detail, facts=error.facts)
            return "failed"
        except Exception:
            detail = "something went wrong on our side: the task's id helps us find it"
            await self.task_queue.fail(task.user_id, task.id, code="internal", detail=detail, facts={})
            raise
        await self.task_queue.succeed(task.user_id, task.id, result)
        return "done"

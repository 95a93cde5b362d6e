"""`/tasks`: how far a piece of background work is."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import Controller, Response, get
from litestar.params import FromPath

from roleferry.domain.model.ids import TaskId, UserId
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import to_view
from roleferry.entrypoints.settings import Settings
from roleferry.ports.tasks import TaskNotFound
from roleferry.ports.transactions import Reads


class TaskProgress(msgspec.Struct, frozen=True, kw_only=True):
    """`total` is null until it is known."""

    done: int
    total: int | None


class TaskView(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of background work; `result` when done, `error` (code, detail) when failed."""

    id: UUID
    kind: str
    status: str
    progress: TaskProgress
    result: dict[str, Any] | None
    error: dict[str, Any] | None
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """The work has been taken on; ask `status_url` how far it is."""

    task_id: UUID
    status_url: str


ACCEPTED_EXAMPLE = {
    "task_id": "019ab7c2-5b1e-7c7e-9b63-0d6c1d5a9f10",
    "status_url": "/api/v1/tasks/019ab7c2-5b1e-7c7e-9b63-0d6c1d5a9f10",
}
"""The answer of every endpoint that works in the background."""


def accepted(task_id: TaskId, settings: Settings) -> Response[Accepted]:
    """Return the 202 of an endpoint that works in the background."""
    return Response(Accepted(task_id=task_id, status_url=f"{settings.base_path}/tasks/{task_id}"), status_code=202)


class TaskController(Controller):
    """Background work."""

    path = "/tasks"
    tags = ("Tasks",)

    @get(
        "/{task_id:uuid}",
        operation_id="GetTask",
        summary="How far a piece of background work is.",
        opt=example(
            answer={
                "id": "019ab7c2-5b1e-7c7e-9b63-0d6c1d5a9f10",
                "kind": "parse_resume",
                "status": "done",
                "progress": {"done": 1, "total": 1},
                "result": {"resume_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1a7"},
                "error": None,
                "created_at": "2026-11-22T09:00:00Z",
                "started_at": "2026-11-22T09:00:00Z",
                "ended_at": "2026-11-22T09:00:01Z",
            }
        ),
    )
    async def get_task(self, task_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]) -> TaskView:
        """Return status, progress, and the result or the error of a task."""
        row = await reads.one(user_id, "show_task", user_id, task_id)
        if row is None:
            raise TaskNotFound("there is no such task", task_id=task_id)
        return to_view(TaskView, {**row, "progress": {"done": row["done"], "total": row["total"]}})

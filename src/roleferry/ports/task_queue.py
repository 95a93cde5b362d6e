"""Background work from the worker's side: claim, advance, end."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from roleferry.domain.model.ids import TaskId, UserId
from roleferry.ports.tasks import Task


class TaskQueue(Protocol):
    """Each call is a short transaction of its own, as the system."""

    @abstractmethod
    async def waiting(self, *, limit: int, abandoned_only: bool) -> Sequence[TaskId]:
        """Return tasks nobody works on; `abandoned_only` leaves out those whose ring is surely still on its way."""

    @abstractmethod
    async def claim(self, task_id: TaskId) -> tuple[Task, int] | None:
        """Take a task and return it with the number of this attempt; None when somebody else has it or it is over."""

    @abstractmethod
    async def advance(self, user_id: UserId, task_id: TaskId, *, done: int, total: int | None) -> None:
        """Record progress, which also keeps the claim alive."""

    @abstractmethod
    async def succeed(self, user_id: UserId, task_id: TaskId, result: Mapping[str, Any]) -> None:
        """End it with a result."""

    @abstractmethod
    async def fail(self, user_id: UserId, task_id: TaskId, *, code: str, detail: str, facts: Mapping[str, Any]) -> None:
        """End it with an error a person can act on."""

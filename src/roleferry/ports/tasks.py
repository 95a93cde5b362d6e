"""Background work: rows are the truth, the queue is a doorbell (SPEC 6)."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import TaskId, UserId


class TaskNotFound(NotFound):
    """There is no such task."""

    code = "task.not_found"


class TaskKind(StrEnum):
    """Everything that answers 202; each has one handler in `entrypoints/worker/handlers.py`."""

    PARSE_RESUME = "parse_resume"
    IMPORT_JOBS = "import_jobs"
    IMPORT_APPLICATIONS = "import_applications"
    IMPORT_CONTACTS = "import_contacts"
    IMPORT_LEADS = "import_leads"
    QUALIFY_LEADS = "qualify_leads"
    RESEARCH_COMPANY = "research_company"
    FIND_CONTACTS = "find_contacts"
    ENRICH_CONTACT = "enrich_contact"
    VERIFY_CONTACT = "verify_contact"
    WRITE_ONE_PAGER = "write_one_pager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One piece of background work and how far it is."""

    id: TaskId
    user_id: UserId
    kind: TaskKind
    payload: Mapping[str, Any] = field(default_factory=dict)
    created_at: datetime


class Tasks(Protocol):
    """The rows, within a transaction."""

    @abstractmethod
    async def add(self, task: Task) -> None:
        """Write down that this is to be done; the doorbell rings after the commit."""


class Progress(Protocol):
    """Tell how far a running task is."""

    @abstractmethod
    async def __call__(self, done: int, total: int | None) -> None:
        """Record `done` of `total`."""


class Doorbell(Protocol):
    """Tell the workers that there is something to do now; losing a ring costs latency only."""

    @abstractmethod
    async def ring(self, task_ids: tuple[TaskId, ...] = ()) -> None:
        """Nudge the workers: for these tasks, or (none given) for due mail."""

    @abstractmethod
    async def ring_events(self) -> None:
        """Nudge the workers: something came in. A ring that cannot be made is let go, the sweep finds the work."""

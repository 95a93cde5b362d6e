"""Have something about contacts, companies or leads done in the background."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import CompanyId, ContactId, TaskId, UserId
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.tasks import Task, TaskKind
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPeopleTask:
    """Check that what it is about is there, and write the task down."""

    transactions: Transactions
    clock: Clock
    ids: Ids

    async def __call__(
        self,
        user_id: UserId,
        kind: TaskKind,
        payload: Mapping[str, Any],
        *,
        company_id: CompanyId | None = None,
        contact_id: ContactId | None = None,
    ) -> TaskId:
        """
        Return the task.

        Raises:
            CompanyNotFound, ContactNotFound: what it is about is not there.
        """
        about = {"company_id": company_id, "contact_id": contact_id}
        named = {name: str(value) for name, value in about.items() if value is not None}
        task_id = TaskId(self.ids.new())
        async with self.transactions.begin(user_id) as uow:
            if company_id is not None:
                await uow.companies.find(company_id)
            if contact_id is not None:
                await uow.contacts.find(contact_id)
            task = Task(
                id=task_id, user_id=user_id, kind=kind, payload={**payload, **named}, created_at=self.clock.now()
            )
            await uow.tasks.add(task)
            await uow.audit.record(f"{kind.value}.started", entity="task", entity_id=task_id)
        return task_id

"""Name the people to write to about an application."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.ids import ApplicationId, ContactId, UserId
from roleferry.domain.model.people.contact import ContactNotFound
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetContacts:
    """Add people to an application's targets; naming one twice changes nothing."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, application_id: ApplicationId, contact_ids: Sequence[ContactId]) -> None:
        """
        Return when named, all or none.

        Raises:
            ApplicationNotFound: there is no such application.
            ContactNotFound: one of them is none of the user's contacts.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.applications.find(application_id)
            known = {contact.id for contact in await uow.contacts.all_of(contact_ids)}
            for contact_id in contact_ids:
                if contact_id not in known:
                    raise ContactNotFound("there is no such contact", contact_id=contact_id)
            await uow.contacts.target(application_id, contact_ids, at=self.clock.now())
            await uow.audit.record(
                "application.targets_added", entity="application", entity_id=application_id, people=len(known)
            )

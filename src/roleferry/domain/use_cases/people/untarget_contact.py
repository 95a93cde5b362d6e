"""Write to somebody about an application no longer."""

from dataclasses import dataclass

from roleferry.domain.model.ids import ApplicationId, ContactId, UserId
from roleferry.domain.model.people.contact import ContactNotFound
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class UntargetContact:
    """Take somebody off an application's targets; campaigns that run are not touched."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, application_id: ApplicationId, contact_id: ContactId) -> None:
        """
        Return when gone.

        Raises:
            ApplicationNotFound: there is no such application.
            ContactNotFound: the person was not named.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.applications.find(application_id)
            if not await uow.contacts.untarget(application_id, contact_id):
                raise ContactNotFound("this person is not among the targets", contact_id=contact_id)
            await uow.audit.record("application.target_removed", entity="application", entity_id=application_id)

"""Forget a contact."""

from dataclasses import dataclass

from roleferry.domain.model.ids import ContactId, UserId
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveContact:
    """Forget somebody no campaign has to do with."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, contact_id: ContactId) -> None:
        """
        Return when gone.

        Raises:
            ContactNotFound: there is none.
            ContactInUse: a campaign is for them, or has written to them.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.contacts.remove(contact_id)
            await uow.audit.record("contact.removed", entity="contact", entity_id=contact_id)

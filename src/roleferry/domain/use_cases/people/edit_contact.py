"""Change what is known of a contact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import ContactId, UserId
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EditContact:
    """Set fields; a new address has no verification, a level or zone the person chose is kept."""

    transactions: Transactions
    people: PeopleKeeper

    async def __call__(self, user_id: UserId, contact_id: ContactId, changes: Mapping[str, Any]) -> None:
        """
        Return when kept.

        Raises:
            ContactNotFound: there is none.
            ContactInvalid: with every field that is wrong.
            ContactExists: another contact has the address.
        """
        async with self.transactions.begin(user_id) as uow:
            contact = await self.people.changed(uow, await uow.contacts.find(contact_id), changes)
            await self.people.refuse_twin(uow, contact)
            await uow.contacts.save(contact)
            await uow.audit.record("contact.edited", entity="contact", entity_id=contact_id, fields=sorted(changes))

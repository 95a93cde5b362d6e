"""Add somebody to write to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import ContactId, UserId
from roleferry.domain.model.people.source import USER
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class AddContact:
    """Keep a contact the person gives, with their company, level, time zone and country worked out."""

    transactions: Transactions
    people: PeopleKeeper

    async def __call__(self, user_id: UserId, given: Mapping[str, Any]) -> ContactId:
        """
        Return the new contact's id.

        Raises:
            ContactInvalid: with every field that is wrong.
            ContactExists: there is one with this address.
            CompanyNotFound: `company_id` is none of the user's.
        """
        async with self.transactions.begin(user_id) as uow:
            contact = await self.people.changed(uow, self.people.blank(user_id, source=USER), given)
            await self.people.refuse_twin(uow, contact)
            await uow.contacts.add(contact)
            await uow.audit.record("contact.created", entity="contact", entity_id=contact.id)
        return contact.id

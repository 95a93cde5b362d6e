"""Find out whether a contact's address takes mail, in the background."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import ContactId, UserId
from roleferry.domain.model.people.contact import ContactInvalid
from roleferry.ports.clock import Clock
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions
from roleferry.ports.verification import Verifier


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyContact:
    """Ask a verifier and keep the verdict, unless the address changed meanwhile."""

    transactions: Transactions
    verifier: Verifier
    clock: Clock

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return the verdict and whose it is.

        Raises:
            ContactNotFound: they were removed meanwhile.
            ContactInvalid: there is no address to verify.
        """
        await progress(0, 1)
        contact_id = ContactId(UUID(payload["contact_id"]))
        async with self.transactions.begin(user_id) as uow:
            asked = await uow.contacts.find(contact_id)
        if asked.email is None:
            raise ContactInvalid("this contact has no address to verify: add one first")
        found = await self.verifier.verify(asked.email)
        async with self.transactions.begin(user_id) as uow:
            contact = await uow.contacts.find(contact_id)
            if contact.email == asked.email:
                await uow.contacts.save(replace(contact, verification=found.at(self.clock.now())))
                await uow.audit.record("contact.verified", entity="contact", entity_id=contact_id)
        return {"contact_id": str(contact_id), "verdict": found.verdict.value, "provider": found.provider}

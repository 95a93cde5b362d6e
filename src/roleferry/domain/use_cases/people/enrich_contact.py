"""Find out more about a contact, in the background."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import ContactId, UserId
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.enrichment import Enrichment
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions

_FIELDS = ("role_title", "email", "linkedin_url", "location")


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrichContact:
    """Fill what is empty with what a vendor knows; what stands is kept, and a real person gets no sample."""

    transactions: Transactions
    enrichment: Enrichment
    people: PeopleKeeper

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return which fields were `filled`, and why none were.

        Raises:
            ContactNotFound: they were removed meanwhile.
        """
        await progress(0, 1)
        contact_id = ContactId(UUID(payload["contact_id"]))
        async with self.transactions.begin(user_id) as uow:
            contact = await uow.contacts.find(contact_id)
            company = await uow.companies.find(contact.company_id) if contact.company_id else None
        found = await self.enrichment.person(
            contact.full_name,
            company=company.name if company else None,
            domain=company.domains[0] if company and company.domains else None,
            source=contact.source,
        )
        if found is None:
            return {"contact_id": str(contact_id), "filled": [], "reason": "nothing is known of this person"}
        async with self.transactions.begin(user_id) as uow:
            contact = await uow.contacts.find(contact_id)
            fresh = {
                name: value
                for name in _FIELDS
                if (value := getattr(found, name)) is not None and getattr(contact, name) is None
            }
            await uow.contacts.save(await self.people.changed(uow, contact, fresh))
            await uow.audit.record("contact.enriched", entity="contact", entity_id=contact_id, source=found.source)
        reason = None if fresh else "nothing new is known"
        return {"contact_id": str(contact_id), "filled": sorted(fresh), "reason": reason}

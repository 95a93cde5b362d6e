"""Find people at a company, in the background."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.domain.model.people.company import Company
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.enrichment import Enrichment, FoundPerson
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class FindContacts:
    """Ask who works there and keep those who are new; nobody is kept twice, nobody's row is overwritten."""

    transactions: Transactions
    enrichment: Enrichment
    people: PeopleKeeper

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return the ids of the people found, and how many of them are new.

        Raises:
            CompanyNotFound: it was removed meanwhile.
        """
        await progress(0, 1)
        company_id = CompanyId(UUID(payload["company_id"]))
        async with self.transactions.begin(user_id) as uow:
            company = await uow.companies.find(company_id)
        domain = company.domains[0] if company.domains else None
        found = await self.enrichment.people_at(
            company.name, domain=domain, titles=tuple(payload["titles"]), limit=payload["limit"]
        )
        async with self.transactions.begin(user_id) as uow:
            kept = [await self._keep(uow, company, person) for person in found]
            await uow.audit.record("contact.found", entity="company", entity_id=company_id, people=len(kept))
        return {"contact_ids": [contact for contact, _ in kept], "created": sum(is_new for _, is_new in kept)}

    async def _keep(self, uow: UnitOfWork, company: Company, person: FoundPerson) -> tuple[str, bool]:
        if person.email and (there := await uow.contacts.of_email(person.email)):
            return str(there.id), False
        names = ("full_name", "role_title", "email", "linkedin_url", "location")
        given = {name: value for name in names if (value := getattr(person, name)) is not None}
        blank = self.people.blank(company.user_id, source=person.source)
        contact = await self.people.changed(uow, blank, {**given, "company_id": company.id})
        if contact.email is None and (same := await uow.contacts.namesake(contact)):
            return str(same.id), False
        await uow.contacts.add(contact)
        return str(contact.id), True

"""Make a company, and its contact, of a lead."""

from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import CompanyId, ContactId, LeadId, UserId
from roleferry.domain.model.people.company import Company
from roleferry.domain.model.people.lead import Lead, LeadRejected, objection
from roleferry.domain.model.people.source import IMPORT
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertLead:
    """Keep the lead's company under its name or domain, and the person of its row where one is named."""

    transactions: Transactions
    people: PeopleKeeper

    async def __call__(self, user_id: UserId, lead_id: LeadId) -> tuple[CompanyId, tuple[ContactId, ...]]:
        """
        Return the company and its contacts; converting twice makes nothing twice.

        Raises:
            LeadNotFound: there is none.
            LeadRejected: it was rejected, or its domain is no company's.
            ContactInvalid: the row's person cannot be kept.
        """
        async with self.transactions.begin(user_id) as uow:
            lead = await uow.leads.find(lead_id)
            if reason := objection(lead.domain):
                raise LeadRejected(f"{lead.domain} is {reason}", lead_id=lead_id)
            company = await self._company(uow, lead)
            await uow.leads.save(lead.converted(company.id))
            contacts = await self._contacts(uow, lead, company)
            await uow.audit.record("lead.converted", entity="lead", entity_id=lead_id)
        return company.id, contacts

    async def _company(self, uow: UnitOfWork, lead: Lead) -> Company:
        if lead.company_id is not None:
            return await uow.companies.find(lead.company_id)
        there = await uow.companies.of_domain(lead.domain)
        company = there or await self.people.company_named(
            uow, lead.user_id, lead.company_name or lead.domain, source=IMPORT
        )
        told = {name: lead.data.get(name) for name in ("industry", "size") if lead.data.get(name)}
        unknown = {name: value for name, value in told.items() if getattr(company.details, name) is None}
        company = company.with_domain(lead.domain).told(unknown)
        await uow.companies.save(company)
        return company

    async def _contacts(self, uow: UnitOfWork, lead: Lead, company: Company) -> tuple[ContactId, ...]:
        name, email = lead.data.get("contact_name"), lead.data.get("email")
        if not name:
            return ()
        there = await uow.contacts.of_email(email) if email else None
        if there is None:
            there = next((one for one in await uow.contacts.of_company(company.id) if one.full_name == name), None)
        if there is not None:
            return (there.id,)
        named: dict[str, Any] = {
            "full_name": name,
            "role_title": lead.data.get("contact_title"),
            "email": email,
            "linkedin_url": lead.data.get("linkedin_url"),
            "location": lead.data.get("location"),
            "company_id": company.id,
        }
        contact = await self.people.changed(uow, self.people.blank(lead.user_id, source=IMPORT), named)
        await uow.contacts.add(contact)
        return (contact.id,)

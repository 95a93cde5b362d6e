"""What adding, editing and importing contacts share: the company they work at, and where they are."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from roleferry.domain.model.ids import CompanyId, ContactId, UserId
from roleferry.domain.model.people.company import Company
from roleferry.domain.model.people.contact import Contact, ContactExists
from roleferry.domain.model.people.editing import edited
from roleferry.domain.model.people.source import is_real
from roleferry.domain.model.people.whereabouts import located
from roleferry.domain.use_cases.jobs.employers import Employers
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.holidays import HolidayCalendar
from roleferry.ports.places import Places
from roleferry.ports.transactions import UnitOfWork


class CompanyDesk(Protocol):
    """Where companies are looked up and kept: a repository, or a batch that is kept at its end."""

    @abstractmethod
    async def settle(self, company: Company) -> Company:
        """Keep a company, or return the one that stands under its `name_key`."""

    @abstractmethod
    async def find(self, company_id: CompanyId) -> Company:
        """Return it, or raise CompanyNotFound."""

    @abstractmethod
    async def of_domain(self, domain: str) -> Company | None:
        """Return the oldest company that has this domain."""

    @abstractmethod
    async def save(self, company: Company) -> None:
        """Write its next state."""


class Employing(Protocol):
    """The part of a unit of work that companies hang on."""

    @property
    @abstractmethod
    def companies(self) -> CompanyDesk:
        """Return where companies are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleKeeper:
    """Puts contacts and companies together, within the caller's transaction."""

    places: Places
    holidays: HolidayCalendar
    employers: Employers
    clock: Clock
    ids: Ids

    def blank(self, user_id: UserId, *, source: str) -> Contact:
        """Return a contact of whom nothing is known yet."""
        new_id = ContactId(self.ids.new())
        return Contact(id=new_id, user_id=user_id, full_name="", created_at=self.clock.now(), source=source)

    async def changed(self, uow: Employing, contact: Contact, changes: Mapping[str, Any]) -> Contact:
        """
        Return the contact with these fields set, at its company, located; the company is kept, the contact not yet.

        Besides the fields of a contact, `company` names where they work (None: nowhere known); without it and
        `company_id`, a contact of no company joins the one whose domain their address has.

        Raises:
            ContactInvalid: with every field that is wrong.
            CompanyInvalid, CompanyNotFound: there is no such company.
        """
        own = {name: value for name, value in changes.items() if name != "company"}
        return await self.employed(uow, edited(contact, own), changes)

    async def employed(self, uow: Employing, after: Contact, changes: Mapping[str, Any]) -> Contact:
        """
        Return a contact whose own fields are set at its company, located; the last half of `changed`.

        Raises:
            CompanyInvalid, CompanyNotFound: there is no such company.
        """
        company = await self._company(uow, after, changes)
        if company is not None and (domain := after.domain) and is_real(after.source):
            company = await self._with_domain(uow, company, domain)
        return self.placed(replace(after, company_id=company.id if company else None), company)

    async def refuse_twin(self, uow: UnitOfWork, contact: Contact) -> None:
        """
        Return when nobody else of the user's has this contact's address.

        Raises:
            ContactExists: somebody has; its facts name them.
        """
        twin = await uow.contacts.of_email(contact.email) if contact.email else None
        if twin is not None and twin.id != contact.id:
            detail = f"you have a contact with this address already: {twin.full_name}"
            raise ContactExists(detail, contact_id=twin.id)

    def placed(self, contact: Contact, company: Company | None) -> Contact:
        """Return the contact with zone and country worked out from what is known now."""
        place = self.places.find(contact.location) if contact.location else None
        zone = company.claimable.timezone if company else None
        return located(contact, place=place, company_zone=zone, country_of=self.holidays.country_of)

    async def company_named(self, uow: Employing, user_id: UserId, name: str, *, source: str) -> Company:
        """
        Return the user's company of this name, however its legal form is written; made when there is none.

        Raises:
            CompanyInvalid: it is no name.
        """
        return await uow.companies.settle(self.new_company(user_id, name, source=source))

    def new_company(self, user_id: UserId, name: str, *, source: str) -> Company:
        """
        Return a company of this name, not kept yet.

        Raises:
            CompanyInvalid: it is no name.
        """
        return self.employers.named(user_id, name, source=source)

    async def _company(self, uow: Employing, contact: Contact, changes: Mapping[str, Any]) -> Company | None:
        if changes.get("company"):
            return await self.company_named(uow, contact.user_id, changes["company"], source=contact.source)
        if contact.company_id is not None and ("company" not in changes or changes.get("company_id")):
            return await uow.companies.find(contact.company_id)
        if {"company", "company_id"} & changes.keys() or not contact.domain:
            return None
        return await uow.companies.of_domain(contact.domain)

    async def _with_domain(self, uow: Employing, company: Company, domain: str) -> Company:
        after = company.with_domain(domain)
        if after is not company:
            await uow.companies.save(after)
        return after

"""Say what you know of a company."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.domain.model.people.company import Company, CompanyInvalid
from roleferry.domain.model.people.contact import ZoneSource
from roleferry.domain.model.people.fact import KnownFact
from roleferry.domain.model.people.source import USER
from roleferry.domain.model.sending.address import InvalidAddress, ascii_domain
from roleferry.domain.model.sending.company_policy import is_free_mail
from roleferry.domain.model.sending.zones import UnknownTimeZone, zone_named
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyChanges:
    """What a person says; `details` holds the fields of `CompanyDetails` that were named (None: taken back)."""

    name: str | None = None
    domains: Sequence[str] | None = None
    facts: Sequence[KnownFact] | None = None
    details: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCompany:
    """Set fields, which no later search overwrites; a new headquarters moves those who live by its clock."""

    transactions: Transactions
    people: PeopleKeeper

    async def __call__(self, user_id: UserId, company_id: CompanyId, changes: CompanyChanges) -> None:
        """
        Return when kept.

        Raises:
            CompanyNotFound: there is none.
            CompanyExists: another one has the name.
            CompanyInvalid: a name, domain or time zone that is none.
        """
        async with self.transactions.begin(user_id) as uow:
            company = self._changed(await uow.companies.find(company_id), changes)
            await uow.companies.save(company)
            if changes.facts is not None:
                facts = [(self.people.ids.new(), replace(fact, source=USER)) for fact in changes.facts]
                await uow.companies.replace_facts(company_id, facts, source=USER, at=self.people.clock.now())
            await self._relocate(uow, company)
            await uow.audit.record("company.edited", entity="company", entity_id=company_id)

    def _changed(self, company: Company, changes: CompanyChanges) -> Company:
        if changes.name is not None:
            written, key = self.people.employers.spelled(changes.name)
            company = replace(company, name=written, name_key=key)
        if changes.domains is not None:
            company = replace(company, domains=tuple(dict.fromkeys(map(_domain, changes.domains))))
        if zone := changes.details.get("timezone"):
            _check_zone(zone)
        return self._with_zone_of_headquarters(company.told(changes.details), changes)

    def _with_zone_of_headquarters(self, company: Company, changes: CompanyChanges) -> Company:
        if not {"hq", "timezone"} & changes.details.keys() or company.sources.get("timezone") == USER:
            return company
        place = self.people.places.find(company.details.hq) if company.details.hq else None
        zone = place.timezone if place else None
        sources = {name: source for name, source in company.sources.items() if name != "timezone"}
        if zone:
            sources["timezone"] = ZoneSource.LOCATION.value
        return replace(company, details=replace(company.details, timezone=zone), sources=sources)

    async def _relocate(self, uow: UnitOfWork, company: Company) -> None:
        for contact in await uow.contacts.of_company(company.id):
            moved = self.people.placed(contact, company)
            if moved != contact:
                await uow.contacts.save(moved)


def _domain(written: str) -> str:
    try:
        domain = ascii_domain(written.strip().removeprefix("www."))
    except InvalidAddress as error:
        raise CompanyInvalid(error.detail, errors=(FieldError("domains", error.detail),)) from error
    if is_free_mail(domain):
        message = "is a mail host where anybody has an address"
        raise CompanyInvalid(f"{domain} {message}", errors=(FieldError("domains", message),))
    return domain


def _check_zone(name: str) -> None:
    try:
        zone_named(name)
    except UnknownTimeZone as error:
        raise CompanyInvalid(error.detail, errors=(FieldError("timezone", error.detail),)) from error

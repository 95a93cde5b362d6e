"""A batch of contacts and their companies, looked up together and kept together."""

from collections.abc import Collection, Sequence

from roleferry.domain.model.ids import CompanyId
from roleferry.domain.model.people.company import Company
from roleferry.domain.model.people.contact import Contact
from roleferry.domain.use_cases.people.keeping import CompanyDesk
from roleferry.ports.transactions import UnitOfWork


class BatchOfCompanies(CompanyDesk):
    """Companies of one transaction: those known to be needed come in two statements, what changed is kept in one."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._kept = uow.companies
        self._by_key: dict[str, Company] = {}
        self._by_id: dict[CompanyId, Company] = {}
        self._by_domain: dict[str, CompanyId | None] = {}
        self._changed: set[CompanyId] = set()

    async def prepare(self, companies: Sequence[Company], domains: Collection[str]) -> None:
        """Settle these companies, and look up who has these domains."""
        for company in await self._kept.settle_whole(companies) if companies else ():
            self._remember(company)
        self._by_domain.update(dict.fromkeys(domains))
        for company in await self._kept.of_domains(sorted(domains)) if domains else ():
            self._remember(company)

    async def settle(self, company: Company) -> Company:
        """Return the company under its `name_key`, kept now when nobody foresaw it."""
        if company.name_key not in self._by_key:
            self._remember(await self._kept.settle(company))
        return self._by_key[company.name_key]

    async def find(self, company_id: CompanyId) -> Company:
        """Return it as it is in this batch."""
        if company_id not in self._by_id:
            self._remember(await self._kept.find(company_id))
        return self._by_id[company_id]

    async def of_domain(self, domain: str) -> Company | None:
        """Return the oldest company that has this domain."""
        if domain not in self._by_domain:
            found = await self._kept.of_domain(domain)
            self._by_domain[domain] = None
            if found is not None:
                self._remember(self._by_id.get(found.id, found))
        company_id = self._by_domain[domain]
        return self._by_id[company_id] if company_id else None

    async def save(self, company: Company) -> None:
        """Keep its next state at the end of the batch."""
        self._remember(company)
        self._changed.add(company.id)

    async def finish(self) -> None:
        """Write what changed."""
        if self._changed:
            await self._kept.save_all([self._by_id[one] for one in sorted(self._changed)])

    def _remember(self, company: Company) -> None:
        self._by_key[company.name_key] = self._by_id[company.id] = company
        for domain in company.domains:
            if self._by_domain.get(domain) is None:
                self._by_domain[domain] = company.id


class BatchOfPeople:
    """New contacts of one transaction, written together; what looks at rows flushes them first."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._new: dict[str, Contact] = {}
        self._companies = BatchOfCompanies(uow)

    @property
    def companies(self) -> BatchOfCompanies:
        """Return where this batch's companies are kept."""
        return self._companies

    def add(self, contact: Contact) -> None:
        """Keep a new contact."""
        self._new[str(contact.id)] = contact

    async def save(self, contact: Contact) -> None:
        """Keep the next state of a contact, new or not."""
        if str(contact.id) in self._new:
            self._new[str(contact.id)] = contact
        else:
            await self._uow.contacts.save(contact)

    async def namesake(self, contact: Contact) -> Contact | None:
        """Return somebody of this name at the same company who has no address, this batch's included."""
        await self._flush()
        return await self._uow.contacts.namesake(contact)

    async def finish(self) -> None:
        """Write everything."""
        await self._companies.finish()
        await self._flush()

    async def _flush(self) -> None:
        await self._uow.contacts.add_all(list(self._new.values()))
        self._new.clear()

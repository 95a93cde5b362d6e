"""Companies and their facts as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import columns, json_text, to
from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.domain.model.ids import CompanyId
from roleferry.domain.model.people.company import Company, CompanyDetails, CompanyExists, CompanyNotFound
from roleferry.domain.model.people.fact import KnownFact
from roleferry.ports.companies import CompanyRepository

constraints.register("uq_companies_name", CompanyExists("you have a company of this name already"))
_DETAILS = tuple(one.name for one in fields(CompanyDetails))


class PostgresCompanies(Repository, CompanyRepository):
    """Rows of companies and company_facts."""

    async def settle(self, company: Company) -> Company:
        if await self._execute("add_company", *_values(company), company.created_at):
            return company
        row = await self._one("lock_company_by_key", self._user_id, company.name_key)
        if row is None:
            raise CompanyNotFound("the company was removed just now", name=company.name)
        return _company(row)

    async def settle_all(self, companies: Sequence[Company]) -> Mapping[str, CompanyId]:
        keys = sorted({company.name_key for company in companies})
        known = await self._ids(keys)
        fresh = {company.name_key: company for company in companies if company.name_key not in known}
        if not fresh:
            return known
        await self._add_all([fresh[key] for key in sorted(fresh)])
        return await self._ids(keys)

    async def settle_whole(self, companies: Sequence[Company]) -> Sequence[Company]:
        wanted = {company.name_key: company for company in reversed(companies)}
        keys = sorted(wanted)
        known = {company.name_key: company for company in await self._named(keys)}
        fresh = [wanted[key] for key in keys if key not in known]
        if not fresh:
            return list(known.values())
        await self._add_all(fresh)
        return await self._named(keys)

    async def of_domains(self, domains: Sequence[str]) -> Sequence[Company]:
        return [_company(row) for row in await self._many("lock_companies_by_domain", self._user_id, list(domains))]

    async def save_all(self, companies: Sequence[Company]) -> None:
        domains = [json_text(list(company.domains)) for company in companies]
        await self._execute("save_company_domains", self._user_id, [company.id for company in companies], domains)

    async def _named(self, keys: Sequence[str]) -> Sequence[Company]:
        return [_company(row) for row in await self._many("lock_companies_by_key", self._user_id, keys)]

    async def _add_all(self, companies: Sequence[Company]) -> None:
        plain_ones = [
            (one.id, one.name, one.name_key, one.source, one.created_at) for one in companies if _is_bare(one)
        ]
        if plain_ones:
            await self._execute("add_companies", self._user_id, *map(list, zip(*plain_ones, strict=True)))
        rows = [(*_values(one), one.created_at) for one in companies if not _is_bare(one)]
        if rows:
            await self._connection.executemany(STATEMENTS["add_company"], rows)

    async def _ids(self, keys: Sequence[str]) -> Mapping[str, CompanyId]:
        rows = await self._many("find_companies_by_key", self._user_id, keys)
        return {row["name_key"]: CompanyId(row["id"]) for row in rows}

    async def find(self, company_id: CompanyId) -> Company:
        row = await self._one("lock_company", self._user_id, company_id)
        if row is None:
            raise CompanyNotFound("there is no such company", company_id=company_id)
        return _company(row)

    async def of_domain(self, domain: str) -> Company | None:
        row = await self._one("lock_company_by_domain", self._user_id, domain)
        return _company(row) if row else None

    async def save(self, company: Company) -> None:
        await self._execute("save_company", *_values(company))

    async def facts(self, company_id: CompanyId) -> Sequence[KnownFact]:
        return [to(KnownFact, row) for row in await self._many("list_company_facts", self._user_id, company_id)]

    async def replace_facts(
        self, company_id: CompanyId, facts: Sequence[tuple[UUID, KnownFact]], *, source: str | None, at: datetime
    ) -> None:
        await self._execute("remove_company_facts", self._user_id, company_id, source)
        names = ("text", "kind", "source_url", "dated", "source")
        arrays = ([getattr(fact, name) for _, fact in facts] for name in names)
        await self._execute(
            "add_company_facts", self._user_id, company_id, at, [fact_id for fact_id, _ in facts], *arrays
        )


def _is_bare(company: Company) -> bool:
    """Say whether nothing but its name is known."""
    return company.details == CompanyDetails() and not (company.domains or company.sources or company.last_refreshed_at)


def _company(row: Mapping[str, Any]) -> Company:
    return to(Company, {**row, "details": {name: row[name] for name in _DETAILS}})


def _values(company: Company) -> tuple[Any, ...]:
    return (
        *columns(company, "user_id", "id", "name", "name_key", "domains"),
        *columns(company.details, *_DETAILS),
        *columns(company, "sources", "source", "last_refreshed_at"),
    )

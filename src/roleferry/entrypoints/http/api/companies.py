"""`/companies`: where they work (SPEC 3.6)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, Response, get, patch, post
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import UNSET, Meta, UnsetType

from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.domain.model.people.company import CompanyNotFound
from roleferry.domain.use_cases.people.edit_company import CompanyChanges, EditCompany
from roleferry.domain.use_cases.people.start_task import StartPeopleTask
from roleferry.entrypoints.http.api.people_views import FACT_EXAMPLE, FactBody, FactView, Short
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, to_view
from roleferry.entrypoints.settings import Settings
from roleferry.ports.tasks import TaskKind
from roleferry.ports.transactions import Reads

Words = Annotated[str | None, QueryParameter(max_length=200, description="Words in the name or a domain.")]
_DETAILS = ("title", "tagline", "about", "industry", "size", "hq", "timezone")


class CompanyPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what changes; null takes a field back. `facts` replaces the facts you gave before."""

    name: Short | UnsetType = UNSET
    domains: Annotated[tuple[Short, ...], Meta(max_length=20)] | UnsetType = UNSET
    title: Short | None | UnsetType = UNSET
    tagline: Short | None | UnsetType = UNSET
    about: Annotated[str, Meta(min_length=1, max_length=10_000)] | None | UnsetType = UNSET
    industry: Short | None | UnsetType = UNSET
    size: Short | None | UnsetType = UNSET
    hq: Short | None | UnsetType = UNSET
    timezone: Annotated[str, Meta(min_length=1, max_length=64)] | None | UnsetType = UNSET
    facts: Annotated[tuple[FactBody, ...], Meta(max_length=50)] | UnsetType = UNSET


class ResearchBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`refresh` searches again although there is something already."""

    refresh: bool = False


class CompanyView(msgspec.Struct, frozen=True, kw_only=True):
    """A company; `sources` says, field by field, who knows it: `user`, a search, or `mock` for a sample."""

    id: UUID
    name: str
    domains: list[str]
    title: str | None
    tagline: str | None
    about: str | None
    industry: str | None
    size: str | None
    hq: str | None
    timezone: str | None
    sources: dict[str, str]
    source: str
    facts: list[FactView]
    last_refreshed_at: datetime | None
    created_at: datetime


COMPANY_EXAMPLE: dict[str, Any] = {
    "id": "019ab7c2-8a10-7c11-9f0e-3b1d6c5a7e20",
    "name": "Harbour Systems",
    "domains": ["harbour.example"],
    "title": None,
    "tagline": None,
    "about": "Software for ports.",
    "industry": "Logistics",
    "size": "51–250",
    "hq": "Porto, Portugal",
    "timezone": "Europe/Lisbon",
    "sources": {"about": "user", "hq": "user", "timezone": "location"},
    "source": "user",
    "facts": [FACT_EXAMPLE],
    "last_refreshed_at": None,
    "created_at": "2026-11-22T09:00:00Z",
}


class CompanyController(Controller):
    """Where they work."""

    path = "/companies"
    tags = ("Companies",)

    @get(
        operation_id="ListCompanies",
        summary="The companies you know.",
        opt=example(answer={"items": [COMPANY_EXAMPLE], "next_cursor": None}),
    )
    async def list_companies(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
        q: Words = None,
    ) -> Page[CompanyView]:
        """Return your companies, newest first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_companies", user_id, at, last, limit + 1, q)
        return page(rows, limit, company_view, ("created_at", "id"))

    @get("/{company_id:uuid}", operation_id="GetCompany", summary="One company.", opt=example(answer=COMPANY_EXAMPLE))
    async def get_company(
        self, company_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> CompanyView:
        """Return a company with every fact known of it."""
        return await _shown(reads, user_id, CompanyId(company_id))

    @patch(
        "/{company_id:uuid}",
        operation_id="EditCompany",
        summary="Say what you know of a company.",
        opt=example(request={"about": "Software for ports.", "hq": "Porto, Portugal"}, answer=COMPANY_EXAMPLE),
    )
    async def edit(
        self,
        company_id: FromPath[UUID],
        data: JSONBody[CompanyPatch],
        user_id: Injected[UserId],
        edit_company: Injected[EditCompany],
        reads: Injected[Reads],
    ) -> CompanyView:
        """Set fields, which no search overwrites; the time zone follows from `hq` unless you set it."""
        await edit_company(user_id, CompanyId(company_id), _changes(data))
        return await _shown(reads, user_id, CompanyId(company_id))

    @post(
        "/{company_id:uuid}/research",
        operation_id="ResearchCompany",
        summary="Find out about a company.",
        status_code=202,
        opt=example(request={"refresh": True}, answer=ACCEPTED_EXAMPLE),
    )
    async def research(
        self,
        company_id: FromPath[UUID],
        user_id: Injected[UserId],
        start_people_task: Injected[StartPeopleTask],
        settings: Injected[Settings],
        data: JSONBody[ResearchBody] = ResearchBody(),  # noqa: B008 - it cannot change
    ) -> Response[Accepted]:
        """
        Search in the background, once; again only with `refresh`. What you entered is never overwritten.

        With the simulated search the facts are samples, marked `source: mock`, and no mail speaks of them.
        """
        kind = TaskKind.RESEARCH_COMPANY
        payload = {"refresh": data.refresh}
        task_id = await start_people_task(user_id, kind, payload, company_id=CompanyId(company_id))
        return accepted(task_id, settings)


def company_view(row: Any) -> CompanyView:
    """Return the view of a row."""
    return to_view(CompanyView, {**row, "facts": [msgspec.convert(fact, FactView) for fact in row["facts"]]})


def _changes(data: CompanyPatch) -> CompanyChanges:
    details = {name: value for name in _DETAILS if (value := getattr(data, name)) is not UNSET}
    return CompanyChanges(
        name=None if data.name is UNSET else data.name,
        domains=None if data.domains is UNSET else data.domains,
        facts=None if data.facts is UNSET else [fact.fact() for fact in data.facts],
        details=details,
    )


async def _shown(reads: Reads, user_id: UserId, company_id: CompanyId) -> CompanyView:
    row = await reads.one(user_id, "show_company", user_id, company_id)
    if row is None:
        raise CompanyNotFound("there is no such company", company_id=company_id)
    return company_view(row)

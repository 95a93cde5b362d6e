"""`/leads`: companies of imported lists, still to be looked at."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import Controller, Response, get, post
from litestar.params import FromPath, FromQuery

from roleferry.domain.model.ids import LeadId, UserId
from roleferry.domain.model.people.lead import LeadStatus
from roleferry.domain.use_cases.people.convert_lead import ConvertLead
from roleferry.domain.use_cases.people.start_task import StartPeopleTask
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.entrypoints.settings import Settings
from roleferry.ports.tasks import TaskKind
from roleferry.ports.transactions import Reads


class LeadView(msgspec.Struct, frozen=True, kw_only=True):
    """One domain of a list; `reason` says why it was rejected, `data` what else stood in its row."""

    id: UUID
    domain: str
    company_name: str | None
    status: str
    reason: str | None
    data: dict[str, str]
    company_id: UUID | None
    created_at: datetime


class ConvertedView(msgspec.Struct, frozen=True, kw_only=True):
    """What a lead became."""

    company_id: UUID
    contact_ids: list[UUID]


_EXAMPLE: dict[str, Any] = {
    "id": "019ab7c2-b240-7f44-8b3a-7c4e9f8d0b51",
    "domain": "harbour.com",
    "company_name": "Harbour Systems",
    "status": "qualified",
    "reason": None,
    "data": {"industry": "Logistics"},
    "company_id": None,
    "created_at": "2026-11-22T09:00:00Z",
}


class LeadController(Controller):
    """Companies of imported lists."""

    path = "/leads"
    tags = ("Leads",)

    @get(
        operation_id="ListLeads",
        summary="The companies of your lists.",
        opt=example(answer={"items": [_EXAMPLE], "next_cursor": None}),
    )
    async def list_leads(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
        status: FromQuery[LeadStatus | None] = None,
    ) -> Page[LeadView]:
        """Return your leads, newest first."""
        at, last = decode(cursor, datetime, UUID)
        wanted = status.value if status else None
        rows = await reads.many(user_id, "show_leads", user_id, at, last, limit + 1, wanted)
        return page(rows, limit, view_of(LeadView), ("created_at", "id"))

    @post(
        "/qualify",
        operation_id="QualifyLeads",
        summary="Look at every open lead.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def qualify(
        self, user_id: Injected[UserId], start_people_task: Injected[StartPeopleTask], settings: Injected[Settings]
    ) -> Response[Accepted]:
        """Reject mail hosts, social sites, reserved names and companies you know, each with a reason."""
        return accepted(await start_people_task(user_id, TaskKind.QUALIFY_LEADS, {}), settings)

    @post(
        "/{lead_id:uuid}/convert",
        operation_id="ConvertLead",
        summary="Make a company and its contact of a lead.",
        status_code=200,
        opt=example(answer={"company_id": _EXAMPLE["id"], "contact_ids": []}),
    )
    async def convert(
        self, lead_id: FromPath[UUID], user_id: Injected[UserId], convert_lead: Injected[ConvertLead]
    ) -> ConvertedView:
        """Keep the company, and the person its row names; converting twice makes nothing twice."""
        company_id, contact_ids = await convert_lead(user_id, LeadId(lead_id))
        return ConvertedView(company_id=company_id, contact_ids=list(contact_ids))

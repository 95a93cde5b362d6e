"""`/applications`: the tracker (SPEC 3.4)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, get, patch
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Meta

from roleferry.domain.model.ids import ApplicationId, UserId
from roleferry.domain.model.jobs.application import ApplicationNotFound, CloseReason, Stage
from roleferry.domain.use_cases.jobs.move_application import MoveApplication
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, to_view, view_of
from roleferry.ports.transactions import Reads


class ApplicationPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Move it, note something, set the next follow-up or retire it."""

    status: Stage | None = None
    reason: CloseReason | None = None
    notes: Annotated[str, Meta(max_length=5000)] | None = None
    follow_up_at: Annotated[datetime, Meta(tz=True)] | None = None
    retire_follow_up: bool = False


class ApplicationView(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the tracker; `furthest` is the furthest stage ever reached."""

    id: UUID
    job_id: UUID
    title: str | None
    company: str | None
    location: str | None
    match_score: float | None
    status: str
    furthest: str
    reason: str | None
    notes: str | None
    applied_at: datetime | None
    follow_up_at: datetime | None
    follow_up_retired: bool
    created_at: datetime
    updated_at: datetime


class ApplicationCounts(msgspec.Struct, frozen=True, kw_only=True):
    """How many applications stand at each stage."""

    saved: int = 0
    applied: int = 0
    interviewing: int = 0
    offer: int = 0
    rejected: int = 0
    closed: int = 0


class StageChangeView(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the history; `actor` is user, reply, import or system."""

    id: UUID
    from_status: str | None
    to_status: str
    actor: str
    reason: str | None
    at: datetime


_APPLICATION: dict[str, Any] = {
    "id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c33",
    "job_id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c31",
    "title": "Staff Engineer, Payments",
    "company": "Lighthouse Pay",
    "location": "Lisbon",
    "match_score": 71.5,
    "status": "applied",
    "furthest": "applied",
    "reason": None,
    "notes": None,
    "applied_at": "2026-11-22T09:00:00Z",
    "follow_up_at": "2026-11-29T09:00:00Z",
    "follow_up_retired": False,
    "created_at": "2026-11-22T08:00:00Z",
    "updated_at": "2026-11-22T09:00:00Z",
}
_CHANGE: dict[str, Any] = {
    "id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c34",
    "from_status": "saved",
    "to_status": "applied",
    "actor": "user",
    "reason": None,
    "at": "2026-11-22T09:00:00Z",
}


class ApplicationController(Controller):
    """The tracker."""

    path = "/applications"
    tags = ("Applications",)

    @get(
        operation_id="ListApplications",
        summary="Your applications.",
        opt=example(answer={"items": [_APPLICATION], "next_cursor": None}),
    )
    async def list_applications(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        status: FromQuery[Stage | None] = None,
        company: Annotated[str | None, QueryParameter(max_length=200)] = None,
        since: Annotated[datetime | None, QueryParameter(name="from", description="Created at or after.")] = None,
        until: Annotated[datetime | None, QueryParameter(name="to", description="Created before.")] = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[ApplicationView]:
        """Return your applications, newest first."""
        before, last = decode(cursor, datetime, UUID)
        stage = status.value if status else None
        rows = await reads.many(
            user_id, "show_applications", user_id, stage, company, since, until, before, last, limit + 1
        )
        return page(rows, limit, view_of(ApplicationView), ("created_at", "id"))

    @get(
        "/counts",
        operation_id="CountApplications",
        summary="How many stand where.",
        opt=example(answer={"saved": 12, "applied": 4, "interviewing": 1}),
    )
    async def counts(self, user_id: Injected[UserId], reads: Injected[Reads]) -> ApplicationCounts:
        """Return the number of applications at each stage."""
        rows = await reads.many(user_id, "count_applications", user_id)
        return ApplicationCounts(**{row["status"]: row["number"] for row in rows})

    @get(
        "/{application_id:uuid}",
        operation_id="GetApplication",
        summary="One application.",
        opt=example(answer=_APPLICATION),
    )
    async def get_application(
        self, application_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> ApplicationView:
        """Return one row of the tracker."""
        return await _shown(reads, user_id, application_id)

    @patch(
        "/{application_id:uuid}",
        operation_id="EditApplication",
        summary="Move an application.",
        opt=example(request={"status": "applied"}, answer=_APPLICATION),
    )
    async def edit(
        self,
        application_id: FromPath[UUID],
        data: JSONBody[ApplicationPatch],
        user_id: Injected[UserId],
        move_application: Injected[MoveApplication],
        reads: Injected[Reads],
    ) -> ApplicationView:
        """Change its stage, notes or follow-up; from interviewing on, mails about the role are held."""
        await move_application(
            user_id,
            ApplicationId(application_id),
            status=data.status,
            reason=data.reason,
            notes=data.notes,
            follow_up_at=data.follow_up_at,
            retire_follow_up=data.retire_follow_up,
        )
        return await _shown(reads, user_id, application_id)

    @get(
        "/{application_id:uuid}/history",
        operation_id="ListApplicationHistory",
        summary="How an application came to where it stands.",
        opt=example(answer={"items": [_CHANGE], "next_cursor": None}),
    )
    async def history(
        self,
        application_id: FromPath[UUID],
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[StageChangeView]:
        """Return every change of stage, oldest first."""
        await _shown(reads, user_id, application_id)
        after, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_application_history", user_id, application_id, after, last, limit + 1)
        return page(rows, limit, view_of(StageChangeView), ("at", "id"))


async def _shown(reads: Reads, user_id: UserId, application_id: UUID) -> ApplicationView:
    row = await reads.one(user_id, "show_application", user_id, application_id)
    if row is None:
        raise ApplicationNotFound("there is no such application", application_id=application_id)
    return to_view(ApplicationView, row)

"""`/ops/events`: what senders told and could not be applied, and trying it again; operators only."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import Controller, get, post
from litestar.params import FromPath, QueryParameter

from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.operations.replay_event import ReplayEvent
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.operators import operators_only
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.ports.transactions import Reads

Status = Literal["new", "applied", "ignored", "dead"]


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """One event as it stands; what is in it is not shown, for it names people."""

    id: UUID
    provider: str
    status: Status
    error: str | None
    attempts: int
    replays: int
    size: int
    received_at: datetime
    applied_at: datetime | None


class Replayed(msgspec.Struct, frozen=True, kw_only=True):
    """Whether it is tried again because of this request; false for one that waits, or was applied."""

    replayed: bool


class EventCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many of one sender's events have one status; those dealt with are forgotten after a while."""

    provider: str
    status: Status
    events: int


class EventCounts(msgspec.Struct, frozen=True, kw_only=True):
    """By sender and status."""

    counts: list[EventCount]


_ID = "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1f0"
_EVENT = {
    "id": _ID,
    "provider": "sendgrid",
    "status": "dead",
    "error": "not in the agreed form: Expected `str`, got `int` - at `$.event`",
    "attempts": 1,
    "replays": 0,
    "size": 214,
    "received_at": "2026-11-23T08:12:00Z",
    "applied_at": "2026-11-23T08:12:01Z",
}


class OpsEventController(Controller):
    """Events by their fate."""

    path = "/ops/events"
    tags = ("Operators",)
    guards = (operators_only,)

    @get(
        operation_id="ListEvents",
        summary="Events that could not be applied, and others (operators).",
        opt=example(answer={"items": [_EVENT], "next_cursor": None}),
    )
    async def list_events(
        self,
        reads: Injected[Reads],
        status: Annotated[Status, QueryParameter(description="`dead`: given up, with the reason.")] = "dead",
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[EventView]:
        """Return them, the latest first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(None, "show_raw_events", status, at, last, limit + 1)
        return page(rows, limit, view_of(EventView), ("received_at", "id"))

    @get(
        "/counts",
        operation_id="CountEvents",
        summary="How many events stand how, by sender (operators).",
        opt=example(answer={"counts": [{"provider": "sendgrid", "status": "dead", "events": 2}]}),
    )
    async def count_events(self, reads: Injected[Reads]) -> EventCounts:
        """Return the counts."""
        rows = await reads.many(None, "count_raw_events")
        return EventCounts(counts=[view_of(EventCount)(row) for row in rows])

    @post(
        "/{event_id:uuid}/replay",
        operation_id="ReplayEvent",
        summary="Try a dead event again (operators).",
        status_code=200,
        opt=example(answer={"replayed": True}),
    )
    async def replay(
        self, event_id: FromPath[UUID], user_id: Injected[UserId], replay_event: Injected[ReplayEvent]
    ) -> Replayed:
        """Give it its tries back; a worker takes it at once, and what it changed before it does not change again."""
        return Replayed(replayed=await replay_event(event_id, operator=user_id))

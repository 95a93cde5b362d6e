"""`/ops/dead-letters`: everybody's failed mails and mails in doubt, by their ids alone (SPEC 9); operators only."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody, QueryParameter

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.use_cases.sending.decide_outreach import DecideOutreach
from roleferry.domain.use_cases.sending.requeue_outreach import RequeueOutreach
from roleferry.entrypoints.http.api.dead_letters import WhatHappened
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.operators import operators_only
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.ports.transactions import Reads

Dead = Literal["failed", "uncertain"]


class AnybodysDeadLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A mail that failed or may have gone: no address, no words."""

    user_id: UUID
    id: UUID
    campaign_id: UUID
    mailbox_id: UUID
    step: int
    status: Dead
    due_at: datetime
    provider: str | None
    tries: int
    last_tried_at: datetime | None
    code: str | None


_LETTER = {
    "user_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1a0",
    "id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1e1",
    "campaign_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1b0",
    "mailbox_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1d0",
    "step": 1,
    "status": "uncertain",
    "due_at": "2026-11-23T08:12:00Z",
    "provider": "smtp",
    "tries": 1,
    "last_tried_at": "2026-11-23T08:12:01Z",
    "code": "read_timeout",
}


class OpsDeadLetterController(Controller):
    """Everybody's dead letters."""

    path = "/ops/dead-letters"
    tags = ("Operators",)
    guards = (operators_only,)

    @get(
        operation_id="ListEverybodysDeadLetters",
        summary="Mails that failed or may have gone (operators).",
        opt=example(answer={"items": [_LETTER], "next_cursor": None}),
    )
    async def dead_letters(
        self,
        reads: Injected[Reads],
        status: Annotated[Dead | None, QueryParameter(description="Only of this status.")] = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[AnybodysDeadLetter]:
        """Return them, the latest first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(None, "show_everybodys_dead_letters", status, at, last, limit + 1)
        return page(rows, limit, view_of(AnybodysDeadLetter), ("due_at", "id"))

    @post(
        "/{owner_id:uuid}/{outreach_id:uuid}/requeue",
        operation_id="RequeueAnybodysOutreach",
        summary="Try somebody's failed mail afresh (operators).",
        status_code=204,
    )
    async def requeue(
        self,
        owner_id: FromPath[UUID],
        outreach_id: FromPath[UUID],
        user_id: Injected[UserId],
        requeue_outreach: Injected[RequeueOutreach],
    ) -> None:
        """Plan it anew for its owner, in whose audit log it stands."""
        await requeue_outreach(UserId(owner_id), OutreachId(outreach_id), operator=user_id)

    @post(
        "/{owner_id:uuid}/{outreach_id:uuid}/decide",
        operation_id="DecideAnybodysOutreach",
        summary="Say whether somebody's mail in doubt went (operators).",
        status_code=204,
        opt=example(request={"went": True}),
    )
    async def decide(
        self,
        owner_id: FromPath[UUID],
        outreach_id: FromPath[UUID],
        data: JSONBody[WhatHappened],
        user_id: Injected[UserId],
        decide_outreach: Injected[DecideOutreach],
    ) -> None:
        """Decide for its owner, in whose audit log it stands."""
        await decide_outreach(UserId(owner_id), OutreachId(outreach_id), went=data.went, operator=user_id)

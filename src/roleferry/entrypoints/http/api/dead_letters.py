"""`/outreach/dead-letters`: mails that failed or may have gone, and what their owner can do about them (SPEC 6)."""

from datetime import datetime
from uuid import UUID

import msgspec
from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.use_cases.sending.decide_outreach import DecideOutreach
from roleferry.domain.use_cases.sending.requeue_outreach import RequeueOutreach
from roleferry.entrypoints.http.api.outreach import OUTREACH_VIEW, SHOWING, OutreachView, Show
from roleferry.entrypoints.http.api.outreach_views import OUTREACH_ITEM, OutreachItem
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.ports.transactions import Reads


class DeadLetter(OutreachItem, frozen=True, kw_only=True):
    """A mail that failed or may have gone, with what the provider said last."""

    tries: int
    last_tried_at: datetime | None
    code: str | None
    detail: str | None


class WhatHappened(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What you know of a mail that may have gone, from your Sent folder or its reader."""

    went: bool


_SAID = {"tries": 1, "last_tried_at": "2026-11-23T08:12:00Z", "code": "550 5.1.1", "detail": "no such user"}


class DeadLetterController(Controller):
    """Failed mails and mails in doubt."""

    path = "/outreach"
    tags = ("Outreach",)
    dependencies = SHOWING

    @get(
        "/dead-letters",
        operation_id="ListDeadLetters",
        summary="Your mails that failed or may have gone.",
        opt=example(answer={"items": [{**OUTREACH_ITEM, "status": "failed", **_SAID}], "next_cursor": None}),
    )
    async def dead_letters(
        self, user_id: Injected[UserId], reads: Injected[Reads], limit: Limit = DEFAULT_LIMIT, cursor: CursorText = None
    ) -> Page[DeadLetter]:
        """Return them, the latest first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_dead_letters", user_id, at, last, limit + 1)
        return page(rows, limit, view_of(DeadLetter), ("due_at", "id"))

    @post(
        "/{outreach_id:uuid}/requeue",
        operation_id="RequeueOutreach",
        summary="Try a failed mail afresh.",
        status_code=200,
        opt=example(answer=OUTREACH_VIEW),
    )
    async def requeue(
        self,
        outreach_id: FromPath[UUID],
        user_id: Injected[UserId],
        requeue_outreach: Injected[RequeueOutreach],
        show: Injected[Show],
    ) -> OutreachView:
        """Plan it anew with the rest of its conversation; it passes every gate again."""
        await requeue_outreach(user_id, OutreachId(outreach_id))
        return await show(outreach_id)

    @post(
        "/{outreach_id:uuid}/decide",
        operation_id="DecideOutreach",
        summary="Say whether a mail in doubt went.",
        status_code=200,
        opt=example(request={"went": True}, answer=OUTREACH_VIEW),
    )
    async def decide(
        self,
        outreach_id: FromPath[UUID],
        data: JSONBody[WhatHappened],
        user_id: Injected[UserId],
        decide_outreach: Injected[DecideOutreach],
        show: Injected[Show],
    ) -> OutreachView:
        """It went: it counts as sent. It did not: it is planned anew, once no request for it can be alive."""
        await decide_outreach(user_id, OutreachId(outreach_id), went=data.went)
        return await show(outreach_id)

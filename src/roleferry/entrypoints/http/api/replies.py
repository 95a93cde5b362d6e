"""`/replies`: the one inbox (SPEC 7)."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from litestar import Controller, get, patch
from litestar.params import FromPath, FromQuery, JSONBody

from roleferry.domain.model.ids import ReplyId, UserId
from roleferry.domain.model.inbound.inbox import ReplyNotFound
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.use_cases.inbound.handle_reply import HandleReply
from roleferry.entrypoints.http import paging
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import CursorText, Limit, Page
from roleferry.ports.transactions import Reads

Label = Literal[
    "bounce", "auto_reply", "unsubscribe", "interested", "meeting", "referral", "not_interested", "not_now", "other"
]


class ReplyBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Put a label right, or say that it is dealt with."""

    label: Label | None = None
    handled: bool | None = None


class ReplyView(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: its new words without quotes and signature, the label, and the words that decided it."""

    id: UUID
    outreach_id: UUID
    enrollment_id: UUID
    campaign_id: UUID
    contact_id: UUID
    application_id: UUID | None
    step: int
    from_address: str
    from_name: str | None
    subject: str | None
    text: str | None
    label: str
    confidence: float
    deciding: list[str]
    label_by: str
    handled: bool
    received_at: datetime


_ANSWER: dict[str, Any] = {
    "id": "0192e1a0-0000-7000-8000-000000000071",
    "outreach_id": "0192e1a0-0000-7000-8000-000000000061",
    "enrollment_id": "0192e1a0-0000-7000-8000-000000000051",
    "campaign_id": "0192e1a0-0000-7000-8000-000000000041",
    "contact_id": "0192e1a0-0000-7000-8000-000000000031",
    "application_id": None,
    "step": 1,
    "from_address": "grace@harbour.example",
    "from_name": "Grace Sample",
    "subject": "Re: Checkout latency",
    "text": "Could we talk on Thursday?",
    "label": "meeting",
    "confidence": 0.9,
    "deciding": ["could we talk"],
    "label_by": "rules",
    "handled": False,
    "received_at": "2026-11-23T09:00:00Z",
}


class ReplyController(Controller):
    """What people answered."""

    path = "/replies"
    tags = ("Replies",)

    @get(
        operation_id="ListReplies",
        summary="Your answers, newest first.",
        opt=example(answer={"items": [_ANSWER], "next_cursor": None}),
    )
    async def list_replies(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        label: FromQuery[Label | None] = None,
        handled: FromQuery[bool | None] = None,
        campaign_id: FromQuery[UUID | None] = None,
        limit: Limit = paging.DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[ReplyView]:
        """List them; `label`, `handled` and `campaign_id` narrow the list."""
        before, before_id = paging.decode(cursor, datetime, UUID)
        rows = await reads.many(
            user_id, "show_replies", user_id, before, before_id, limit + 1, label, handled, campaign_id
        )
        return paging.page(rows, limit, paging.view_of(ReplyView), ("received_at", "id"))

    @get("/{reply_id:uuid}", operation_id="GetReply", summary="One answer.", opt=example(answer=_ANSWER))
    async def get_reply(self, reply_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]) -> ReplyView:
        """Return it with the mail it answers."""
        return await _shown(reads, user_id, reply_id)

    @patch(
        "/{reply_id:uuid}",
        operation_id="PatchReply",
        summary="Put a label right, or mark an answer as handled.",
        opt=example(request={"handled": True}, answer=_ANSWER),
    )
    async def patch_reply(
        self,
        reply_id: FromPath[UUID],
        data: JSONBody[ReplyBody],
        user_id: Injected[UserId],
        handle_reply: Injected[HandleReply],
        reads: Injected[Reads],
    ) -> ReplyView:
        """Change it; the label `unsubscribe` suppresses the contact as their own word would."""
        label = ReplyLabel(data.label) if data.label else None
        await handle_reply(user_id, ReplyId(reply_id), label=label, handled=data.handled)
        return await _shown(reads, user_id, reply_id)


async def _shown(reads: Reads, user_id: UserId, reply_id: UUID) -> ReplyView:
    row = await reads.one(user_id, "show_reply", user_id, reply_id)
    if row is None:
        raise ReplyNotFound("there is no such reply", reply_id=reply_id)
    return paging.to_view(ReplyView, row)

"""`/replies`: the one inbox (SPEC 7)."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from litestar import Controller, get, patch, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery, JSONBody
from litestar.status_codes import HTTP_200_OK

from roleferry.domain.model.ids import ReplyId, UserId
from roleferry.domain.model.inbound.inbox import ReplyNotFound
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.use_cases.inbound.handle_reply import HandleReply
from roleferry.domain.use_cases.inbound.import_reply import ImportReply
from roleferry.entrypoints.http import paging
from roleferry.entrypoints.http.api.reply_views import REPLY_EXAMPLE, ReplyView, reply_view
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import CursorText, Limit, Page
from roleferry.ports.transactions import Reads

_MOST_READ = 4_000_000
"""Bytes of a file."""
Label = Literal[
    "bounce", "auto_reply", "unsubscribe", "interested", "meeting", "referral", "not_interested", "not_now", "other"
]


class ReplyBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Put a label right, or say that it is dealt with."""

    label: Label | None = None
    handled: bool | None = None


class ReplyUpload(msgspec.Struct, frozen=True, kw_only=True):
    """An answer saved as a file (.eml), with all its headers; of a huge one the first 4 MB are read."""

    file: UploadFile


class ImportedView(msgspec.Struct, frozen=True, kw_only=True):
    """What the file was: an answer (`reply`), or a report that a mail did not arrive; `duplicate` if it was known."""

    kind: Literal["answer", "report"]
    outreach_id: UUID
    duplicate: bool
    reply: ReplyView | None


class ReplyController(Controller):
    """What people answered."""

    path = "/replies"
    tags = ("Replies",)

    @get(
        operation_id="ListReplies",
        summary="Your answers, newest first.",
        opt=example(answer={"items": [REPLY_EXAMPLE], "next_cursor": None}),
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
        return paging.page(rows, limit, reply_view, ("received_at", "id"))

    @post(
        "/import",
        operation_id="ImportReply",
        summary="Take in an answer that you bring as a file.",
        status_code=HTTP_200_OK,
        opt=example(
            answer={
                "kind": "answer",
                "outreach_id": REPLY_EXAMPLE["outreach_id"],
                "duplicate": False,
                "reply": REPLY_EXAMPLE,
            }
        ),
    )
    async def import_reply(
        self,
        data: Annotated[ReplyUpload, Body(media_type=RequestEncodingType.MULTI_PART)],
        user_id: Injected[UserId],
        import_reply: Injected[ImportReply],
        reads: Injected[Reads],
    ) -> ImportedView:
        """Read it by the same proof as one that came by itself; brought twice, it counts once."""
        found = await import_reply(user_id, await data.file.read(_MOST_READ))
        row = await reads.one(user_id, "find_reply_of_mail", user_id, found.outreach_id, found.identity[:300])
        return ImportedView(
            kind="answer" if found.is_answer else "report",
            outreach_id=found.outreach_id,
            duplicate=not found.is_new,
            reply=await _shown(reads, user_id, row["id"]) if row else None,
        )

    @get("/{reply_id:uuid}", operation_id="GetReply", summary="One answer.", opt=example(answer=REPLY_EXAMPLE))
    async def get_reply(self, reply_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]) -> ReplyView:
        """Return it with the mail it answers."""
        return await _shown(reads, user_id, reply_id)

    @patch(
        "/{reply_id:uuid}",
        operation_id="PatchReply",
        summary="Put a label right, or mark an answer as handled.",
        opt=example(request={"handled": True}, answer=REPLY_EXAMPLE),
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
    return reply_view(row)

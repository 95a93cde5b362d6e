"""`/notices`: what you should know without asking."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import Controller, get

from roleferry.domain.model.ids import UserId
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.ports.transactions import Reads


class NoticeView(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened; `action` is a level at which something is to be done."""

    id: UUID
    code: str
    level: str
    message: str
    facts: dict[str, Any]
    created_at: datetime


class NoticeController(Controller):
    """What you should know without asking."""

    path = "/notices"
    tags = ("Account",)

    @get(
        operation_id="ListNotices",
        summary="What you should know.",
        opt=example(
            answer={
                "items": [
                    {
                        "id": "019ab7c2-d460-7166-8d5c-9e60b0af2d71",
                        "code": "mailbox.paused",
                        "level": "action",
                        "message": "Your mailbox was paused after a complaint.",
                        "facts": {},
                        "created_at": "2026-11-22T09:00:00Z",
                    }
                ],
                "next_cursor": None,
            }
        ),
    )
    async def list_notices(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[NoticeView]:
        """Return your notices, newest first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_notices", user_id, at, last, limit + 1)
        return page(rows, limit, view_of(NoticeView), ("created_at", "id"))

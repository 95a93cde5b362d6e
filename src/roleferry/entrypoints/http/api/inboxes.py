"""`/mailboxes/{id}/inbox`: whether what comes back is seen (SPEC 7)."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from litestar import Controller, get
from litestar.params import FromPath

from roleferry.domain.model.ids import UserId
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import to_view
from roleferry.ports.mailboxes import MailboxNotFound
from roleferry.ports.transactions import Reads

_MOST = 20


class SetAsideView(msgspec.Struct, frozen=True, kw_only=True):
    """A mail that could not be read, and why; look at it in your own mail program."""

    folder: str
    uid: int
    reason: str
    at: datetime


class InboxView(msgspec.Struct, frozen=True, kw_only=True):
    """
    How the reading of a mailbox goes, by the real time.

    `state` is `off` while it has no IMAP server, `new` before the first look, then `read`, or `refused` or
    `unreachable` with the reason in `detail`; `failures` are those since it was last read.
    """

    state: str
    detail: str | None = None
    failures: int = 0
    connected_at: datetime | None = None
    read_at: datetime | None = None
    due_at: datetime | None = None
    set_aside: int = 0
    newest_set_aside: list[SetAsideView] = []


_ANSWER: dict[str, Any] = {
    "state": "read",
    "detail": None,
    "failures": 0,
    "connected_at": "2026-11-23T09:00:00Z",
    "read_at": "2026-11-23T09:30:00Z",
    "due_at": "2026-11-23T09:30:45Z",
    "set_aside": 1,
    "newest_set_aside": [
        {"folder": "INBOX", "uid": 41, "reason": "its header cannot be read", "at": "2026-11-23T09:10:00Z"}
    ],
}


class InboxController(Controller):
    """What is read out of mailboxes."""

    path = "/mailboxes"
    tags = ("Mailboxes",)

    @get(
        "/{mailbox_id:uuid}/inbox",
        operation_id="GetMailboxInbox",
        summary="Whether answers to this mailbox are seen.",
        opt=example(answer=_ANSWER),
    )
    async def inbox(self, mailbox_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]) -> InboxView:
        """Return how the reading goes, and the newest mails that could not be read."""
        if await reads.one(user_id, "show_mailbox", user_id, mailbox_id) is None:
            raise MailboxNotFound("there is no such mailbox", mailbox_id=mailbox_id)
        row = await reads.one(user_id, "show_inbox", user_id, mailbox_id)
        if row is None:
            return InboxView(state="off")
        aside = await reads.many(user_id, "show_inbox_set_aside", user_id, mailbox_id, _MOST)
        return to_view(InboxView, {**row, "newest_set_aside": [dict(one) for one in aside]})

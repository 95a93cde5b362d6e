"""How far mailboxes were read, as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from roleferry.adapters.postgres.connections import login_of
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.inbound.cursor import FolderCursor
from roleferry.ports.inboxes import DueInbox, Inboxes, InboxState, LeaseLost

_LOST = "somebody else reads this mailbox, or it is another one by now"


class PostgresInboxes(Repository, Inboxes):
    """Rows of inboxes, inbox_folders and inbox_set_aside."""

    async def claim(self, *, token: str, lease: timedelta, limit: int) -> Sequence[DueInbox]:
        return [_due(row) for row in await self._many("claim_inboxes", token, lease.total_seconds(), limit)]

    async def waiting(self) -> bool:
        row = await self._one("are_inboxes_waiting")
        return bool(row and row["waiting"])

    async def cursor(self, inbox: DueInbox, folder: str) -> FolderCursor | None:
        row = await self._one("find_inbox_folder", inbox.user_id, inbox.mailbox_id, folder)
        return to(FolderCursor, row) if row else None

    async def save_cursor(self, inbox: DueInbox, cursor: FolderCursor) -> None:
        place = (cursor.folder, cursor.uid_validity, cursor.last_uid, cursor.since)
        if not await self._execute("save_inbox_folder", inbox.user_id, inbox.mailbox_id, inbox.token, *place):
            raise LeaseLost(_LOST)

    async def set_aside(self, inbox: DueInbox, cursor: FolderCursor, uid: int, reason: str) -> None:
        place = (cursor.folder, cursor.uid_validity, uid)
        await self._execute("set_inbox_mail_aside", inbox.user_id, inbox.mailbox_id, *place, reason)

    async def renew(self, inbox: DueInbox, *, lease: timedelta) -> datetime:
        row = await self._one("renew_inbox", inbox.user_id, inbox.mailbox_id, inbox.token, lease.total_seconds())
        if row is None:
            raise LeaseLost(_LOST)
        connected_at: datetime = row["connected_at"]
        return connected_at

    async def release(self, inbox: DueInbox, *, state: InboxState, detail: str | None, after: timedelta) -> None:
        told = (state.value, detail, after.total_seconds())
        await self._execute("release_inbox", inbox.user_id, inbox.mailbox_id, inbox.token, *told)


def _due(row: Mapping[str, Any]) -> DueInbox:
    return DueInbox(
        user_id=UserId(row["user_id"]),
        mailbox_id=MailboxId(row["mailbox_id"]),
        token=row["token"],
        address=row["address"],
        login=login_of(row),
        settings_at=row["settings_at"],
        connected_at=row["connected_at"],
        failures=row["failures"],
    )

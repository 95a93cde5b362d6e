"""Mailboxes in plain dicts, with the ways of IMAP servers: UIDs, folders with a use, a validity that can change."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from roleferry.domain.model.inbound.cursor import FolderCursor, FolderState
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.ports.errors import Unavailable
from roleferry.ports.inbox import (
    ArrivedMail,
    FolderUse,
    InboxReader,
    LoginRefused,
    MailUnreadable,
    OpenInbox,
)

_HEADER_LIMIT = 65_536


@dataclass(slots=True)
class MemoryFolder:
    """Mails by UID; those in `broken` cannot be read, those in `headless` not even by their header."""

    uid_validity: int = 1
    uid_next: int = 1
    mails: dict[int, tuple[bytes, datetime]] = field(default_factory=dict)
    broken: set[int] = field(default_factory=set)
    headless: set[int] = field(default_factory=set)

    def add(self, raw: bytes, at: datetime) -> int:
        """Take a mail in and return its UID."""
        uid = self.uid_next
        self.mails[uid] = (raw, at)
        self.uid_next += 1
        return uid


class MemoryInboxes(InboxReader):
    """One server: mailboxes by user name, each with its password."""

    def __init__(self, *, waits: bool = True) -> None:
        self.passwords: dict[str, str] = {}
        self.folders: dict[str, dict[str, MemoryFolder]] = defaultdict(dict)
        self.uses: dict[FolderUse, str] = {FolderUse.INBOX: "INBOX", FolderUse.JUNK: "Junk", FolderUse.SENT: "Sent"}
        self.reachable = True
        self.logins = 0
        self.waits = waits
        self.changed = asyncio.Event()

    def deliver(self, user: str, raw: bytes, *, folder: str = "INBOX", at: datetime | None = None) -> int:
        """Put a mail into a folder and return its UID; who waits hears of it."""
        uid = self.folders[user].setdefault(folder, MemoryFolder()).add(raw, at or datetime.now(UTC))
        self.changed.set()
        return uid

    @asynccontextmanager
    async def open(self, login: ServerLogin) -> AsyncIterator["MemoryInbox"]:
        if not self.reachable:
            raise Unavailable("the server cannot be reached")
        self.logins += 1
        if self.passwords.get(login.username) != login.password.reveal():
            raise LoginRefused("the server does not accept this user name and password")
        yield MemoryInbox(self, login.username)


class MemoryInbox(OpenInbox):
    """One open mailbox."""

    def __init__(self, server: MemoryInboxes, user: str) -> None:
        self.waits = server.waits
        self._server = server
        self._folders = server.folders[user]
        self._folders.setdefault("INBOX", MemoryFolder())
        self._here = self._folders["INBOX"]

    async def folder(self, use: FolderUse) -> str | None:
        name = self._server.uses.get(use)
        return name if name in self._folders else None

    async def look(self, folder: str) -> FolderState:
        self._here = self._asked()[folder]
        return FolderState(name=folder, uid_validity=self._here.uid_validity, uid_next=self._here.uid_next)

    async def arrived(self, cursor: FolderCursor) -> Sequence[int]:
        self._asked()
        since = cursor.since - timedelta(days=1) if cursor.since else None
        return [
            uid
            for uid, (_, at) in sorted(self._here.mails.items())
            if uid > cursor.last_uid and (since is None or at.date() >= since.date())
        ]

    async def headers(self, uids: Sequence[int]) -> Sequence[ArrivedMail | int]:
        self._asked()
        return [self._header(uid) for uid in uids if uid in self._here.mails]

    async def content(self, uid: int, *, limit: int) -> bytes:
        self._asked()
        if uid in self._here.broken | self._here.headless or uid not in self._here.mails:
            raise MailUnreadable("its server does not hand it over")
        return self._here.mails[uid][0][:limit]

    async def has(self, message_id: str) -> bool:
        self._asked()
        line = f"message-id: {message_id}".encode().lower()
        return any(line in raw.partition(b"\r\n\r\n")[0].lower() for raw, _ in self._here.mails.values())

    async def wait(self, *, seconds: float) -> bool:
        self._server.changed.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._server.changed.wait()
        except TimeoutError:
            return False
        return self.waits

    def _asked(self) -> dict[str, MemoryFolder]:
        if not self._server.reachable:
            raise Unavailable("the server broke off")
        return self._folders

    def _header(self, uid: int) -> ArrivedMail | int:
        if uid in self._here.headless:
            return uid
        raw, at = self._here.mails[uid]
        head, separator, _ = raw.partition(b"\r\n\r\n")
        return ArrivedMail(uid=uid, at=at, size=len(raw), header=(head + separator)[:_HEADER_LIMIT])

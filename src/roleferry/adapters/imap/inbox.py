"""One opened mailbox: only EXAMINE and BODY.PEEK, so that nothing is marked as seen by us (RFC 3501, 6.3.2)."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from imapclient.imapclient import JUNK, SENT

from roleferry.adapters.imap.wire import Client
from roleferry.domain.model.inbound.cursor import FolderCursor, FolderState
from roleferry.ports.errors import Unavailable
from roleferry.ports.inbox import ArrivedMail, FolderUse, MailUnreadable, OpenInbox

_T = TypeVar("_T")
_HEADER_LIMIT = 65_536
_FLAGS = {FolderUse.JUNK: JUNK, FolderUse.SENT: SENT}
_BAD_ANSWERS = (IMAPClientError, ValueError, KeyError, IndexError, TypeError)
_CANNOT_HOLD = {b"\\noselect", b"\\nonexistent"}


class Ask(Protocol):
    """Runs one conversation with the server, where it may take its time."""

    def __call__(self, what: Callable[[], _T], /) -> Awaitable[_T]:
        """Return what the conversation returned."""
        ...


class ImapInbox(OpenInbox):
    """One connection, logged in."""

    def __init__(self, client: Client, ask: Ask) -> None:
        self._client = client
        self._ask = ask
        self.waits = False

    async def greet(self) -> None:
        """Learn what the server can do for somebody who is logged in."""
        self.waits = await self._ask(lambda: self._client.has_capability("IDLE"))

    async def folder(self, use: FolderUse) -> str | None:
        if use is FolderUse.INBOX:
            return "INBOX"
        return await self._ask(lambda: _special(self._client.list_folders(), _FLAGS[use]))

    async def look(self, folder: str) -> FolderState:
        def look() -> FolderState:
            told = self._client.select_folder(folder, readonly=True)
            uid_next = told.get(b"UIDNEXT") or _after_last(self._client, told)
            return FolderState(name=folder, uid_validity=int(told.get(b"UIDVALIDITY", 0)), uid_next=int(uid_next))

        return await self._ask(look)

    async def arrived(self, cursor: FolderCursor) -> Sequence[int]:
        criteria: Any = ["UID", f"{cursor.last_uid + 1}:*"]
        if cursor.since:
            criteria += ["SINCE", (cursor.since - timedelta(days=1)).date()]
        found = await self._ask(lambda: self._client.search(criteria))
        # `n:*` names the last mail even when it lies before n (RFC 3501, section 9, seq-range).
        return sorted(uid for uid in found if uid > cursor.last_uid)

    async def headers(self, uids: Sequence[int]) -> Sequence[ArrivedMail | int]:
        if not uids:
            return []
        try:
            return await self._ask(lambda: _headers(self._client, uids))
        except Unavailable as error:
            if not _one_answer_was_bad(error):
                raise
        return [found for uid in uids for found in await self._header(uid)]

    async def content(self, uid: int, *, limit: int) -> bytes:
        try:
            told = await self._ask(lambda: self._client.fetch([uid], [f"BODY.PEEK[]<0.{limit}>"]))
        except Unavailable as error:
            if not _one_answer_was_bad(error):
                raise
            raise MailUnreadable("its server does not hand it over") from error
        raw = _body(told.get(uid, {}), b"BODY[]")
        if raw is None:
            raise MailUnreadable("its server does not hand it over")
        return raw[:limit]

    async def has(self, message_id: str) -> bool:
        criteria: Any = ["HEADER", "Message-ID", message_id]
        return bool(await self._ask(lambda: self._client.search(criteria)))

    async def wait(self, *, seconds: float) -> bool:
        if not self.waits:
            await asyncio.sleep(seconds)
            return False
        spoken = await self._ask(self._client.begin_idle)
        try:
            return spoken or await _readable(self._client, seconds)
        finally:
            await self._ask(self._client.idle_done)

    async def _header(self, uid: int) -> Sequence[ArrivedMail | int]:
        """Ask for one mail alone: a server that cannot answer for it shows which one it is."""
        try:
            return await self._ask(lambda: _headers(self._client, [uid]))
        except Unavailable as error:
            if not _one_answer_was_bad(error):
                raise
            return [uid]


def _one_answer_was_bad(error: Unavailable) -> bool:
    """Tell a NO, or an answer that cannot be taken apart, from a connection that is gone."""
    cause = error.__cause__
    return isinstance(cause, _BAD_ANSWERS) and not isinstance(cause, IMAPClientAbortError)


def _headers(client: Client, uids: Sequence[int]) -> list[ArrivedMail | int]:
    wanted = ["INTERNALDATE", "RFC822.SIZE", f"BODY.PEEK[HEADER]<0.{_HEADER_LIMIT}>"]
    told = client.fetch(uids, wanted)
    return [_arrived(uid, told[uid]) for uid in uids if uid in told]


def _arrived(uid: int, told: Mapping[bytes, Any]) -> ArrivedMail | int:
    at, header = told.get(b"INTERNALDATE"), _body(told, b"BODY[HEADER]")
    if not isinstance(at, datetime) or header is None:
        return uid
    return ArrivedMail(uid=uid, at=at, size=int(told.get(b"RFC822.SIZE", 0)), header=header[:_HEADER_LIMIT])


def _body(told: Mapping[bytes, Any], name: bytes) -> bytes | None:
    """Find a part in an answer; servers repeat the range that was asked for, or do not."""
    found = next((value for key, value in told.items() if key.upper().startswith(name)), None)
    return found if isinstance(found, bytes) else None


def _after_last(client: Client, told: Mapping[bytes, Any]) -> int:
    """Return what UIDNEXT would be, of a server that does not say."""
    if not told.get(b"EXISTS"):
        return 1
    criteria: Any = ["UID", "*"]
    return max(client.search(criteria), default=0) + 1


def _special(folders: Sequence[tuple[Sequence[bytes], bytes, str]], flag: bytes) -> str | None:
    """Return the first folder marked for this use that mails can lie in (RFC 6154)."""
    for flags, _, name in folders:
        lowered = {one.lower() for one in flags}
        if flag.lower() in lowered and not lowered & _CANNOT_HOLD:
            return name
    return None


async def _readable(client: Client, seconds: float) -> bool:
    """Wait without a thread until the server says something; TLS may have read ahead already."""
    connection = client.socket()
    pending = getattr(connection, "pending", None)
    if pending is not None and pending():
        return True
    loop = asyncio.get_running_loop()
    spoken = asyncio.Event()
    loop.add_reader(connection.fileno(), spoken.set)
    try:
        async with asyncio.timeout(seconds):
            await spoken.wait()
    except TimeoutError:
        return False
    else:
        return True
    finally:
        loop.remove_reader(connection.fileno())

"""Looking into a person's own mailbox, without leaving a trace there (SPEC 7)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from roleferry.domain.model.inbound.cursor import FolderCursor, FolderState
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.ports.errors import PortError


class LoginRefused(PortError):
    """The server is there and does not let us in with this name and password; asking again changes nothing."""


class MailUnreadable(PortError):
    """One mail cannot be had from its server; the others can."""


class FolderUse(StrEnum):
    """What a folder is for (RFC 6154)."""

    INBOX = "inbox"
    JUNK = "junk"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedMail:
    """One mail of a folder; `at` is when its server took it in, `header` its header block alone, cut if endless."""

    uid: int
    at: datetime
    size: int
    header: bytes


class OpenInbox(Protocol):
    """A connection that is logged in; one thing is asked of it at a time, and nothing in the mailbox changes by it."""

    waits: bool
    """Whether `wait` hears of new mail at once, or only lets time pass."""

    @abstractmethod
    async def folder(self, use: FolderUse) -> str | None:
        """Return the name of the folder for this use, if there is one; INBOX always is."""

    @abstractmethod
    async def look(self, folder: str) -> FolderState:
        """Turn to a folder; what is asked next is asked of it."""

    @abstractmethod
    async def arrived(self, cursor: FolderCursor) -> Sequence[int]:
        """Return the UIDs of what lies behind the cursor, ascending; of what is older than `since`, perhaps a day."""

    @abstractmethod
    async def headers(self, uids: Sequence[int]) -> Sequence[ArrivedMail | int]:
        """Return these mails in order; of one that cannot be read, its UID; none of one that is gone."""

    @abstractmethod
    async def content(self, uid: int, *, limit: int) -> bytes:
        """
        Return a mail, at most the first `limit` bytes of it.

        Raises:
            MailUnreadable: it cannot be had.
        """

    @abstractmethod
    async def has(self, message_id: str) -> bool:
        """Say whether the folder holds a mail of this Message-ID (in its brackets)."""

    @abstractmethod
    async def wait(self, *, seconds: float) -> bool:
        """Return when something happens in the folder (True), or the time is over."""


class InboxReader(Protocol):
    """
    Open mailboxes.

    Everything asked of one raises Unavailable when the server is gone, or takes longer than anybody should wait.
    """

    @abstractmethod
    def open(self, login: ServerLogin) -> AbstractAsyncContextManager[OpenInbox]:
        """
        Log in; the connection is closed at the end, however it comes.

        Raises:
            LoginRefused: it does not let us in.
            Unavailable: it cannot be reached, or not safely.
        """

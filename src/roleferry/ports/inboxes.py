"""How far mailboxes were read, and who reads them now."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.inbound.cursor import FolderCursor
from roleferry.domain.model.sending.connections import SealedLogin
from roleferry.ports.errors import PortError


class LeaseLost(PortError):
    """Somebody else reads this mailbox by now; whatever was about to be written is theirs to write."""


class InboxState(StrEnum):
    """How the last look into a mailbox ended."""

    NEW = "new"
    READ = "read"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueInbox:
    """A mailbox to be read, leased to whoever holds the token; `failures` since it was last read."""

    user_id: UserId
    mailbox_id: MailboxId
    token: str
    address: str
    login: SealedLogin
    settings_at: datetime
    connected_at: datetime | None
    failures: int


class Inboxes(Protocol):
    """
    Rows of inboxes; the system's alone.

    Times are by the database's real clock. What takes a DueInbox raises LeaseLost when its lease is over, its server
    settings have changed, or the mailbox is gone.
    """

    @abstractmethod
    async def claim(self, *, token: str, lease: timedelta, limit: int) -> Sequence[DueInbox]:
        """Take mailboxes with a server to read them by that are due, longest due first; nobody else gets them."""

    @abstractmethod
    async def waiting(self) -> bool:
        """Say whether any is due and not taken."""

    @abstractmethod
    async def cursor(self, inbox: DueInbox, folder: str) -> FolderCursor | None:
        """Return how far a folder was read, if ever."""

    @abstractmethod
    async def save_cursor(self, inbox: DueInbox, cursor: FolderCursor) -> None:
        """Write how far it was read."""

    @abstractmethod
    async def set_aside(self, inbox: DueInbox, cursor: FolderCursor, uid: int, reason: str) -> None:
        """Note that a mail could not be read, and why; nothing of it is kept."""

    @abstractmethod
    async def renew(self, inbox: DueInbox, *, lease: timedelta) -> datetime:
        """Say that it was read just now, keep it, and return since when the mailbox is connected."""

    @abstractmethod
    async def release(self, inbox: DueInbox, *, state: InboxState, detail: str | None, after: timedelta) -> None:
        """Give it back, due again after so long; other settings make it due at once."""

"""What came in, kept as it came before anybody knows whose it is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from roleferry.domain.model.ids import ContactId, OutreachId, UserId

SUSPECT_AFTER = 3
"""Attempts after which an event may be what kills workers: only one such is claimed with a batch, and it goes last."""


class RawEventStatus(StrEnum):
    """How far one is."""

    NEW = "new"
    APPLIED = "applied"
    IGNORED = "ignored"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEvent:
    """One delivery of a source; its own id makes a repeated one known."""

    id: UUID
    provider: str
    provider_event_id: str
    content_type: str | None
    body: bytes
    received_at: datetime
    attempts: int = 0
    proof: str | None = None
    """A token its sender uses once: it cannot prove two events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMail:
    """A mail of ours that an event or an answer names, and whose it is."""

    user_id: UserId
    outreach_id: OutreachId
    contact_id: ContactId
    message_id: str
    to_address: str
    mailbox_address: str
    provider_id: str | None = None
    """What the provider calls it, which some put in place of our Message-ID."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedDelivery:
    """A captured mail on its way to its simulated reader."""

    outreach_id: OutreachId
    message_id: str
    sent_at: datetime
    sender: str
    recipient: str
    subject: str


class RawEvents(Protocol):
    """Rows of raw_events; the system's alone."""

    @abstractmethod
    async def add(self, event: RawEvent) -> bool:
        """Keep it; False when the source sent it before."""

    @abstractmethod
    async def claim(self, *, now: datetime, until: datetime, limit: int) -> Sequence[RawEvent]:
        """Take new ones, oldest first, a suspect one last; nobody else gets them before `until`. Counts the attempt."""

    @abstractmethod
    async def settle(self, event_id: UUID, status: RawEventStatus, *, at: datetime, error: str | None = None) -> None:
        """Write how it ended."""

    @abstractmethod
    async def put_off(self, event_id: UUID, *, until: datetime, error: str, failed: bool) -> None:
        """Let it wait; waiting for a mail to become known is no failed attempt."""

    @abstractmethod
    async def replay(self, event_id: UUID, *, at: datetime) -> RawEventStatus | None:
        """Give a dead one its tries back; return what it was, None when it is not on record."""

    @abstractmethod
    async def locate(
        self,
        *,
        message_ids: Sequence[str] = (),
        provider_ids: Sequence[str] = (),
        outreach_ids: Sequence[OutreachId] = (),
        send_keys: Sequence[str] = (),
    ) -> Sequence[FoundMail]:
        """Return the mails that go by any of these names."""

    @abstractmethod
    async def undelivered_mock_mails(self, *, sent_by: datetime, limit: int) -> Sequence[CapturedDelivery]:
        """Return captured mails that nothing was reported of yet."""

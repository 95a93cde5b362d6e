"""The pool of mailboxes that warm each other up: members, their mails, their own series."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.warmup.mail import WarmupMail, WarmupStatus
from roleferry.domain.model.warmup.pool import Pool


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """How a mailbox is warmed up."""

    mailbox_id: MailboxId
    pool: Pool
    joined_at: datetime


class WarmupRepository(Protocol):
    """Rows of warmup_members, warmup_mails and warmup_days; a user's own, or (the system's) everybody's."""

    @abstractmethod
    async def membership(self, mailbox_id: MailboxId) -> Membership | None:
        """Return how one of the user's mailboxes is warmed up; None when by nobody."""

    @abstractmethod
    async def join(self, mailbox_id: MailboxId, pool: Pool, *, shares_identity: bool, at: datetime) -> None:
        """Let a mailbox be warmed up this way from now on; one that is already stays as it is."""

    @abstractmethod
    async def leave(self, mailbox_id: MailboxId, *, at: datetime) -> None:
        """Let it be; what was planned from or to it is dropped when its time comes."""

    @abstractmethod
    async def to_plan(self, *, now: datetime, limit: int) -> Sequence[Mailbox]:
        """Return mailboxes of the built-in pool whose next day is to be planned, locked; the system's."""

    @abstractmethod
    async def plan_again(self, mailbox: Mailbox, *, at: datetime) -> None:
        """Say when its next day is to be planned."""

    @abstractmethod
    async def candidates(self, mailbox: Mailbox, *, limit: int) -> Sequence[Mailbox]:
        """Return other mailboxes of the built-in pool that could be written to; the system's."""

    @abstractmethod
    async def apart(self, mailbox: Mailbox) -> frozenset[MailboxId]:
        """Return members it must not write to: their owners know each other, or a pool mail came back; the system's."""

    @abstractmethod
    async def real_mails(self, mailbox: Mailbox, *, since: datetime, until: datetime) -> tuple[int, datetime | None]:
        """Return how many campaign mails it sent or plans to in this time, and when it sent the last one ever."""

    @abstractmethod
    async def plan(self, mails: Sequence[WarmupMail]) -> int:
        """Keep planned mails and return how many are new: a day's slot, or a place in a thread, is given once."""

    @abstractmethod
    async def next_due(self, *, now: datetime) -> WarmupMail | None:
        """Return the mail that is due the longest, of a mailbox with none in flight; the system's."""

    @abstractmethod
    async def claim(self, mail: WarmupMail) -> bool:
        """Lock it and its mailbox's place in the pool; False when somebody else has either, or it is not planned."""

    @abstractmethod
    async def find(self, mail_id: UUID) -> WarmupMail | None:
        """Return a mail, locked, if there is one; the system's."""

    @abstractmethod
    async def member(self, mailbox_id: MailboxId) -> Mailbox | None:
        """Return a mailbox of the built-in pool; None when it is not in it; the system's."""

    @abstractmethod
    async def written_on(self, mailbox: Mailbox, day: date) -> int:
        """Return how many pool mails of a day of its calendar have left, or may have."""

    @abstractmethod
    async def begin(self, mail: WarmupMail, *, lease_seconds: float) -> None:
        """Write that it is about to leave."""

    @abstractmethod
    async def settle(self, mail: WarmupMail, status: WarmupStatus, *, at: datetime, why: str | None = None) -> bool:
        """Write what became of it and count it in the pool's series; False when that cannot follow what is known."""

    @abstractmethod
    async def expired(self) -> Sequence[WarmupMail]:
        """Return mails whose sender never came back to say what happened; the system's."""

    @abstractmethod
    async def unreceived(self, *, sent_by: datetime, limit: int) -> Sequence[WarmupMail]:
        """Return mails that left and were not seen to arrive; the system's."""

    @abstractmethod
    async def forget(self, *, before: datetime) -> int:
        """Forget mails that ended before; their counts stay; the system's."""

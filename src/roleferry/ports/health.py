"""What is known of mailboxes' health, and what was done about it (SPEC 3.10)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from roleferry.domain.model.figures.health import MailboxWeek
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.authentication import DnsReport
from roleferry.ports.figures import NumberedFact


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedMailbox:
    """What a mailbox's health depends on beside its mails."""

    id: MailboxId
    address: str
    display_name: str
    status: str
    time_zone: str
    warmup: str
    pause: str | None = None
    warmup_started_on: date | None = None
    dns: DnsReport = field(default_factory=DnsReport)


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthDay:
    """A closed UTC day of one mailbox: its week's counts then, and what was said that night."""

    mailbox_id: MailboxId
    day: date
    figures: Mapping[str, Any]


class HealthRepository(Protocol):
    """Rows of mailbox_health and mailbox_watch, and mailboxes' facts out of the log."""

    @abstractmethod
    async def mailboxes(self, mailbox_id: MailboxId | None = None) -> Sequence[WatchedMailbox]:
        """Return the user's mailboxes, oldest first, or only this one."""

    @abstractmethod
    async def facts(
        self, *, since: datetime, mailbox_id: MailboxId | None = None
    ) -> Mapping[MailboxId, Sequence[NumberedFact]]:
        """Return everything about mails that left, or were complained of, after `since`."""

    @abstractmethod
    async def last_day(self) -> date | None:
        """Return the latest day that is written down for this user."""

    @abstractmethod
    async def save_days(self, days: Sequence[HealthDay], *, at: datetime) -> int:
        """Write days down and return how many changed; what an earlier night said besides counts stays."""

    @abstractmethod
    async def note_evidence(self, mailbox_id: MailboxId, number: int) -> bool:
        """Remember that an event was acted on; False when it, or a later one, was before."""

    @abstractmethod
    async def note_low_replies(self, mailbox_id: MailboxId, today: date) -> bool:
        """Remember that the owner was told of low replies; False when it is less than seven days ago."""

    @abstractmethod
    async def users_who_sent(self, *, since: datetime) -> Sequence[UserId]:
        """Return everybody with a mail or a complaint since then; the system's question."""


def in_counts(week: MailboxWeek) -> dict[str, int]:
    """Return a week's counts by the names they are kept under."""
    return {name: getattr(week, name) for name in ("sent", "delivered", "bounced", "complained", "replied")}

"""The outreach platform: who carries warmup mail, and how that goes (SPEC 4)."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from roleferry.domain.model.ids import MailboxId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmupDay:
    """One UTC day of a mailbox's warmup; these mails are between pool members and count in no figure (SPEC 3.11)."""

    day: date
    sent: int
    received: int
    bounced: int
    dropped: int


class OutreachPlatform(Protocol):
    """Whoever warms mailboxes up."""

    source: str
    """What its numbers are: `mock` ones are made up."""
    carries: bool
    """Whether our own workers carry its mails."""

    @abstractmethod
    async def warmup_days(
        self, user_id: UserId, mailbox_id: MailboxId, *, since: date, until: date
    ) -> tuple[WarmupDay, ...]:
        """Return days from `since`, when it joined, to `until` on which anything happened, oldest first."""

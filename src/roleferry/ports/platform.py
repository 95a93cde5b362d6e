"""The outreach platform: who warms a mailbox up, and how that goes (SPEC 4)."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmupDay:
    """One day of a mailbox's warmup; these mails are between pool members and count in no figure (SPEC 3.11)."""

    day: date
    sent: int
    received: int
    rescued_from_spam: int
    source: str


class OutreachPlatform(Protocol):
    """Warm mailboxes up."""

    @abstractmethod
    async def start_warmup(self, address: str, *, on: date) -> None:
        """Take a mailbox into the pool; one that is in it stays."""

    @abstractmethod
    async def pause_warmup(self, address: str) -> None:
        """Take a mailbox out of the pool; nothing happens to one that is not in it."""

    @abstractmethod
    async def warmup_days(self, address: str, *, until: date) -> tuple[WarmupDay, ...]:
        """Return what happened each day since it was taken in, oldest first; empty when it is not in the pool."""

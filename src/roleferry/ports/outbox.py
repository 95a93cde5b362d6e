"""Mail that was captured instead of delivered, to be read in dev."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class CapturedMail:
    """One mail as it would have travelled."""

    outreach_id: str
    user_id: str
    provider_id: str
    message_id: str
    sent_at: str
    sender: str
    recipient: str
    subject: str
    raw: str


class Outbox(Protocol):
    """The captured mails of one person."""

    @abstractmethod
    async def mails(self, user_id: str) -> Sequence[CapturedMail]:
        """Return every mail captured for this person, oldest first."""

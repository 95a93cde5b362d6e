"""What happened to mails, as an append-only log that every figure is counted from (SPEC 3.11)."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from roleferry.domain.model.ids import OutreachId, UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachFact:
    """One thing that happened to one mail; `dedupe_key` is the same however often it is reported."""

    id: UUID
    user_id: UserId
    outreach_id: OutreachId
    type: str
    at: datetime
    recorded_at: datetime
    dedupe_key: str
    counted: bool = True
    facts: Mapping[str, Any] = field(default_factory=dict)


class EventLog(Protocol):
    """Rows of outreach_events."""

    @abstractmethod
    async def add(self, facts: Sequence[OutreachFact]) -> int:
        """Append what is not there yet and return how many were."""

    @abstractmethod
    async def of_mail(self, outreach_id: OutreachId) -> Sequence[OutreachFact]:
        """Return everything known of one mail, in the order it became known."""

"""One try at handing a mail to its provider; every try keeps its own row (SPEC 3.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.sending.outcome import OutcomeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """When a try began and how it ended; no outcome means that its worker did not live to say."""

    user_id: UserId
    outreach_id: OutreachId
    token: str
    provider: str
    started_at: datetime
    ended_at: datetime | None = None
    outcome: OutcomeKind | None = None
    code: str | None = None
    detail: str | None = None
    provider_id: str | None = None

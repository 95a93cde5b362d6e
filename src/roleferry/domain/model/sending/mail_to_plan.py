"""What goes into a plan and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import CompanyId, ContactId, MailboxId, OutreachId
from roleferry.domain.model.sending.window import OpenHours


class Unplannable(Invalid):
    """A mail cannot be planned: its mailbox or the mail before it is not in the plan."""

    code = "plan.incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailToPlan:
    """One unsent mail: whose it is, where its reader lives, and what it must come after."""

    outreach_id: OutreachId
    contact_id: ContactId
    mailbox_id: MailboxId
    hours: OpenHours
    """Shared between readers at one place: take it from one HoursBook."""
    not_before: datetime
    """Launch, resume, or the end of a hold; for a follow-up its predecessor decides too."""
    day: int = 0
    """Days from the first mail (SPEC 3.7)."""
    gap_days: int = 0
    """Days that must lie between its predecessor and it."""
    predecessor_id: OutreachId | None = None
    predecessor_at: datetime | None = None
    """When the predecessor was sent, or is due if it is not part of this plan."""
    first_at: datetime | None = None
    """When the first mail was sent or is due, if it is not part of this plan."""
    company_id: CompanyId | None = None

    @property
    def is_follow_up(self) -> bool:
        """Say whether it continues a conversation."""
        return self.predecessor_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMail:
    """When one mail is to go, in UTC, and why not on the day it was meant for."""

    outreach_id: OutreachId
    mailbox_id: MailboxId
    due_at: datetime
    reason: str | None = None

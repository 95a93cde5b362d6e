"""What a stop rule decides: plain data, carried out by the use case that asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.ids import ContactId, EnrollmentId, MailboxId, OutreachId
from roleferry.domain.model.sending.enrollment import EndReason, EnrollmentEvent, HoldReason
from roleferry.domain.model.sending.mailbox import MailboxPause
from roleferry.domain.model.sending.suppression import SuppressionReason, SuppressionScope


@dataclass(frozen=True, slots=True)
class EndEnrollment:
    """End it and cancel its mails that have not left."""

    enrollment_id: EnrollmentId
    event: EnrollmentEvent
    reason: EndReason


@dataclass(frozen=True, slots=True)
class HoldEnrollment:
    """Let it wait until then; None waits for a person."""

    enrollment_id: EnrollmentId
    reason: HoldReason
    until: datetime | None


@dataclass(frozen=True, slots=True)
class ReleaseEnrollment:
    """Take one hold away and plan its unsent mails anew."""

    enrollment_id: EnrollmentId
    reason: HoldReason


@dataclass(frozen=True, slots=True)
class SuppressContact:
    """Never mail this person's address again."""

    contact_id: ContactId
    scope: SuppressionScope
    reason: SuppressionReason


@dataclass(frozen=True, slots=True)
class PauseMailbox:
    """Send nothing from this mailbox until somebody has looked."""

    mailbox_id: MailboxId
    why: MailboxPause


@dataclass(frozen=True, slots=True)
class Resend:
    """Hand the same mail over once more: its provider said that it did not arrive."""

    outreach_id: OutreachId
    at: datetime


@dataclass(frozen=True, slots=True)
class AskOwner:
    """Tell the owner what happened and ask what to do, in words."""

    enrollment_id: EnrollmentId
    question: str


Decision = EndEnrollment | HoldEnrollment | ReleaseEnrollment | SuppressContact | PauseMailbox | Resend | AskOwner

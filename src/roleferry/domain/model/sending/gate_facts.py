"""What is known of one mail at the moment of sending, and what the gate may answer (SPEC 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.domain.model.sending.suppression import Suppression
from roleferry.domain.model.sending.window import OpenHours


class GateAnswer(StrEnum):
    """What to do with a mail whose turn has come."""

    GO = "go"
    NOT_YET = "not_yet"
    HOLD = "hold"
    CANCEL = "cancel"
    SUPPRESS = "suppress"


class Verdict(StrEnum):
    """What verification says of an address (SPEC 3.6)."""

    VALID = "valid"
    RISKY = "risky"
    INVALID = "invalid"
    UNKNOWN = "unknown"
    DISPOSABLE = "disposable"


@dataclass(frozen=True, slots=True, kw_only=True)
class GateDecision:
    """The answer, a stable code, why in words, and for "not yet" the moment to look again (None: when it is lifted)."""

    answer: GateAnswer
    code: str
    why: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Predecessor:
    """The mail before this one in the conversation."""

    status: OutreachStatus
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFacts:
    """All that is true of one mail at this moment, read in the transaction that claims it."""

    outreach: Outreach
    enrollment: Enrollment
    campaign: Campaign
    mailbox: Mailbox
    hours: OpenHours
    suppression: Suppression | None = None
    predecessor: Predecessor | None = None
    gap_days: int = 0
    verdict: Verdict | None = None
    is_candidate: bool = False
    """The address is a pattern guess: unusable until verified `valid`."""
    sent_today: int = 0
    """Mails this mailbox has sent, or is sending, on its own calendar day; this one not counted."""
    last_sent_at: datetime | None = None
    company_free_on: date | None = None
    """First local day on which the company's limit lets this mail go; None if it has no company."""
    digest: str | None = None
    """What the mail's digest is now; it must equal the approved one."""
    contact_is_mock: bool = False
    mail_is_real: bool = False
    recipient_allowed: bool = True
    """False when only internal recipients may be mailed and this is none (phase week10)."""
    sending_stopped: str | None = None
    """The kill switch, or the hold after a restore, in words."""

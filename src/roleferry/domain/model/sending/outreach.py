"""One mail of one step: its states, the events that move it, and the flags beside them (SPEC 3.8, 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from roleferry.domain.model.ids import (
    CampaignId,
    ContactId,
    EnrollmentId,
    MailboxId,
    OutreachId,
    SequenceStepId,
    UserId,
)
from roleferry.domain.model.sending.transitions import IllegalTransition


class OutreachStatus(StrEnum):
    """Where one mail stands."""

    SCHEDULED = "scheduled"
    HELD = "held"
    SENDING = "sending"
    UNCERTAIN = "uncertain"
    SENT = "sent"
    DELIVERED = "delivered"
    CANCELED = "canceled"
    SUPPRESSED = "suppressed"
    FAILED = "failed"

    @property
    def has_left(self) -> bool:
        """Say whether a provider has accepted it, for certain."""
        return self in {OutreachStatus.SENT, OutreachStatus.DELIVERED}

    @property
    def is_open(self) -> bool:
        """Say whether something is still to happen before it counts as settled."""
        return self in {OutreachStatus.SCHEDULED, OutreachStatus.HELD, OutreachStatus.SENDING, OutreachStatus.UNCERTAIN}


class OutreachEvent(StrEnum):
    """What can happen to one mail: our own steps first, then evidence from outside."""

    CLAIM = "claim"
    GIVE_BACK = "give_back"
    ACCEPT = "accept"
    REFUSE = "refuse"
    REJECT = "reject"
    LOSE = "lose"
    PROVE_ABSENT = "prove_absent"
    HOLD = "hold"
    RELEASE = "release"
    CANCEL = "cancel"
    SUPPRESS = "suppress"
    REQUEUE = "requeue"
    RESEND = "resend"
    REVIVE = "revive"
    SEEN_SENT = "seen_sent"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    CLICKED = "clicked"
    REPLIED = "replied"
    COMPLAINED = "complained"


_S, _E = OutreachStatus, OutreachEvent
_EVIDENCE = (_E.ACCEPT, _E.SEEN_SENT, _E.BOUNCED, _E.CLICKED, _E.REPLIED, _E.COMPLAINED)

OUTREACH_TABLE: Mapping[tuple[OutreachStatus, OutreachEvent], OutreachStatus] = MappingProxyType(
    {
        (_S.SCHEDULED, _E.CLAIM): _S.SENDING,
        (_S.SENDING, _E.GIVE_BACK): _S.SCHEDULED,
        (_S.SENDING, _E.REFUSE): _S.SCHEDULED,
        (_S.SENDING, _E.REJECT): _S.FAILED,
        (_S.SENDING, _E.LOSE): _S.UNCERTAIN,
        (_S.UNCERTAIN, _E.PROVE_ABSENT): _S.SCHEDULED,
        # The attempt that left it in doubt may come back late, and know.
        (_S.UNCERTAIN, _E.REFUSE): _S.SCHEDULED,
        (_S.UNCERTAIN, _E.REJECT): _S.FAILED,
        (_S.SCHEDULED, _E.HOLD): _S.HELD,
        (_S.HELD, _E.HOLD): _S.HELD,
        (_S.HELD, _E.RELEASE): _S.SCHEDULED,
        # "Do not send it again" is a person's to say of an uncertain mail; one being sent has already left their hands.
        **{(status, _E.CANCEL): _S.CANCELED for status in (_S.SCHEDULED, _S.HELD, _S.UNCERTAIN)},
        **{(status, _E.SUPPRESS): _S.SUPPRESSED for status in (_S.SCHEDULED, _S.HELD)},
        (_S.FAILED, _E.REQUEUE): _S.SCHEDULED,
        # Canceled by us because the mail before it failed, and that one is tried again (`revive` sees to the because).
        (_S.CANCELED, _E.REVIVE): _S.SCHEDULED,
        # After a soft bounce only: the provider's own word that it gave up on a mail that never arrived (SPEC 3.9).
        (_S.SENT, _E.RESEND): _S.SCHEDULED,
        # Evidence that it left is true whatever we believed: it can only move a mail forward, never back. An acceptance
        # is such evidence, even when the worker that tells of it has lost its lease meanwhile.
        **{(status, event): _S.SENT for status in _S for event in _EVIDENCE},
        **{(_S.DELIVERED, event): _S.DELIVERED for event in _EVIDENCE},
        **{(status, _E.DELIVERED): _S.DELIVERED for status in _S},
    }
)
"""The whole lifecycle; a pair that is not here is an IllegalTransition."""


FAILED_BEFORE = "the mail before it could not be sent"
"""Why the rest of a conversation is canceled when one mail of it fails."""


class OutreachHoldReason(StrEnum):
    """Why one mail waits for somebody."""

    STALE = "stale"
    UNAPPROVED = "unapproved"
    UNVERIFIED = "unverified"
    PREDECESSOR = "predecessor"
    NOT_INTERNAL = "not_internal"
    USER = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outreach:
    """One mail of one step to one contact. Immutable: every change returns the next outreach."""

    id: OutreachId
    user_id: UserId
    campaign_id: CampaignId
    enrollment_id: EnrollmentId
    contact_id: ContactId
    mailbox_id: MailboxId
    step_id: SequenceStepId
    step: int
    """Position in the sequence, from 1."""
    send_key: str
    """Same for every attempt: provider tag, idempotency key and part of the Message-ID."""
    message_id: str
    to_address: str
    to_name: str
    subject: str
    body: str
    time_zone: str
    due_at: datetime
    status: OutreachStatus = OutreachStatus.SCHEDULED
    plan_reason: str | None = None
    """Why it moved from the day it was meant for, in words."""
    hold_reason: OutreachHoldReason | None = None
    end_reason: str | None = None
    """Why it was canceled, suppressed or failed, in words."""
    approved_digest: str | None = None
    attempts: int = 0
    lease_token: str | None = None
    lease_until: datetime | None = None
    provider_id: str | None = None
    sent_at: datetime | None = None
    delivered_at: datetime | None = None
    clicked_at: datetime | None = None
    replied_at: datetime | None = None
    bounced_at: datetime | None = None
    complained_at: datetime | None = None
    version: int = 0

    def claim(self, *, token: str, until: datetime) -> Outreach:
        """Take it for sending: one attempt more, under a lease."""
        return replace(
            self._after(OutreachEvent.CLAIM), attempts=self.attempts + 1, lease_token=token, lease_until=until
        )

    def give_back(self) -> Outreach:
        """Return it unsent, before the first byte: the attempt did not happen."""
        return replace(self._after(OutreachEvent.GIVE_BACK), attempts=self.attempts - 1)

    def accepted(self, *, at: datetime, provider_id: str | None) -> Outreach:
        """Record a provider's acceptance, true whatever became of the mail; an earlier event keeps its time."""
        moved = replace(self._after(OutreachEvent.ACCEPT), end_reason=None, hold_reason=None)
        return replace(moved, sent_at=_first(self.sent_at, at), provider_id=provider_id or self.provider_id)

    def refused(self, *, retry_at: datetime) -> Outreach:
        """Plan the next attempt after a refusal that certainly came before acceptance."""
        return replace(self._after(OutreachEvent.REFUSE), due_at=retry_at)

    def blocked(self) -> Outreach:
        """Wait for the mailbox, whose sender was refused: the attempt says nothing of this mail (SPEC 3.9)."""
        return replace(self._after(OutreachEvent.REFUSE), attempts=self.attempts - 1)

    def rejected(self, reason: str) -> Outreach:
        """Give up: it was never accepted and never will be, or refused too often."""
        return replace(self._after(OutreachEvent.REJECT), end_reason=reason)

    def lost(self) -> Outreach:
        """Say that nobody knows whether it left; its attempt's token stays, so that the attempt may still tell."""
        return replace(self._after(OutreachEvent.LOSE), lease_token=self.lease_token)

    def proven_absent(self, *, retry_at: datetime) -> Outreach:
        """Send again, since a provider that can prove absence has proven it."""
        return replace(self._after(OutreachEvent.PROVE_ABSENT), due_at=retry_at)

    def hold(self, reason: OutreachHoldReason) -> Outreach:
        """Wait for somebody to look."""
        return replace(self._after(OutreachEvent.HOLD), hold_reason=reason)

    def release(self, *, due_at: datetime) -> Outreach:
        """Go on, at a newly planned time."""
        return replace(self._after(OutreachEvent.RELEASE), hold_reason=None, due_at=due_at)

    def cancel(self, reason: str) -> Outreach:
        """Never send it."""
        return replace(self._after(OutreachEvent.CANCEL), end_reason=reason, hold_reason=None)

    def suppress(self, reason: str) -> Outreach:
        """Never send it, because the address must not be mailed."""
        return replace(self._after(OutreachEvent.SUPPRESS), end_reason=reason, hold_reason=None)

    def requeue(self, *, due_at: datetime) -> Outreach:
        """Try a failed mail afresh; it certainly never left."""
        return replace(self._after(OutreachEvent.REQUEUE), due_at=due_at, end_reason=None, attempts=0)

    def revive(self, *, due_at: datetime) -> Outreach:
        """
        Plan again a mail that was canceled because the one before it failed.

        Raises:
            IllegalTransition: it was not, or for another reason.
        """
        if self.end_reason != FAILED_BEFORE:
            raise IllegalTransition("it was canceled for another reason", outreach_id=self.id)
        return replace(self._after(OutreachEvent.REVIVE), due_at=due_at, end_reason=None)

    def resend(self, *, due_at: datetime) -> Outreach:
        """
        Try a soft-bounced mail once more, under the same send key.

        Raises:
            IllegalTransition: no bounce is known of it, or it has arrived.
        """
        if self.bounced_at is None:
            raise IllegalTransition("nothing says that it did not arrive", outreach_id=self.id)
        return replace(self._after(OutreachEvent.RESEND), due_at=due_at)

    def learned(self, event: OutreachEvent, *, at: datetime) -> Outreach:
        """
        Apply evidence from outside; the earliest time of each flag stays, so order and copies do not matter.

        Raises:
            IllegalTransition: the event is one of our own steps, not evidence.
        """
        if event not in _FLAGS:
            raise IllegalTransition(f"{event} is not evidence", outreach_id=self.id, event=event)
        moved = replace(self._after(event), sent_at=_first(self.sent_at, at), end_reason=None, hold_reason=None)
        match event:
            case OutreachEvent.DELIVERED:
                return replace(moved, delivered_at=_first(self.delivered_at, at))
            case OutreachEvent.BOUNCED:
                return replace(moved, bounced_at=_first(self.bounced_at, at))
            case OutreachEvent.CLICKED:
                return replace(moved, clicked_at=_first(self.clicked_at, at))
            case OutreachEvent.REPLIED:
                return replace(moved, replied_at=_first(self.replied_at, at))
            case OutreachEvent.COMPLAINED:
                return replace(moved, complained_at=_first(self.complained_at, at))
            case _:
                return moved

    def _after(self, event: OutreachEvent) -> Outreach:
        status = next_outreach_status(self.status, event)
        return replace(self, status=status, lease_token=None, lease_until=None)


_FLAGS = frozenset({*_EVIDENCE, OutreachEvent.DELIVERED} - {OutreachEvent.ACCEPT})


def next_outreach_status(status: OutreachStatus, event: OutreachEvent) -> OutreachStatus:
    """
    Return the status that follows.

    Raises:
        IllegalTransition: the table has no such move.
    """
    try:
        return OUTREACH_TABLE[status, event]
    except KeyError:
        raise IllegalTransition(f"cannot {event} a mail that is {status}", status=status, event=event) from None


def _first(known: datetime | None, at: datetime) -> datetime:
    return at if known is None else min(known, at)

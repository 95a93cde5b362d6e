"""One contact's path through one campaign: how it is held, and the one way it ends (SPEC 3.8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from roleferry.domain.model.ids import CampaignId, CompanyId, ContactId, EnrollmentId, MailboxId, UserId
from roleferry.domain.model.sending.transitions import IllegalTransition


class EnrollmentState(StrEnum):
    """Where one contact stands in one campaign."""

    ACTIVE = "active"
    HELD = "held"
    FINISHED = "finished"
    REPLIED = "replied"
    BOUNCED = "bounced"
    UNSUBSCRIBED = "unsubscribed"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_live(self) -> bool:
        """Say whether mails of it may still go; a person has at most one live enrollment (SPEC 3.8)."""
        return self in {EnrollmentState.ACTIVE, EnrollmentState.HELD}


class EnrollmentEvent(StrEnum):
    """What can happen to one contact in one campaign."""

    HOLD = "hold"
    RELEASE = "release"
    FINISH = "finish"
    STOP = "stop"
    FAIL = "fail"
    BOUNCE = "bounce"
    REPLY = "reply"
    UNSUBSCRIBE = "unsubscribe"
    REVIVE = "revive"


class HoldReason(StrEnum):
    """Why an enrollment waits."""

    AWAY = "away"
    COMPANY = "company"
    ROLE_STAGE = "role_stage"
    USER = "user"


class EndReason(StrEnum):
    """Why an enrollment ended."""

    NO_REPLY = "no_reply"
    REPLIED = "replied"
    COLLEAGUE_REPLIED = "colleague_replied"
    ROLE_STAGE = "role_stage"
    ROLE_CLOSED = "role_closed"
    HARD_BOUNCE = "hard_bounce"
    SOFT_BOUNCES = "soft_bounces"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"
    SUPPRESSED = "suppressed"
    USER = "user"
    CAMPAIGN_STOPPED = "campaign_stopped"
    MAILBOX_REMOVED = "mailbox_removed"
    ADDRESS_INVALID = "address_invalid"
    SEND_FAILED = "send_failed"


_A, _H = EnrollmentState.ACTIVE, EnrollmentState.HELD
_FINISHED, _STOPPED, _FAILED = (EnrollmentState.FINISHED, EnrollmentState.STOPPED, EnrollmentState.FAILED)
_BOUNCED, _REPLIED, _OUT = (EnrollmentState.BOUNCED, EnrollmentState.REPLIED, EnrollmentState.UNSUBSCRIBED)
_E = EnrollmentEvent

ENROLLMENT_TABLE: Mapping[tuple[EnrollmentState, EnrollmentEvent], EnrollmentState] = MappingProxyType(
    {
        (_A, _E.HOLD): _H,
        (_H, _E.HOLD): _H,
        (_H, _E.RELEASE): _A,
        **{(state, _E.FINISH): _FINISHED for state in (_A, _H)},
        **{(state, _E.STOP): _STOPPED for state in (_A, _H)},
        **{(state, _E.FAIL): _FAILED for state in (_A, _H)},
        (_FAILED, _E.REVIVE): _A,
        # What the other side did is true whenever we learn of it; the stronger fact stays, whatever the order.
        **{(state, _E.BOUNCE): _BOUNCED for state in (_A, _H, _FINISHED, _STOPPED, _FAILED, _BOUNCED)},
        (_REPLIED, _E.BOUNCE): _REPLIED,
        (_OUT, _E.BOUNCE): _OUT,
        **{(state, _E.REPLY): _REPLIED for state in (_A, _H, _FINISHED, _STOPPED, _FAILED, _BOUNCED, _REPLIED)},
        (_OUT, _E.REPLY): _OUT,
        **{(state, _E.UNSUBSCRIBE): _OUT for state in EnrollmentState},
    }
)
"""The whole lifecycle; a pair that is not here is an IllegalTransition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrollmentHold:
    """One reason to wait, and until when; None waits for a person."""

    reason: HoldReason
    until: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrollment:
    """One contact in one campaign, served by one mailbox from first mail to last."""

    id: EnrollmentId
    user_id: UserId
    campaign_id: CampaignId
    contact_id: ContactId
    mailbox_id: MailboxId
    company_id: CompanyId | None = None
    state: EnrollmentState = EnrollmentState.ACTIVE
    reason: EndReason | None = None
    holds: tuple[EnrollmentHold, ...] = ()
    started_at: datetime | None = None
    ended_at: datetime | None = None
    version: int = 0

    @property
    def held_until(self) -> datetime | None:
        """Return when the last hold ends by itself; None if nothing holds or a person must decide."""
        ends = [hold.until for hold in self.holds if hold.until is not None]
        return max(ends) if ends and len(ends) == len(self.holds) else None

    def hold(self, hold: EnrollmentHold) -> Enrollment:
        """Wait; of two holds for one reason the later end stands, and no end at all is latest."""
        state = next_enrollment_state(self.state, EnrollmentEvent.HOLD)
        others = tuple(standing for standing in self.holds if standing.reason is not hold.reason)
        same = [standing for standing in self.holds if standing.reason is hold.reason]
        return replace(self, state=state, holds=(*others, max([*same, hold], key=_length)))

    def revive(self) -> Enrollment:
        """Go on where it stopped: the mail that failed is tried again."""
        state = next_enrollment_state(self.state, EnrollmentEvent.REVIVE)
        return replace(self, state=state, reason=None, ended_at=None)

    def release(self, reason: HoldReason) -> Enrollment:
        """Take one hold away; it goes on only when no other stands."""
        following = next_enrollment_state(self.state, EnrollmentEvent.RELEASE)
        holds = tuple(hold for hold in self.holds if hold.reason is not reason)
        return replace(self, holds=holds, state=self.state if holds else following)

    def release_expired(self, *, now: datetime) -> Enrollment:
        """Take away the holds whose time is up."""
        enrollment = self
        for hold in self.holds:
            if hold.until is not None and hold.until <= now:
                enrollment = enrollment.release(hold.reason)
        return enrollment

    def end(self, event: EnrollmentEvent, reason: EndReason, *, at: datetime) -> Enrollment:
        """End it, or learn of a stronger reason after the end; the first moment of ending is kept."""
        state = next_enrollment_state(self.state, event)
        if state.is_live:
            raise IllegalTransition(f"{event} does not end an enrollment", enrollment_id=self.id, event=event)
        if state is self.state:
            return self
        return replace(self, state=state, reason=reason, holds=(), ended_at=self.ended_at or at)


def next_enrollment_state(state: EnrollmentState, event: EnrollmentEvent) -> EnrollmentState:
    """
    Return the state that follows.

    Raises:
        IllegalTransition: the table has no such move.
    """
    try:
        return ENROLLMENT_TABLE[state, event]
    except KeyError:
        raise IllegalTransition(f"cannot {event} an enrollment that is {state}", state=state, event=event) from None


def _length(hold: EnrollmentHold) -> tuple[bool, float]:
    return (hold.until is None, hold.until.timestamp() if hold.until else 0.0)

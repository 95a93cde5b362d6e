"""Everything that is checked again at the very moment of sending (SPEC 6).

The checks stand in order of permanence: what can never change comes first, what passes by itself last. The first that
speaks is the answer, at the gate and in words (`explain`). Lateness is judged only when nobody holds the mail: what is
paused is planned anew when it resumes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType

from roleferry.domain.model.sending.breakers import end_of_day
from roleferry.domain.model.sending.campaign import CampaignHoldRule, CampaignStatus
from roleferry.domain.model.sending.enrollment import EnrollmentState, HoldReason
from roleferry.domain.model.sending.gate_facts import GateAnswer, GateDecision, Predecessor, SendFacts, Verdict
from roleferry.domain.model.sending.mailbox import MailboxStatus
from roleferry.domain.model.sending.outreach import OutreachHoldReason, OutreachStatus
from roleferry.domain.model.sending.staleness import is_stale
from roleferry.domain.model.sending.window import instant
from roleferry.domain.model.sending.words import count_in_words, day_in_words
from roleferry.domain.model.sending.zones import zone_named

__all__ = [
    "CHECKS",
    "HOLD_REASONS",
    "Gate",
    "GateAnswer",
    "GateDecision",
    "Predecessor",
    "SendFacts",
    "Verdict",
    "check",
    "obstacles",
]


Gate = Callable[[SendFacts, datetime], GateDecision | None]
"""One question to a mail whose turn has come; None lets it pass."""


def check(facts: SendFacts, *, now: datetime, gates: Sequence[Gate] | None = None) -> GateDecision:
    """Return what to do with this mail now: the most permanent obstacle, or go; `gates` are all unless named."""
    asked = CHECKS if gates is None else gates
    return next((decision for one in asked if (decision := one(facts, now)) is not None), _GO)


def obstacles(facts: SendFacts, *, now: datetime) -> tuple[GateDecision, ...]:
    """Return everything that stands in its way now, most permanent first."""
    return tuple(decision for one in CHECKS if (decision := one(facts, now)) is not None)


HOLD_REASONS: Mapping[str, OutreachHoldReason] = MappingProxyType(
    {
        "predecessor_not_sent": OutreachHoldReason.PREDECESSOR,
        "recipient_not_internal": OutreachHoldReason.NOT_INTERNAL,
        "address_unverified": OutreachHoldReason.UNVERIFIED,
        "not_approved": OutreachHoldReason.UNAPPROVED,
        "stale": OutreachHoldReason.STALE,
    }
)
"""How a mail is held when the gate answers `hold`, by the decision's code."""

_GO = GateDecision(answer=GateAnswer.GO, code="go", why="nothing stands in its way")


def _suppressed(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.suppression is None:
        return None
    what = "this domain" if facts.suppression.kind == "domain" else "this address"
    why = f"{what} is suppressed ({_spaced(facts.suppression.reason)})"
    return GateDecision(answer=GateAnswer.SUPPRESS, code="suppressed", why=why)


def _address_bad(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.verdict not in {Verdict.INVALID, Verdict.DISPOSABLE}:
        return None
    return GateDecision(answer=GateAnswer.CANCEL, code="address_bad", why=f"the address is {facts.verdict}")


def _mock_contact(facts: SendFacts, _: datetime) -> GateDecision | None:
    if not (facts.contact_is_mock and facts.mail_is_real):
        return None
    why = "the contact is made up (source: mock) and is never written to by real mail"
    return GateDecision(answer=GateAnswer.CANCEL, code="mock_contact", why=why)


def _enrollment_ended(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.enrollment.state.is_live:
        return None
    why = f"this contact's sequence has ended: {_spaced(facts.enrollment.reason or facts.enrollment.state)}"
    return GateDecision(answer=GateAnswer.CANCEL, code="enrollment_ended", why=why)


def _campaign_ended(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.campaign.status not in {CampaignStatus.STOPPED, CampaignStatus.COMPLETED}:
        return None
    why = f"the campaign is {facts.campaign.status}"
    return GateDecision(answer=GateAnswer.CANCEL, code="campaign_ended", why=why)


def _predecessor_gone(facts: SendFacts, _: datetime) -> GateDecision | None:
    before = facts.predecessor
    if before is None or before.status not in {
        OutreachStatus.CANCELED,
        OutreachStatus.SUPPRESSED,
        OutreachStatus.FAILED,
    }:
        return None
    why = f"the mail before it was never sent ({before.status})"
    return GateDecision(answer=GateAnswer.HOLD, code="predecessor_not_sent", why=why)


def _not_allowed(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.recipient_allowed:
        return None
    why = "only internal recipients are mailed in this phase"
    return GateDecision(answer=GateAnswer.HOLD, code="recipient_not_internal", why=why)


def _unverified(facts: SendFacts, _: datetime) -> GateDecision | None:
    if not facts.is_candidate or facts.verdict is Verdict.VALID:
        return None
    why = "the address is a guess that has not been verified as valid"
    return GateDecision(answer=GateAnswer.HOLD, code="address_unverified", why=why)


def _unapproved(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.digest is None or facts.digest == facts.outreach.approved_digest:
        return None
    why = "it has changed since you approved it; look at it and approve it again"
    return GateDecision(answer=GateAnswer.HOLD, code="not_approved", why=why)


def _stale(facts: SendFacts, now: datetime) -> GateDecision | None:
    is_follow_up = facts.predecessor is not None
    if not is_stale(due_at=facts.outreach.due_at, now=now, is_follow_up=is_follow_up, hours=facts.hours):
        return None
    due = day_in_words(facts.outreach.due_at.astimezone(facts.hours.zone).date())
    why = f"it was due on {due} and may be out of date; send it, change it or cancel it"
    return GateDecision(answer=GateAnswer.HOLD, code="stale", why=why)


def _mailbox_off(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.mailbox.status is MailboxStatus.ACTIVE:
        return None
    why = f"the mailbox is {facts.mailbox.status}" + (f" ({facts.mailbox.pause})" if facts.mailbox.pause else "")
    return GateDecision(answer=GateAnswer.NOT_YET, code="mailbox_off", why=why)


def _campaign_paused(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.campaign.status not in {CampaignStatus.DRAFT, CampaignStatus.PAUSED}:
        return None
    why = f"the campaign is {'not launched' if facts.campaign.status is CampaignStatus.DRAFT else 'paused'}"
    return GateDecision(answer=GateAnswer.NOT_YET, code="campaign_not_active", why=why)


_CAMPAIGN_HOLDS = {
    CampaignHoldRule.BREAKER_BOUNCES: "too many mails came back",
    CampaignHoldRule.BREAKER_COMPLAINTS: "somebody complained",
    CampaignHoldRule.NO_MAILBOX: "no mailbox is able to send",
    CampaignHoldRule.UNAPPROVED_EDIT: "a step was edited and waits for your approval",
    CampaignHoldRule.KILL_SWITCH: "all sending is stopped",
}


def _campaign_held(facts: SendFacts, _: datetime) -> GateDecision | None:
    if not facts.campaign.holds:
        return None
    hold = facts.campaign.holds[0]
    why = f"the campaign is held: {_CAMPAIGN_HOLDS[hold.rule]}"
    if hold.rule.lifted_by_person:
        why += f" ({hold.observed} of the last {hold.sample}, the limit is {hold.threshold}); look at it and lift it"
    return GateDecision(answer=GateAnswer.NOT_YET, code="campaign_held", why=why)


def _stopped(facts: SendFacts, _: datetime) -> GateDecision | None:
    if facts.sending_stopped is None:
        return None
    return GateDecision(answer=GateAnswer.NOT_YET, code="sending_stopped", why=facts.sending_stopped)


_HOLDS = {
    HoldReason.AWAY: "the contact is away",
    HoldReason.COMPANY: "a colleague at the same company has replied",
    HoldReason.ROLE_STAGE: "you are already talking about this role",
    HoldReason.USER: "you hold this contact",
}


def _held(facts: SendFacts, now: datetime) -> GateDecision | None:
    enrollment = facts.enrollment.release_expired(now=now)
    if enrollment.state is not EnrollmentState.HELD:
        return None
    why = " and ".join(_HOLDS[hold.reason] for hold in enrollment.holds)
    return GateDecision(answer=GateAnswer.NOT_YET, code="contact_held", why=why, until=enrollment.held_until)


def _predecessor_waits(facts: SendFacts, now: datetime) -> GateDecision | None:
    before = facts.predecessor
    if before is None:
        return None
    if not before.status.has_left or before.sent_at is None:
        why = "the mail before it has not been sent"
        return GateDecision(answer=GateAnswer.NOT_YET, code="predecessor_waits", why=why)
    earliest = before.sent_at + timedelta(days=facts.gap_days)
    if now >= earliest:
        return None
    why = f"it keeps {count_in_words(facts.gap_days, 'day')} from the mail before it"
    return GateDecision(answer=GateAnswer.NOT_YET, code="gap", why=why, until=earliest)


def _company(facts: SendFacts, now: datetime) -> GateDecision | None:
    today = now.astimezone(facts.hours.zone).date()
    if facts.company_free_on is None or facts.company_free_on <= today:
        return None
    until = instant(facts.company_free_on, facts.hours.window.opens, facts.hours.zone)
    why = "other people of this company have been written to"
    return GateDecision(answer=GateAnswer.NOT_YET, code="company_limit", why=why, until=until)


def _mailbox_closed(facts: SendFacts, now: datetime) -> GateDecision | None:
    until = facts.mailbox.closed_until
    if until is None or until <= now:
        return None
    why = "the mailbox has stopped for today because of bounces"
    return GateDecision(answer=GateAnswer.NOT_YET, code="mailbox_closed", why=why, until=until)


def _over_cap(facts: SendFacts, now: datetime) -> GateDecision | None:
    zone = zone_named(facts.mailbox.time_zone)
    cap = facts.mailbox.caps.on(now.astimezone(zone).date())
    if facts.sent_today < cap:
        return None
    why = f"the mailbox's {cap} for today are taken"
    return GateDecision(answer=GateAnswer.NOT_YET, code="cap", why=why, until=end_of_day(now, zone))


def _outside_window(facts: SendFacts, now: datetime) -> GateDecision | None:
    if facts.hours.is_open(now):
        return None
    until = facts.hours.next_open(now)
    why = "it is outside the sending hours where the contact is"
    return GateDecision(answer=GateAnswer.NOT_YET, code="window", why=why, until=until)


def _too_soon(facts: SendFacts, now: datetime) -> GateDecision | None:
    if facts.last_sent_at is None or now - facts.last_sent_at >= facts.mailbox.caps.gap:
        return None
    until = facts.last_sent_at + facts.mailbox.caps.gap
    return GateDecision(answer=GateAnswer.NOT_YET, code="spacing", why="the mailbox has just sent another", until=until)


def _spaced(code: str) -> str:
    return code.replace("_", " ")


CHECKS: Sequence[Gate] = (
    _suppressed,
    _address_bad,
    _mock_contact,
    _enrollment_ended,
    _campaign_ended,
    _predecessor_gone,
    _not_allowed,
    _unverified,
    _unapproved,
    _mailbox_off,
    _campaign_paused,
    _campaign_held,
    _stopped,
    _held,
    _stale,
    _predecessor_waits,
    _company,
    _mailbox_closed,
    _over_cap,
    _outside_window,
    _too_soon,
)
"""Every gate, most permanent first."""

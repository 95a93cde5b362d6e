"""When a mail will go, or the single most permanent reason why not, in words (SPEC 3.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.sending.gate_facts import GateAnswer, SendFacts
from roleferry.domain.model.sending.outreach import OutreachHoldReason, OutreachStatus
from roleferry.domain.model.sending.send_gate import obstacles
from roleferry.domain.model.sending.words import moment_in_words

_MINOR = frozenset({"window", "cap", "spacing", "gap", "company_limit", "mailbox_closed", "predecessor_waits"})
"""Obstacles that the plan knows already: before the mail is due they are no news."""

_HELD = {
    OutreachHoldReason.STALE: "it is too late to go unasked; send it, change it or cancel it",
    OutreachHoldReason.UNAPPROVED: "it has changed since you approved it; look at it and approve it again",
    OutreachHoldReason.UNVERIFIED: "the address has not been verified as valid",
    OutreachHoldReason.PREDECESSOR: "the mail before it was never sent; send this one as it is, change it or cancel it",
    OutreachHoldReason.NOT_INTERNAL: "only internal recipients are mailed in this phase",
    OutreachHoldReason.USER: "you hold it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Whether and when it goes: `expected_at` in UTC if it will go by itself, and a sentence."""

    will_go: bool
    code: str
    sentence: str
    expected_at: datetime | None = None


def explain(facts: SendFacts, *, now: datetime) -> Explanation:
    """Return what a person wants to know about one mail: when, or why not."""
    outreach = facts.outreach
    match outreach.status:
        case OutreachStatus.SCHEDULED:
            return _scheduled(facts, now)
        case OutreachStatus.HELD:
            why = _HELD[outreach.hold_reason] if outreach.hold_reason else "it waits for you"
            return _not(outreach.hold_reason or "held", f"Held: {why}.")
        case OutreachStatus.SENDING:
            return Explanation(will_go=True, code="sending", sentence="It is being sent right now.", expected_at=now)
        case OutreachStatus.UNCERTAIN:
            why = "It may have been sent: the connection broke before the answer. It is not sent again without proof."
            return _not("uncertain", why)
        case OutreachStatus.SENT | OutreachStatus.DELIVERED:
            return _not(outreach.status, _left(facts))
        case OutreachStatus.CANCELED | OutreachStatus.SUPPRESSED | OutreachStatus.FAILED:
            return _not(outreach.status, f"It was not sent: {outreach.end_reason or outreach.status}.")


def _scheduled(facts: SendFacts, now: datetime) -> Explanation:
    due = facts.outreach.due_at
    standing = [one for one in obstacles(facts, now=max(now, due)) if one.code not in _MINOR or due <= now]
    blocking = [one for one in standing if one.answer is not GateAnswer.NOT_YET or one.until is None]
    if blocking:
        return _not(blocking[0].code, f"It will not go: {blocking[0].why}.")
    latest = max([due, now, *(one.until for one in standing if one.until is not None)])
    expected = facts.hours.next_open(latest)
    about = f"It will go about {moment_in_words(expected, facts.hours.zone)} (their time)"
    late = max(standing, key=lambda one: one.until or now, default=None)
    why = late.why if late is not None else facts.outreach.plan_reason
    return Explanation(
        will_go=True,
        code=late.code if late is not None else "planned",
        sentence=f"{about}: {why}." if why else f"{about}.",
        expected_at=expected,
    )


def _left(facts: SendFacts) -> str:
    outreach = facts.outreach
    when = f" on {moment_in_words(outreach.sent_at, facts.hours.zone)} (their time)" if outreach.sent_at else ""
    for at, what in ((outreach.bounced_at, "came back"), (outreach.replied_at, "was answered")):
        if at is not None:
            return f"It was sent{when} and {what}."
    return f"It was {outreach.status}{when}."


def _not(code: str, sentence: str) -> Explanation:
    return Explanation(will_go=False, code=code, sentence=sentence)

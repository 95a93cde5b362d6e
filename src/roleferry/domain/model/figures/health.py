"""How a mailbox is doing over its last seven days: a score, a label, and whether it must stop itself (SPEC 3.10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction

from roleferry.domain.model.figures.rates import Rate

HEALTH_WINDOW = timedelta(days=7)
"""What counts towards the health of a mailbox (SPEC 3.10)."""
WARMED_DAYS = 30
PAUSE_BELOW = 50
_RISK_BELOW = 70
_BONUS = 10
_BONUS_CEILING = 69
_BOUNCE_LIMIT = Fraction(5, 100)
_BOUNCE_SAMPLE = 20
_COMPLAINT_LIMIT = Fraction(1, 1000)
_REPLY_NOTICE_BELOW = Fraction(1, 100)
_REPLY_NOTICE_SAMPLE = 50


class HealthLabel(StrEnum):
    """What a person is told about a mailbox."""

    HEALTHY = "healthy"
    WARMING = "warming"
    AT_RISK = "at_risk"


class Risk(StrEnum):
    """Why a mailbox is at risk; every reason that holds is listed."""

    LOW_SCORE = "low_score"
    BOUNCE_RATE = "bounce_rate"
    COMPLAINT_RATE = "complaint_rate"
    DNS_AUTHENTICATION = "dns_authentication"
    PAUSED_BY_SYSTEM = "paused_by_system"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxWeek:
    """What happened to one mailbox's own mails in the window; warmup mail and automatic replies are left out."""

    sent: int
    delivered: int
    bounced: int
    complained: int
    replied: int = 0
    warmed_days: int = 0
    dns_failing: bool = False
    paused_by_system: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The answer, with everything it was computed from."""

    score: float
    label: HealthLabel
    risks: tuple[Risk, ...]
    must_pause: bool
    low_replies: bool
    bounce_rate: Rate
    complaint_rate: Rate
    reply_rate: Rate


def assess(week: MailboxWeek) -> Health:
    """Score and label a mailbox from its last seven days."""
    score = _score(week)
    risks = _risks(week, score)
    return Health(
        score=float(score),
        label=_label(week, at_risk=bool(risks)),
        risks=risks,
        must_pause=score < PAUSE_BELOW,
        low_replies=_low_replies(week),
        bounce_rate=Rate.of(week.bounced, week.sent),
        complaint_rate=Rate.of(week.complained, week.delivered),
        reply_rate=Rate.of(week.replied, week.delivered),
    )


def _share(numerator: int, denominator: int) -> Fraction:
    """Divide exactly: a threshold must not depend on how a float was rounded."""
    return Fraction(numerator, denominator) if denominator else Fraction(0)


def _score(week: MailboxWeek) -> Fraction:
    bounce_rate = _share(week.bounced, week.sent)
    plain = 100 - min(500 * bounce_rate, Fraction(50)) - 20 * week.complained
    return min(max(_with_bonus(plain, week, bounce_rate), Fraction(0)), Fraction(100))


def _with_bonus(plain: Fraction, week: MailboxWeek, bounce_rate: Fraction) -> Fraction:
    if week.warmed_days < WARMED_DAYS:
        return plain
    lifted = plain + _BONUS
    if bounce_rate > _BOUNCE_LIMIT:
        return max(plain, min(lifted, Fraction(_BONUS_CEILING)))
    return lifted


def _risks(week: MailboxWeek, score: Fraction) -> tuple[Risk, ...]:
    many_bounces = week.sent >= _BOUNCE_SAMPLE and _share(week.bounced, week.sent) > _BOUNCE_LIMIT
    # A complaint about a mail whose delivery was never reported, or that left before this week, is still a complaint.
    complaints = _share(week.complained, week.delivered or week.sent or week.complained)
    found = {
        Risk.LOW_SCORE: score < _RISK_BELOW,
        Risk.BOUNCE_RATE: many_bounces,
        Risk.COMPLAINT_RATE: complaints > _COMPLAINT_LIMIT,
        Risk.DNS_AUTHENTICATION: week.dns_failing,
        Risk.PAUSED_BY_SYSTEM: week.paused_by_system,
    }
    return tuple(risk for risk, holds in found.items() if holds)


def _label(week: MailboxWeek, *, at_risk: bool) -> HealthLabel:
    if at_risk:
        return HealthLabel.AT_RISK
    return HealthLabel.WARMING if week.warmed_days < WARMED_DAYS else HealthLabel.HEALTHY


def _low_replies(week: MailboxWeek) -> bool:
    """Whether so few answer that the owner should hear of it; it never changes the label (SPEC 3.10)."""
    return week.delivered >= _REPLY_NOTICE_SAMPLE and _share(week.replied, week.delivered) < _REPLY_NOTICE_BELOW

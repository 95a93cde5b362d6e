"""What ends, holds or suppresses: one function per thing that can happen, each a list of decisions (SPEC 3.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from roleferry.domain.model.sending.company_policy import CompanyPolicy
from roleferry.domain.model.sending.decisions import (
    AskOwner,
    Decision,
    EndEnrollment,
    HoldEnrollment,
    PauseMailbox,
    ReleaseEnrollment,
    Resend,
    SuppressContact,
)
from roleferry.domain.model.sending.enrollment import EndReason, Enrollment, EnrollmentEvent, HoldReason
from roleferry.domain.model.sending.mailbox import MailboxPause
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.suppression import SuppressionReason, SuppressionScope
from roleferry.domain.model.sending.window import business_days_after, instant, no_holidays
from roleferry.domain.model.sending.words import day_in_words

COMPANY_HOLD_DAYS = 5
AWAY_DAYS = 5
LONGEST_AWAY = timedelta(days=30)
SOFT_BOUNCE_RETRIES = 3
_SOFT_BOUNCE_WAITS = (timedelta(hours=4), timedelta(hours=12), timedelta(hours=24))

IsHoliday = Callable[[date], bool]


class RoleStage(StrEnum):
    """What a tracker stage means for the mails about that role (SPEC 3.4)."""

    OPEN = "open"
    IN_TALKS = "in_talks"
    OVER = "over"


_STAGES = {
    "saved": RoleStage.OPEN,
    "applied": RoleStage.OPEN,
    "interviewing": RoleStage.IN_TALKS,
    "offer": RoleStage.IN_TALKS,
    "rejected": RoleStage.OVER,
    "closed": RoleStage.OVER,
}


def on_human_reply(
    enrollment: Enrollment,
    colleagues: Iterable[Enrollment],
    *,
    policy: CompanyPolicy,
    now: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday = no_holidays,
) -> tuple[Decision, ...]:
    """
    Stop the one who replied; hold, stop or leave the colleagues.

    `colleagues` are the user's enrollments of the same company id, whatever their domain; those that have ended, and
    the replier's own, are passed over.
    """
    decisions: list[Decision] = [EndEnrollment(enrollment.id, EnrollmentEvent.REPLY, EndReason.REPLIED)]
    others = [other for other in colleagues if _is_colleague(other, enrollment)]
    match policy:
        case CompanyPolicy.OFF:
            pass
        case CompanyPolicy.STOP:
            stop, why = EnrollmentEvent.STOP, EndReason.COLLEAGUE_REPLIED
            decisions += [EndEnrollment(other.id, stop, why) for other in others]
        case CompanyPolicy.HOLD:
            until = _start_of_business_day(now, COMPANY_HOLD_DAYS, zone, is_holiday)
            decisions += [HoldEnrollment(other.id, HoldReason.COMPANY, until) for other in others]
            day = day_in_words(until.astimezone(zone).date())
            question = f"Somebody at the same company has replied. This contact waits until {day}: go on, or stop?"
            decisions += [AskOwner(other.id, question) for other in others]
    return tuple(decisions)


def on_out_of_office(
    enrollment: Enrollment,
    *,
    returns_on: date | None,
    now: datetime,
    zone: ZoneInfo,
    is_holiday: IsHoliday = no_holidays,
) -> tuple[Decision, ...]:
    """
    Hold to the day after the stated return, if that is in the future and within 30 days, else for 5 business days.

    It is no reply: it ends nothing and advances no step.
    """
    if not enrollment.state.is_live:
        return ()
    today = now.astimezone(zone).date()
    if returns_on is not None and today < returns_on <= today + LONGEST_AWAY:
        until = instant(returns_on + timedelta(days=1), time(0), zone)
    else:
        until = _start_of_business_day(now, AWAY_DAYS, zone, is_holiday)
    return (HoldEnrollment(enrollment.id, HoldReason.AWAY, until),)


def on_hard_bounce(enrollment: Enrollment) -> tuple[Decision, ...]:
    """Stop, and never mail that address again; the caller then asks the breakers."""
    return (
        EndEnrollment(enrollment.id, EnrollmentEvent.BOUNCE, EndReason.HARD_BOUNCE),
        SuppressContact(enrollment.contact_id, SuppressionScope.USER, SuppressionReason.HARD_BOUNCE),
    )


def on_soft_bounce(enrollment: Enrollment, outreach: Outreach, *, bounces: int, now: datetime) -> tuple[Decision, ...]:
    """
    Send the same mail again, up to 3 times, then end the enrollment without suppressing anybody.

    `bounces` counts this mail's soft bounces, this one included. A mail that was delivered meanwhile stays delivered.
    """
    if not enrollment.state.is_live or outreach.delivered_at is not None:
        return ()
    if bounces > SOFT_BOUNCE_RETRIES:
        return (EndEnrollment(enrollment.id, EnrollmentEvent.BOUNCE, EndReason.SOFT_BOUNCES),)
    return (Resend(outreach.id, now + _SOFT_BOUNCE_WAITS[max(bounces, 1) - 1]),)


def on_block(enrollment: Enrollment) -> tuple[Decision, ...]:
    """Hold the mailbox: a 5.7.x refusal speaks of the sender, not of the person."""
    return (
        PauseMailbox(enrollment.mailbox_id, MailboxPause.BLOCKED),
        AskOwner(enrollment.id, "A receiving server refused your mailbox. Check its DNS records, then resume it."),
    )


def on_complaint(enrollment: Enrollment) -> tuple[Decision, ...]:
    """Stop, never mail that address again from anybody here, and pause the mailbox for review."""
    return (
        EndEnrollment(enrollment.id, EnrollmentEvent.UNSUBSCRIBE, EndReason.COMPLAINED),
        SuppressContact(enrollment.contact_id, SuppressionScope.GLOBAL, SuppressionReason.COMPLAINT),
        PauseMailbox(enrollment.mailbox_id, MailboxPause.COMPLAINT),
    )


def on_unsubscribe(enrollment: Enrollment) -> tuple[Decision, ...]:
    """Stop, and never mail that address again for this user."""
    return (
        EndEnrollment(enrollment.id, EnrollmentEvent.UNSUBSCRIBE, EndReason.UNSUBSCRIBED),
        SuppressContact(enrollment.contact_id, SuppressionScope.USER, SuppressionReason.UNSUBSCRIBED),
    )


def on_stage_change(stage: str, enrollments: Iterable[Enrollment]) -> tuple[Decision, ...]:
    """Hold a role's enrollments from interviewing on, stop them when it is over, let them go on when it steps back."""
    live = [enrollment for enrollment in enrollments if enrollment.state.is_live]
    match _STAGES.get(stage, RoleStage.OPEN):
        case RoleStage.IN_TALKS:
            return tuple(HoldEnrollment(one.id, HoldReason.ROLE_STAGE, None) for one in live)
        case RoleStage.OVER:
            return tuple(EndEnrollment(one.id, EnrollmentEvent.STOP, EndReason.ROLE_CLOSED) for one in live)
        case RoleStage.OPEN:
            return tuple(ReleaseEnrollment(one.id, HoldReason.ROLE_STAGE) for one in live if _held_for_role(one))


def _is_colleague(other: Enrollment, enrollment: Enrollment) -> bool:
    same_company = enrollment.company_id is not None and other.company_id == enrollment.company_id
    return same_company and other.contact_id != enrollment.contact_id and other.state.is_live


def _held_for_role(enrollment: Enrollment) -> bool:
    return any(hold.reason is HoldReason.ROLE_STAGE for hold in enrollment.holds)


def _start_of_business_day(now: datetime, days: int, zone: ZoneInfo, is_holiday: IsHoliday) -> datetime:
    day = business_days_after(now.astimezone(zone).date(), days, is_holiday=is_holiday)
    return instant(day, time(0), zone)

"""One mail between two mailboxes of the pool, and whether it may still leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mailbox import Mailbox, WarmupState
from roleferry.domain.model.sending.zones import zone_named
from roleferry.domain.model.warmup.pool import chance, moment_within, shared_hours

ANSWERED_SHARE = 0.4
"""How many pool mails get an answer (field practice: 30 to 40 %)."""
LONGEST_THREAD = 3
_SOONEST, _LATEST = timedelta(minutes=45), timedelta(hours=20)
TOO_LATE = timedelta(hours=2)
"""A pool mail that could not leave on time is dropped: it never bursts, and nobody waits for it."""
_LOOK_AHEAD = 5


class WarmupStatus(StrEnum):
    """Where one pool mail stands; what is in doubt is dropped and never sent again."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    RECEIVED = "received"
    DROPPED = "dropped"
    BOUNCED = "bounced"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmupMail:
    """A pool mail; `place` in its thread from 1, `slot` of its day for those that open one."""

    id: UUID
    user_id: UserId
    mailbox_id: MailboxId
    partner_user_id: UserId
    partner_mailbox_id: MailboxId
    day: date
    slot: int | None
    thread_id: UUID
    place: int
    message_id: str
    due_at: datetime
    earlier: tuple[str, ...] = ()
    status: WarmupStatus = WarmupStatus.PLANNED
    why: str | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmupFacts:
    """All that decides whether a pool mail leaves at this moment."""

    mailbox: Mailbox | None
    partner: Mailbox | None
    """None: not in the pool any more."""
    at_risk: bool = False
    suppressed: bool = False
    apart: bool = False
    """They know each other from elsewhere, or one of their pool mails came back."""
    recipient_allowed: bool = True
    real_sent_at: datetime | None = None
    allowed_today: int = 0
    sent_today: int = 0


def obstacle(mail: WarmupMail, facts: WarmupFacts, *, now: datetime) -> str | None:
    """Say why a pool mail must not leave, None when it may; whatever stands in its way ends it."""
    mailbox, partner = facts.mailbox, facts.partner
    if mailbox is None or partner is None:
        return "one of the two has left the pool"
    reasons = (
        (not _willing(mailbox, now) or not _willing(partner, now), "one of the two mailboxes is paused"),
        (facts.at_risk, "the mailbox is at risk"),
        (facts.apart, "these two do not write to each other"),
        (facts.suppressed, "the address is suppressed"),
        (not facts.recipient_allowed, "real mail stays inside"),
        (now - mail.due_at > TOO_LATE, "its time has passed"),
        (not _both_at_work(mailbox, partner, now), "outside working hours"),
        (_too_close(mailbox, facts.real_sent_at, now), "a real mail has just left"),
        (facts.sent_today >= facts.allowed_today, "no room beside real mail today"),
    )
    return next((why for holds, why in reasons if holds), None)


def answer_to(
    mail: WarmupMail, *, sender: Mailbox, partner: Mailbox, new_id: UUID, received_at: datetime
) -> WarmupMail | None:
    """Return the answer that a pool mail gets, None when it gets none; the same for the same mail."""
    if mail.place >= LONGEST_THREAD or chance(mail.id, "answered") >= ANSWERED_SHARE:
        return None
    wanted = received_at + _SOONEST + chance(mail.id, "wait") * (_LATEST - _SOONEST)
    zone, other = zone_named(sender.time_zone), zone_named(partner.time_zone)
    first = wanted.astimezone(zone).date()
    for shift in range(_LOOK_AHEAD):
        day = first + timedelta(days=shift)
        hours = shared_hours(day, zone, other)
        if hours is not None and wanted < hours.closes:
            due_at = max(wanted, moment_within(hours, slot=0, of=4, seed=mail.id))
            return replace(
                mail,
                id=new_id,
                user_id=sender.user_id,
                mailbox_id=sender.id,
                partner_user_id=partner.user_id,
                partner_mailbox_id=partner.id,
                day=day,
                slot=None,
                place=mail.place + 1,
                message_id=message_id_of(new_id, sender.address),
                earlier=(*mail.earlier, mail.message_id),
                due_at=due_at,
                status=WarmupStatus.PLANNED,
                sent_at=None,
            )
    return None


def message_id_of(mail_id: UUID, address: str) -> str:
    """Return the Message-ID of a pool mail."""
    return f"<w{mail_id.hex}@{address.rpartition('@')[2]}>"


def _willing(mailbox: Mailbox, now: datetime) -> bool:
    return mailbox.may_send(now=now) and mailbox.warmup is WarmupState.ON


def _both_at_work(mailbox: Mailbox, partner: Mailbox, now: datetime) -> bool:
    zone = zone_named(mailbox.time_zone)
    hours = shared_hours(now.astimezone(zone).date(), zone, zone_named(partner.time_zone))
    return hours is not None and hours.opens <= now <= hours.closes


def _too_close(mailbox: Mailbox, real_sent_at: datetime | None, now: datetime) -> bool:
    return real_sent_at is not None and now - real_sent_at < mailbox.caps.gap


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmupCounts:
    """What a change of status adds to a mailbox's day in the series of the pool."""

    sent: int = 0
    received: int = 0
    bounced: int = 0
    dropped: int = 0


_LEFT = frozenset({WarmupStatus.SENT, WarmupStatus.RECEIVED})


def counted(before: WarmupStatus, after: WarmupStatus) -> tuple[WarmupCounts, WarmupCounts]:
    """Return what a change adds for the sender and for the receiver; what was dropped in doubt may turn out sent."""
    left = after in {*_LEFT, WarmupStatus.BOUNCED} and before not in _LEFT
    sender = WarmupCounts(
        sent=int(left),
        bounced=int(after is WarmupStatus.BOUNCED),
        dropped=int(after is WarmupStatus.DROPPED) - int(before is WarmupStatus.DROPPED),
    )
    return sender, WarmupCounts(received=int(after is WarmupStatus.RECEIVED))


MAY_FOLLOW: Mapping[WarmupStatus, frozenset[WarmupStatus]] = {
    WarmupStatus.PLANNED: frozenset({WarmupStatus.SENDING, WarmupStatus.DROPPED}),
    WarmupStatus.SENDING: frozenset(
        {WarmupStatus.SENT, WarmupStatus.RECEIVED, WarmupStatus.BOUNCED, WarmupStatus.DROPPED}
    ),
    WarmupStatus.SENT: frozenset({WarmupStatus.RECEIVED, WarmupStatus.BOUNCED}),
    WarmupStatus.RECEIVED: frozenset({WarmupStatus.BOUNCED}),
    WarmupStatus.DROPPED: frozenset({WarmupStatus.SENT, WarmupStatus.RECEIVED, WarmupStatus.BOUNCED}),
    WarmupStatus.BOUNCED: frozenset(),
}
"""Evidence that a mail left outranks our doubt; nothing ever makes it planned again."""

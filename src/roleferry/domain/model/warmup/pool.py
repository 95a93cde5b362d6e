"""Who of the pool writes to whom today, and how often: few, in both people's hours, after the mails that matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import blake2b
from uuid import UUID
from zoneinfo import ZoneInfo

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.caps import MailboxCaps
from roleferry.domain.model.sending.warmup import WARMED_AFTER_DAYS, day_of_warmup
from roleferry.domain.model.sending.window import instant

POOL_RAMP: tuple[tuple[int, int], ...] = ((3, 2), (7, 4), (14, 6), (21, 8), (WARMED_AFTER_DAYS, 10))
"""Last day of each stretch and how many pool mails a day: a quarter to a half of the ramp of real mail (SPEC 3.9)."""
UPKEEP = 5
"""A day's pool mails once a mailbox is warmed."""
BESIDE_REAL_MAIL = 5
"""At most so many on a day on which the mailbox has mail of its own (field practice)."""
_OPENS, _CLOSES = time(9), time(17)
_WEEKEND = 5
_SHORTEST = timedelta(minutes=30)


class Pool(StrEnum):
    """Who warms a mailbox up: nobody, mailboxes of this service, or a service elsewhere that we know nothing of."""

    NONE = "none"
    BUILT_IN = "built-in"
    EXTERNAL = "external"


class ConsentMissing(Invalid):
    """The pool shows your address and name to others; it takes your word that they may see them."""

    code = "warmup.consent_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A stretch of time that is working hours for both sides."""

    opens: datetime
    closes: datetime


def pool_number(day: int) -> int:
    """Return how many pool mails the ramp of the pool allows on this day of warmup."""
    if day < 1:
        return 0
    return next((number for last, number in POOL_RAMP if day <= last), UPKEEP)


def allowance(caps: MailboxCaps, day: date, *, real: int) -> int:
    """
    Return how many pool mails a mailbox may write on a day of its own calendar.

    Real mail goes first: together with the mails sent or planned that day it stays within the day's cap, so receivers
    see no more from a young mailbox than the ramp allows. The cap itself never counts pool mail (SPEC 3.11).
    """
    started = caps.warmup_started_on
    if started is None:
        return 0
    wanted = pool_number(day_of_warmup(started, day))
    return max(0, min(wanted, caps.on(day) - real, BESIDE_REAL_MAIL if real else wanted))


def shared_hours(day: date, zone: ZoneInfo, other: ZoneInfo) -> Hours | None:
    """Return the longest stretch of a day of the first zone that is working hours in both; None if hardly any is."""
    mine = _hours(day, zone)
    if mine is None:
        return None
    theirs = (_hours(day + timedelta(days=shift), other) for shift in (-1, 0, 1))
    shared = [Hours(opens=max(mine.opens, one.opens), closes=min(mine.closes, one.closes)) for one in theirs if one]
    longest = max(shared, key=lambda one: one.closes - one.opens, default=None)
    return longest if longest is not None and longest.closes - longest.opens >= _SHORTEST else None


def moment_within(hours: Hours, *, slot: int, of: int, seed: UUID) -> datetime:
    """Return when the numbered mail of a day leaves: in its own part of the hours, at a moment of its own there."""
    part = (hours.closes - hours.opens) / of
    within = chance(seed, "moment") * part
    return (hours.opens + slot * part + within).replace(microsecond=0)


def partners_of(
    mailbox: MailboxId, day: date, candidates: Iterable[MailboxId], apart: Iterable[MailboxId] = ()
) -> Sequence[MailboxId]:
    """Return candidates in the day's order for this mailbox, leaving out itself and those it must not write to."""
    barred = {mailbox, *apart}
    return sorted(set(candidates) - barred, key=lambda one: _digest(mailbox, f"{day}/{one}"))


def chance(seed: UUID, purpose: str) -> float:
    """Return a number in [0, 1), the same for the same seed and purpose for ever."""
    return int.from_bytes(_digest(seed, purpose)[:7]) / 2**56


def _hours(day: date, zone: ZoneInfo) -> Hours | None:
    if day.weekday() >= _WEEKEND:
        return None
    return Hours(opens=instant(day, _OPENS, zone), closes=instant(day, _CLOSES, zone))


def _digest(seed: UUID, purpose: str) -> bytes:
    return blake2b(seed.bytes + purpose.encode(), digest_size=16).digest()

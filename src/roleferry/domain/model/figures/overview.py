"""The whole picture for one person: mails, people, roles, times and what it cost (SPEC 3.11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from statistics import median
from typing import TypeVar

from roleferry.domain.model.figures.facts import MailRecord, earliest
from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.figures.rollup import Tally, tally
from roleferry.domain.model.figures.spend import UnitCost, cost_per
from roleferry.domain.model.ids import ApplicationId, CompanyId, ContactId

_Key = TypeVar("_Key", bound=Hashable)

RIPE = timedelta(hours=48)
"""A first mail younger than this has not had its chance of an answer yet (SPEC 3.11)."""
MEDIAN_FLOOR = 5
"""Below this many answers there is no median (field practice)."""
STAGES = ("saved", "applied", "interviewing", "offer")
"""The tracker's forward stages, lowest first; `closed` and `rejected` are ends, not stages reached (SPEC 3.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One application as figures see it."""

    id: ApplicationId
    reached: Mapping[str, datetime]
    """When each forward stage was first reached."""

    @property
    def furthest(self) -> str:
        """Name the furthest stage ever reached."""
        return max((stage for stage in self.reached if stage in STAGES), key=STAGES.index, default=STAGES[0])

    @property
    def interviewed_at(self) -> datetime | None:
        """Say when the role first got to an interview, or past it."""
        return min((at for stage, at in self.reached.items() if stage in STAGES[2:]), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToReply:
    """Median time from a person's first mail to their first answer, with how many are still open and since when."""

    median: timedelta | None
    answered: int
    still_open: int
    oldest_open: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The figures of SPEC 3.11, each rate with its counts."""

    total_sent: int
    delivered: int
    click_rate: Rate
    reply_rate: Rate
    bounce_rate: Rate
    roles_applied: int
    people_contacted: int
    people_replied: Rate
    people_positive: Rate
    roles_by_stage: Mapping[str, int]
    outreach_to_interview: Rate
    time_to_reply: TimeToReply
    cost_per_reply: UnitCost
    cost_per_interview: UnitCost


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """One contact over all campaigns."""

    first_mailed_at: datetime
    replied_at: datetime | None
    positive: bool
    lost: bool


def overview(records: Iterable[MailRecord], roles: Iterable[Role], *, spent: Decimal, as_of: datetime) -> Overview:
    """Count everything from the folded event log and the tracker."""
    mails = [item for item in records if item.counts]
    roles = tuple(roles)
    counts = tally(mails, as_of=as_of)
    people = _people(mails)
    interviews = _interviews(mails, roles)
    replied = sum(person.replied_at is not None for person in people.values())
    return Overview(
        total_sent=counts.sent,
        delivered=counts.delivered,
        click_rate=counts.click_rate,
        reply_rate=counts.reply_rate,
        bounce_rate=counts.bounce_rate,
        roles_applied=_roles_applied(mails, roles),
        people_contacted=len(people),
        people_replied=_ripe_rate(people, as_of, lambda person: person.replied_at is not None),
        people_positive=_ripe_rate(people, as_of, lambda person: person.positive),
        roles_by_stage=_by_stage(roles),
        outreach_to_interview=interviews,
        time_to_reply=_time_to_reply(people.values(), as_of),
        cost_per_reply=cost_per(spent, replied),
        cost_per_interview=cost_per(spent, interviews.numerator),
    )


def by_step(records: Iterable[MailRecord], *, as_of: datetime) -> dict[int, Tally]:
    """Count each step of a sequence by itself."""
    return _grouped(records, lambda item: item.mail.step, as_of=as_of)


def by_variant(records: Iterable[MailRecord], *, as_of: datetime) -> dict[tuple[int, str], Tally]:
    """Count each variant of each step by itself."""
    return _grouped(records, lambda item: (item.mail.step, item.mail.variant), as_of=as_of)


def by_role(records: Iterable[MailRecord], *, as_of: datetime) -> dict[ApplicationId, Tally]:
    """Count the mails about each role by themselves; mails about none are left out."""
    groups = _grouped(records, lambda item: item.mail.application_id, as_of=as_of)
    return {role: counts for role, counts in groups.items() if role is not None}


def by_company(records: Iterable[MailRecord], *, as_of: datetime) -> dict[CompanyId, Tally]:
    """Count the mails to people of each company by themselves; mails to people of none are left out."""
    groups = _grouped(records, lambda item: item.mail.company_id, as_of=as_of)
    return {company: counts for company, counts in groups.items() if company is not None}


def _grouped(records: Iterable[MailRecord], key: Callable[[MailRecord], _Key], *, as_of: datetime) -> dict[_Key, Tally]:
    groups: dict[_Key, list[MailRecord]] = {}
    for item in records:
        groups.setdefault(key(item), []).append(item)
    return {name: tally(items, as_of=as_of) for name, items in groups.items()}


def _people(mails: Iterable[MailRecord]) -> dict[ContactId, _Person]:
    people: dict[ContactId, _Person] = {}
    for item in mails:
        if item.sent_at is not None:
            person = _Person(
                first_mailed_at=item.sent_at,
                replied_at=item.replied_at,
                positive=item.positive_at is not None,
                lost=item.bounced_at is not None and item.replied_at is None,
            )
            known = people.get(item.mail.contact_id)
            people[item.mail.contact_id] = person if known is None else _joined(known, person)
    return people


def _joined(one: _Person, other: _Person) -> _Person:
    return _Person(
        first_mailed_at=min(one.first_mailed_at, other.first_mailed_at),
        replied_at=earliest(one.replied_at, other.replied_at),
        positive=one.positive or other.positive,
        lost=one.lost or other.lost,
    )


def _ripe_rate(people: Mapping[ContactId, _Person], as_of: datetime, has: Callable[[_Person], bool]) -> Rate:
    """Divide over people first mailed at least 48 hours ago, in numerator and denominator alike."""
    ripe = [person for person in people.values() if as_of - person.first_mailed_at >= RIPE]
    return Rate.of(sum(map(has, ripe)), len(ripe))


def _time_to_reply(people: Iterable[_Person], as_of: datetime) -> TimeToReply:
    taken: list[timedelta] = []
    waiting: list[timedelta] = []
    for person in people:
        if person.replied_at is not None:
            taken.append(person.replied_at - person.first_mailed_at)
        elif not person.lost:
            waiting.append(as_of - person.first_mailed_at)
    return TimeToReply(
        median=_median(taken) if len(taken) >= MEDIAN_FLOOR else None,
        answered=len(taken),
        still_open=len(waiting),
        oldest_open=max(waiting, default=None),
    )


def _median(taken: list[timedelta]) -> timedelta:
    return timedelta(seconds=median(time.total_seconds() for time in taken))


def _mailed_at(mails: Iterable[MailRecord]) -> dict[ApplicationId, datetime]:
    first: dict[ApplicationId, datetime] = {}
    for item in mails:
        role, at = item.mail.application_id, item.sent_at
        if role is not None and at is not None:
            first[role] = min(first.get(role, at), at)
    return first


def _roles_applied(mails: Iterable[MailRecord], roles: Iterable[Role]) -> int:
    """Count distinct applications with a mail sent or a status of at least `applied`."""
    applied = {role.id for role in roles if role.furthest != STAGES[0]}
    return len(applied | _mailed_at(mails).keys())


def _by_stage(roles: Iterable[Role]) -> dict[str, int]:
    counts = Counter(role.furthest for role in roles)
    return {stage: counts[stage] for stage in STAGES}


def _interviews(mails: Iterable[MailRecord], roles: Iterable[Role]) -> Rate:
    """Divide roles that got an interview after their first mail by roles with a mail."""
    mailed = _mailed_at(mails)
    reached = {role.id: role.interviewed_at for role in roles}
    won = sum((at := reached.get(role)) is not None and at >= first for role, first in mailed.items())
    return Rate.of(won, len(mailed))

"""The reference's overview: the same figures from the same tables, by SQL aggregates, a query for each group."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from benchmarks.reference_tables import USER, ApplicationRow, EventRow, HistoryRow, OutreachRow, SpendRow, sessions

_RIPE = timedelta(hours=48)
_LATE = ("interviewing", "offer")
_FEW = 10


class Rate(BaseModel):
    """A rate with its counts."""

    value: float | None
    numerator: int
    denominator: int

    @classmethod
    def of(cls, numerator: int, denominator: int) -> "Rate":
        """Return the rate of two counts."""
        return cls(value=numerator / denominator if denominator else None, numerator=numerator, denominator=denominator)

    def words(self, noun: str) -> str:
        """Say it."""
        counts = f"{self.numerator} of {self.denominator} {noun}"
        if self.value is None or self.denominator < _FEW:
            return f"{counts}; too few for a rate"
        return f"{round(100 * self.value, 1)} % ({counts})"


class TimeToReply(BaseModel):
    """How long answers take."""

    median_seconds: float | None
    answered: int
    still_open: int
    open_since: date | None


class Cost(BaseModel):
    """Money over a count."""

    value: str | None
    total: str
    count: int
    currency: str = "USD"

    @classmethod
    def of(cls, micros: int, count: int) -> "Cost":
        """Return the cost of one of so many."""
        total = Decimal(micros) / 1_000_000
        return cls(value=f"{total / count:.4f}" if count else None, total=f"{total:.2f}", count=count)


class Overview(BaseModel):
    """What came of it."""

    as_of: datetime
    total_sent: int
    delivered: int
    bounced: int
    clicked: int
    replied: int
    positive: int
    complained: int
    unsubscribed: int
    click_rate: Rate
    reply_rate: Rate
    bounce_rate: Rate
    positive_rate: Rate
    roles_applied: int
    people_contacted: int
    people_replied: Rate
    people_positive: Rate
    roles_by_stage: dict[str, int]
    outreach_to_interview: Rate
    time_to_reply: TimeToReply
    cost_per_reply: Cost
    cost_per_interview: Cost
    in_words: list[str]


router = APIRouter()


@router.get("/analytics/overview")
async def overview() -> Overview:
    """Count a person's mails, people and roles."""
    now = datetime.now(UTC)
    async with sessions() as session:
        mails, events = await _mails(session), await _events(session)
        people, roles = await _people(session, now), await _roles(session)
        paid = select(func.coalesce(func.sum(SpendRow.settled), 0))
        spent = int(await session.scalar(paid.where(SpendRow.user_id == USER, SpendRow.state == "settled")) or 0)
    reply_rate, click_rate = Rate.of(mails.replied, mails.delivered), Rate.of(mails.clicked, mails.delivered)
    people_replied = Rate.of(people.ripe_replied, people.ripe)
    interviews = sum(row.interviewed for row in roles)
    return Overview(
        as_of=now,
        total_sent=mails.sent,
        delivered=mails.delivered,
        bounced=mails.bounced,
        clicked=mails.clicked,
        replied=mails.replied,
        positive=events.positive,
        complained=mails.complained,
        unsubscribed=events.unsubscribed,
        click_rate=click_rate,
        reply_rate=reply_rate,
        bounce_rate=Rate.of(mails.bounced, mails.sent),
        positive_rate=Rate.of(events.positive, mails.delivered),
        roles_applied=sum(row.roles if row.furthest != "saved" else row.mailed for row in roles),
        people_contacted=people.contacted,
        people_replied=people_replied,
        people_positive=Rate.of(people.ripe_positive, people.ripe),
        roles_by_stage={
            "saved": 0,
            "applied": 0,
            "interviewing": 0,
            "offer": 0,
            **{r.furthest: r.roles for r in roles},
        },
        outreach_to_interview=Rate.of(interviews, sum(row.mailed for row in roles)),
        time_to_reply=TimeToReply(
            median_seconds=people.median,
            answered=people.replied,
            still_open=people.waiting,
            open_since=people.waiting_since and people.waiting_since.astimezone(UTC).date(),
        ),
        cost_per_reply=Cost.of(spent, people.replied),
        cost_per_interview=Cost.of(spent, interviews),
        in_words=[
            f"Answers: {reply_rate.words('delivered mails')}",
            f"Clicks: {click_rate.words('delivered mails')}",
            f"People who answered: {people_replied.words('people first mailed two days ago or longer')}",
        ],
    )


async def _mails(session: AsyncSession) -> Any:
    mail = OutreachRow
    counts = select(
        func.count(mail.sent_at).label("sent"),
        func.count(mail.delivered_at).label("delivered"),
        func.count(mail.bounced_at).filter(mail.replied_at.is_(None)).label("bounced"),
        func.count(mail.clicked_at).filter(mail.delivered_at.is_not(None)).label("clicked"),
        func.count(mail.replied_at).label("replied"),
        func.count(mail.complained_at).label("complained"),
    )
    return (await session.execute(counts.where(mail.user_id == USER))).one()


async def _events(session: AsyncSession) -> Any:
    counts = select(
        func.count(EventRow.outreach_id.distinct()).filter(_glad()).label("positive"),
        func.count(EventRow.outreach_id.distinct()).filter(EventRow.type == "unsubscribed").label("unsubscribed"),
    )
    wanted = counts.where(EventRow.user_id == USER, EventRow.type.in_(("replied", "unsubscribed")))
    return (await session.execute(wanted)).one()


async def _people(session: AsyncSession, now: datetime) -> Any:
    mail = OutreachRow
    glad = select(EventRow.outreach_id).where(EventRow.user_id == USER, _glad()).distinct().subquery()
    each = (
        select(
            func.min(mail.sent_at).label("first"),
            func.min(mail.replied_at).label("replied"),
            func.bool_or(mail.bounced_at.is_not(None)).label("lost"),
            func.bool_or(glad.c.outreach_id.is_not(None)).label("glad"),
        )
        .outerjoin(glad, glad.c.outreach_id == mail.id)
        .where(mail.user_id == USER, mail.sent_at.is_not(None))
        .group_by(mail.contact_id)
        .subquery()
    )
    ripe, waiting = each.c.first <= now - _RIPE, and_(each.c.replied.is_(None), ~each.c.lost)
    took = func.extract("epoch", each.c.replied - each.c.first)
    counts = select(
        func.count().label("contacted"),
        func.count(each.c.replied).label("replied"),
        func.count().filter(ripe).label("ripe"),
        func.count(each.c.replied).filter(ripe).label("ripe_replied"),
        func.count().filter(ripe, each.c.glad).label("ripe_positive"),
        func.percentile_cont(0.5).within_group(took).label("median"),
        func.count().filter(waiting).label("waiting"),
        func.min(each.c.first).filter(waiting).label("waiting_since"),
    )
    return (await session.execute(counts)).one()


async def _roles(session: AsyncSession) -> Any:
    role, mail, step = ApplicationRow, OutreachRow, HistoryRow
    mailed = (
        select(mail.application_id, func.min(mail.sent_at).label("at"))
        .where(mail.user_id == USER, mail.sent_at.is_not(None))
        .group_by(mail.application_id)
        .subquery()
    )
    late = (
        select(step.application_id, func.min(step.at).label("at"))
        .where(step.user_id == USER, step.to_status.in_(_LATE))
        .group_by(step.application_id)
        .subquery()
    )
    won = and_(role.furthest.in_(_LATE), late.c.at >= mailed.c.at)
    counts = (
        select(
            role.furthest,
            func.count().label("roles"),
            func.count(mailed.c.at).label("mailed"),
            func.count(case((won, 1))).label("interviewed"),
        )
        .outerjoin(mailed, mailed.c.application_id == role.id)
        .outerjoin(late, late.c.application_id == role.id)
        .where(role.user_id == USER)
        .group_by(role.furthest)
    )
    return (await session.execute(counts)).all()


def _glad() -> Any:
    return and_(EventRow.type == "replied", EventRow.counted, EventRow.facts["positive"].as_boolean())

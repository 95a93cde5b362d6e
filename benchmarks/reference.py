"""The same endpoints as most people would write them: FastAPI, SQLAlchemy 2 async, Pydantic."""

import os
import uuid
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import uvicorn
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, joinedload, mapped_column, relationship, undefer

USER = uuid.UUID(os.environ["USER_ID"])
engine = create_async_engine(
    os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://"),
    pool_size=10,
    max_overflow=0,
    connect_args={"server_settings": {"role": "roleferry_system"}},
)
sessions = async_sessionmaker(engine, expire_on_commit=False)


class Base(DeclarativeBase):
    """Mapped tables."""


class JobRow(Base):
    """A job."""

    __tablename__ = "jobs"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[uuid.UUID]
    title: Mapped[str | None]
    company: Mapped[str | None]
    company_id: Mapped[uuid.UUID | None]
    location: Mapped[str | None]
    url: Mapped[str | None]
    saved: Mapped[bool]
    source: Mapped[str]
    match_score: Mapped[float | None]
    posted_at: Mapped[date | None]
    created_at: Mapped[datetime]
    raw_description: Mapped[str] = mapped_column(deferred=True)
    parsed: Mapped[dict[str, Any]] = mapped_column(JSONB, deferred=True)
    application: Mapped["ApplicationRow"] = relationship(back_populates="job", uselist=False)


class ApplicationRow(Base):
    """A row of the tracker."""

    __tablename__ = "applications"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[uuid.UUID]
    job_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("jobs.id"))
    status: Mapped[str]
    furthest: Mapped[str]
    reason: Mapped[str | None]
    notes: Mapped[str | None]
    applied_at: Mapped[datetime | None]
    follow_up_at: Mapped[datetime | None]
    follow_up_retired: Mapped[bool]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    job: Mapped[JobRow] = relationship(back_populates="application")


class OutreachRow(Base):
    """A mail."""

    __tablename__ = "outreach"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[uuid.UUID]
    contact_id: Mapped[uuid.UUID]
    application_id: Mapped[uuid.UUID | None]
    sent_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    clicked_at: Mapped[datetime | None]
    replied_at: Mapped[datetime | None]
    bounced_at: Mapped[datetime | None]
    complained_at: Mapped[datetime | None]


class Job(BaseModel):
    """A job as a list shows it."""

    model_config = ConfigDict(from_attributes=True)
    id: uuid.UUID
    title: str | None
    company: str | None
    company_id: uuid.UUID | None
    location: str | None
    url: str | None
    saved: bool
    source: str
    match_score: float | None
    posted_at: date | None
    created_at: datetime
    application_id: uuid.UUID | None = None
    application_status: str | None = None


class JobWhole(Job):
    """A job whole."""

    raw_description: str
    parsed: dict[str, Any]


class Application(BaseModel):
    """An application."""

    model_config = ConfigDict(from_attributes=True)
    id: uuid.UUID
    job_id: uuid.UUID
    title: str | None
    company: str | None
    status: str
    furthest: str
    reason: str | None
    notes: str | None
    applied_at: datetime | None
    follow_up_at: datetime | None
    follow_up_retired: bool
    created_at: datetime
    updated_at: datetime


class Jobs(BaseModel):
    """A page."""

    items: list[Job]


class Applications(BaseModel):
    """A page."""

    items: list[Application]


class Counts(BaseModel):
    """How many applications stand where."""

    saved: int = 0
    applied: int = 0
    interviewing: int = 0
    offer: int = 0
    rejected: int = 0
    closed: int = 0


app = FastAPI()
Shown = TypeVar("Shown", bound=Job)


def _job(row: JobRow, kind: type[Shown]) -> Shown:
    shown = kind.model_validate(row)
    if row.application is not None:
        shown.application_id, shown.application_status = row.application.id, row.application.status
    return shown


@app.get("/jobs/{job_id}")
async def get_job(job_id: uuid.UUID) -> JobWhole:
    """Return one job."""
    async with sessions() as session:
        query = select(JobRow).where(JobRow.user_id == USER, JobRow.id == job_id)
        whole = (joinedload(JobRow.application), undefer(JobRow.raw_description), undefer(JobRow.parsed))
        row = await session.scalar(query.options(*whole))
        if row is None:
            raise HTTPException(404)
        return _job(row, JobWhole)


@app.get("/jobs")
async def list_jobs(limit: int = 20) -> Jobs:
    """Return the newest jobs."""
    async with sessions() as session:
        query = select(JobRow).where(JobRow.user_id == USER).order_by(JobRow.created_at.desc(), JobRow.id.desc())
        rows = await session.scalars(query.limit(limit).options(joinedload(JobRow.application)))
        return Jobs(items=[_job(row, Job) for row in rows])


@app.get("/applications")
async def list_applications(limit: int = 20) -> Applications:
    """Return the newest applications."""
    async with sessions() as session:
        query = select(ApplicationRow).where(ApplicationRow.user_id == USER)
        query = query.order_by(ApplicationRow.created_at.desc(), ApplicationRow.id.desc()).limit(limit)
        rows = await session.scalars(query.options(joinedload(ApplicationRow.job)))
        items = [
            Application.model_validate({**row.__dict__, "title": row.job.title, "company": row.job.company})
            for row in rows
        ]
        return Applications(items=items)


@app.get("/applications/counts")
async def counts() -> Counts:
    """Return the number of applications at each stage."""
    async with sessions() as session:
        query = select(ApplicationRow.status, func.count()).where(ApplicationRow.user_id == USER)
        found = await session.execute(query.group_by(ApplicationRow.status))
        return Counts.model_validate({row[0]: row[1] for row in found})


class Rate(BaseModel):
    """A rate with its counts."""

    value: float | None
    numerator: int
    denominator: int

    @classmethod
    def of(cls, numerator: int, denominator: int) -> "Rate":
        """Return the rate of two counts."""
        return cls(value=numerator / denominator if denominator else None, numerator=numerator, denominator=denominator)


class Overview(BaseModel):
    """What came of it."""

    as_of: datetime
    total_sent: int
    delivered: int
    bounced: int
    clicked: int
    replied: int
    complained: int
    click_rate: Rate
    reply_rate: Rate
    bounce_rate: Rate
    people_contacted: int
    people_replied: Rate
    roles_applied: int
    roles_by_stage: dict[str, int]
    outreach_to_interview: Rate
    time_to_reply: dict[str, float | int | None]
    in_words: list[str]


@app.get("/analytics/overview")
async def overview() -> Overview:
    """Count a person's mails, people and roles."""
    mail, role = OutreachRow, ApplicationRow
    async with sessions() as session:
        columns = (
            mail.sent_at,
            mail.delivered_at,
            mail.bounced_at,
            mail.clicked_at,
            mail.replied_at,
            mail.complained_at,
        )
        counts = select(*map(func.count, columns), func.count(mail.contact_id.distinct())).where(mail.user_id == USER)
        row: tuple[int, ...] = tuple((await session.execute(counts)).one())
        sent, delivered, bounced, clicked, replied, complained, people = row
        answered = select(func.count(mail.contact_id.distinct()), func.avg(mail.replied_at - mail.sent_at))
        answers, took = (
            await session.execute(answered.where(mail.user_id == USER, mail.replied_at.is_not(None)))
        ).one()
        mailed = await session.scalar(
            select(func.count(mail.application_id.distinct())).where(mail.user_id == USER, mail.sent_at.is_not(None))
        )
        stages = await session.execute(
            select(role.furthest, func.count()).where(role.user_id == USER).group_by(role.furthest)
        )
        by_stage = {row[0]: row[1] for row in stages}
    interviewed = by_stage.get("interviewing", 0) + by_stage.get("offer", 0)
    return Overview(
        as_of=datetime.now(UTC),
        total_sent=sent,
        delivered=delivered,
        bounced=bounced,
        clicked=clicked,
        replied=replied,
        complained=complained,
        click_rate=Rate.of(clicked, delivered),
        reply_rate=Rate.of(replied, delivered),
        bounce_rate=Rate.of(bounced, sent),
        people_contacted=people,
        people_replied=Rate.of(answers, people),
        roles_applied=sum(count for stage, count in by_stage.items() if stage != "saved") or mailed or 0,
        roles_by_stage=by_stage,
        outreach_to_interview=Rate.of(interviewed, mailed or 0),
        time_to_reply={"median_seconds": took.total_seconds() if took else None, "answered": answers},
        in_words=[f"Answers: {replied} of {delivered} delivered mails"],
    )


if __name__ == "__main__":
    uvicorn.run(
        app, port=int(os.environ["PORT"]), log_level="warning", access_log=False, loop="uvloop", http="httptools"
    )

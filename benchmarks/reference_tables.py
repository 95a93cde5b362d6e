"""The reference's tables, as most people would map them, and its sessions."""

import os
import uuid
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

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

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: DateTime(timezone=True)}


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


class EventRow(Base):
    """A line of the log of what happened to mails."""

    __tablename__ = "outreach_events"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[uuid.UUID]
    outreach_id: Mapped[uuid.UUID]
    type: Mapped[str]
    counted: Mapped[bool]
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)


class HistoryRow(Base):
    """A step of an application."""

    __tablename__ = "application_history"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[uuid.UUID]
    application_id: Mapped[uuid.UUID]
    to_status: Mapped[str]
    at: Mapped[datetime]


class SpendRow(Base):
    """What was paid."""

    __tablename__ = "spend_ledger"
    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[uuid.UUID]
    state: Mapped[str]
    settled: Mapped[int]

"""The same endpoints as most people would write them: FastAPI, SQLAlchemy 2 async, Pydantic."""

import os
import uuid
from datetime import date, datetime
from typing import Any, TypeVar

import uvicorn
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, ConfigDict
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, undefer

from benchmarks import reference_overview
from benchmarks.reference_tables import USER, ApplicationRow, JobRow, sessions


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
app.include_router(reference_overview.router)
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


if __name__ == "__main__":
    uvicorn.run(
        app, port=int(os.environ["PORT"]), log_level="warning", access_log=False, loop="uvloop", http="httptools"
    )

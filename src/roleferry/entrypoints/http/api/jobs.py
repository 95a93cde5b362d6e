"""`/jobs`: the adverts a person looks at (SPEC 3.3, 3.5)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from litestar import Controller, delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import UNSET, Meta, UnsetType

from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.model.ids import JobId, UserId
from roleferry.domain.model.jobs.job import JobEdits, JobNotFound
from roleferry.domain.model.jobs.posting import Buckets, Line, Requirement, Salary, Seniority, SkillAsked, WorkMode
from roleferry.domain.use_cases.jobs.add_job import AddJob
from roleferry.domain.use_cases.jobs.edit_job import EditJob
from roleferry.domain.use_cases.jobs.match_jobs import MatchJobs
from roleferry.domain.use_cases.jobs.remove_job import RemoveJob
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, to_view, view_of
from roleferry.ports.resumes import ResumeNotFound
from roleferry.ports.transactions import Reads

Short = Annotated[str, Meta(min_length=1, max_length=300)]
Money = Annotated[str, Meta(pattern=r"^\d{1,12}(\.\d{1,2})?$", description="A decimal amount, e.g. 120000.00")]
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
Period = Literal["year", "month", "week", "day", "hour"]
Years = Annotated[int, Meta(ge=0, le=60)]


class JobBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`raw_description`, or `url`; the other fields win over what is read."""

    url: Annotated[str, Meta(min_length=8, max_length=2000)] | None = None
    raw_description: Annotated[str, Meta(max_length=200_000)] | None = None
    title: Short | None = None
    company: Short | None = None
    location: Short | None = None
    salary_min: Money | None = None
    salary_max: Money | None = None
    currency: Currency | None = None
    salary_period: Period | None = None
    saved: bool = True


class JobPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what you want to set; null gives a field back to what was read."""

    title: Short | None | UnsetType = UNSET
    company: Short | None | UnsetType = UNSET
    location: Short | None | UnsetType = UNSET
    work_mode: WorkMode | None | UnsetType = UNSET
    employment_type: Short | None | UnsetType = UNSET
    seniority: Seniority | None | UnsetType = UNSET
    years_required: Years | None | UnsetType = UNSET
    salary_min: Money | None | UnsetType = UNSET
    salary_max: Money | None | UnsetType = UNSET
    currency: Currency | None | UnsetType = UNSET
    salary_period: Period | None | UnsetType = UNSET
    posted_at: date | None | UnsetType = UNSET
    saved: bool | UnsetType = UNSET


class JobRow(msgspec.Struct, frozen=True, kw_only=True):
    """A job as lists show it; `match_score` is 0–100, null until it was matched."""

    id: UUID
    title: str | None
    company: str | None
    company_id: UUID | None
    location: str | None
    url: str | None
    saved: bool
    source: str
    match_score: float | None
    posted_at: date | None
    created_at: datetime
    application_id: UUID | None
    application_status: str | None


class JobView(JobRow, frozen=True, kw_only=True):
    """A job whole: every item with its span in `raw_description`; `edited` names the fields that are yours."""

    raw_description: str
    work_mode: str | None
    employment_type: str | None
    seniority: str | None
    years_required: int | None
    salary: Salary | None
    responsibilities: tuple[Line, ...]
    requirements: tuple[Requirement, ...]
    skills: tuple[SkillAsked, ...]
    benefits: tuple[Line, ...]
    pain_points: tuple[Line, ...]
    buckets: Buckets
    thin: bool
    edited: list[str]


class MatchPart(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison: score 0–1, its weight, the words it rests on, and what it means."""

    name: str
    weight: float
    score: float
    evidence: list[str]
    sentence: str


class MatchView(msgspec.Struct, frozen=True, kw_only=True):
    """`score` 0–100; `confidence` 0–1 says how much of it was known; parts with nothing known are left out."""

    job_id: UUID
    score: float
    confidence: float
    parts: list[MatchPart]


_ID = "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c31"
_ROW: dict[str, Any] = {
    "id": _ID,
    "title": "Staff Engineer, Payments",
    "company": "Lighthouse Pay",
    "company_id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c32",
    "location": "Lisbon",
    "url": None,
    "saved": True,
    "source": "user",
    "match_score": 71.5,
    "posted_at": None,
    "created_at": "2026-11-22T09:00:00Z",
    "application_id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c33",
    "application_status": "saved",
}
_TEXT = "Staff Engineer, Payments\nYou will cut the latency of our checkout."
_LINE = {"text": "You will cut the latency of our checkout.", "span": {"start": 25, "end": 66}}
_JOB: dict[str, Any] = {
    **_ROW,
    "raw_description": _TEXT,
    "work_mode": "hybrid",
    "employment_type": "full_time",
    "seniority": "principal",
    "years_required": 8,
    "salary": {"minimum": "90000", "maximum": "110000", "currency": "EUR", "period": "year", "span": None},
    "responsibilities": [_LINE],
    "requirements": [],
    "skills": [],
    "benefits": [],
    "pain_points": [_LINE],
    "buckets": {},
    "thin": False,
    "edited": ["location"],
}
_MATCH: dict[str, Any] = {
    "job_id": _ID,
    "score": 71.5,
    "confidence": 0.8,
    "parts": [
        {
            "name": "skills",
            "weight": 30.0,
            "score": 0.75,
            "evidence": ["PostgreSQL", "Python"],
            "sentence": "You have 3 of the 4 skills asked for.",
        }
    ],
}


class NothingToSort(Invalid):
    """Jobs can be sorted by match once there is a résumé."""

    code = "jobs.no_match_yet"


class JobController(Controller):
    """The adverts a person looks at."""

    path = "/jobs"
    tags = ("Jobs",)

    @post(
        operation_id="AddJob",
        summary="Add a job from pasted text or its address.",
        opt=example(request={"raw_description": _TEXT, "company": "Lighthouse Pay", "location": "Lisbon"}, answer=_JOB),
    )
    async def add(
        self, data: JSONBody[JobBody], user_id: Injected[UserId], add_job: Injected[AddJob], reads: Injected[Reads]
    ) -> JobView:
        """Read the advert and keep it, once; its application is opened as `saved`."""
        edits = JobEdits(
            title=data.title,
            company=data.company,
            location=data.location,
            salary_min=Decimal(data.salary_min) if data.salary_min else None,
            salary_max=Decimal(data.salary_max) if data.salary_max else None,
            currency=data.currency,
            salary_period=data.salary_period,
        )
        job_id = await add_job(
            user_id, url=data.url, raw_description=data.raw_description, edits=edits, saved=data.saved
        )
        return await _shown(reads, user_id, job_id)

    @get(
        operation_id="ListJobs",
        summary="Your jobs.",
        opt=example(answer={"items": [_ROW], "next_cursor": None}),
    )
    async def list_jobs(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        match_jobs: Injected[MatchJobs],
        saved: FromQuery[bool | None] = None,
        q: Annotated[
            str | None, QueryParameter(max_length=200, description="Words in title, company or place.")
        ] = None,
        sort: FromQuery[Literal["created", "posted", "match"]] = "created",
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[JobRow]:
        """Return your jobs, newest first; `sort=match` scores the ones that are not yet, best first."""
        if sort == "match" and cursor is None:
            try:
                await match_jobs(user_id)
            except ResumeNotFound as error:
                errors = (FieldError("sort", "upload a résumé first"),)
                raise NothingToSort("upload a résumé first, then sort by match", errors=errors) from error
        key, kind = {
            "created": ("created_at", datetime),
            "posted": ("posted_key", date),
            "match": ("score_key", float),
        }[sort]
        before, last = decode(cursor, kind, UUID)
        rows = await reads.many(user_id, f"show_jobs_{sort}", user_id, saved, q, before, last, limit + 1)
        return page(rows, limit, view_of(JobRow), (key, "id"))

    @get("/{job_id:uuid}", operation_id="GetJob", summary="One job.", opt=example(answer=_JOB))
    async def get_job(self, job_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]) -> JobView:
        """Return a job with everything that was read from it."""
        return await _shown(reads, user_id, JobId(job_id))

    @patch(
        "/{job_id:uuid}",
        operation_id="EditJob",
        summary="Correct a job.",
        opt=example(request={"location": "Lisbon", "saved": True}, answer=_JOB),
    )
    async def edit(
        self,
        job_id: FromPath[UUID],
        data: JSONBody[JobPatch],
        user_id: Injected[UserId],
        edit_job: Injected[EditJob],
        reads: Injected[Reads],
    ) -> JobView:
        """Set fields; what you set survives a new reading of the advert."""
        given = {name: value for name in data.__struct_fields__ if (value := getattr(data, name)) is not UNSET}
        saved = given.pop("saved", None)
        for name in ("salary_min", "salary_max"):
            if given.get(name) is not None:
                given[name] = Decimal(given[name])
        await edit_job(user_id, JobId(job_id), changes=given, saved=saved)
        return await _shown(reads, user_id, JobId(job_id))

    @delete("/{job_id:uuid}", operation_id="RemoveJob", summary="Forget a job.")
    async def remove(self, job_id: FromPath[UUID], user_id: Injected[UserId], remove_job: Injected[RemoveJob]) -> None:
        """Remove a job and its application; one that mails were written about stays."""
        await remove_job(user_id, JobId(job_id))

    @get(
        "/{job_id:uuid}/match",
        operation_id="GetMatch",
        summary="How well a job suits you, and why.",
        opt=example(answer=_MATCH),
    )
    async def match(
        self,
        job_id: FromPath[UUID],
        user_id: Injected[UserId],
        match_jobs: Injected[MatchJobs],
        reads: Injected[Reads],
    ) -> MatchView:
        """Return the score with its parts, each with weight, evidence and a sentence."""
        await match_jobs(user_id, job_id=JobId(job_id))
        row = await reads.one(user_id, "show_match", user_id, job_id)
        if row is None or row["match"] is None:
            raise JobNotFound("there is no such job", job_id=job_id)
        return to_view(MatchView, {**row["match"], "job_id": job_id})


async def _shown(reads: Reads, user_id: UserId, job_id: JobId) -> JobView:
    row = await reads.one(user_id, "show_job", user_id, job_id)
    if row is None:
        raise JobNotFound("there is no such job", job_id=job_id)
    edits = {name: value for name, value in row["edits"].items() if value is not None}
    salary = {**(row["parsed"].get("salary") or {}), **_salary_edits(edits)} or None
    fields = {**row["parsed"], **edits, "salary": salary and {**_NO_SALARY, **salary}}
    return to_view(JobView, {**fields, **row, "edited": sorted(edits)})


_NO_SALARY: dict[str, Any] = {"minimum": None, "maximum": None, "currency": None, "period": None}


def _salary_edits(edits: dict[str, Any]) -> dict[str, Any]:
    names = {"salary_min": "minimum", "salary_max": "maximum", "currency": "currency", "salary_period": "period"}
    return {names[name]: value for name, value in edits.items() if name in names}

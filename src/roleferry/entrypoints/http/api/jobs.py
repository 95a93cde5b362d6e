"""`/jobs`: the adverts a person looks at (SPEC 3.3, 3.5)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from litestar import Controller, delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import UNSET

from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.model.ids import JobId, UserId
from roleferry.domain.model.jobs.job import JobEdits, JobNotFound
from roleferry.domain.use_cases.jobs.add_job import AddJob
from roleferry.domain.use_cases.jobs.edit_job import EditJob
from roleferry.domain.use_cases.jobs.match_jobs import MatchJobs
from roleferry.domain.use_cases.jobs.remove_job import RemoveJob
from roleferry.entrypoints.http.api.job_views import (
    JOB,
    JOB_ROW,
    JOB_TEXT,
    MATCH,
    JobBody,
    JobPatch,
    JobRow,
    JobView,
    MatchView,
)
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, to_view, view_of
from roleferry.ports.resumes import ResumeNotFound
from roleferry.ports.transactions import Reads


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
        opt=example(
            request={"raw_description": JOB_TEXT, "company": "Lighthouse Pay", "location": "Lisbon"}, answer=JOB
        ),
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
        opt=example(answer={"items": [JOB_ROW], "next_cursor": None}),
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

    @get("/{job_id:uuid}", operation_id="GetJob", summary="One job.", opt=example(answer=JOB))
    async def get_job(self, job_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]) -> JobView:
        """Return a job with everything that was read from it."""
        return await _shown(reads, user_id, JobId(job_id))

    @patch(
        "/{job_id:uuid}",
        operation_id="EditJob",
        summary="Correct a job.",
        opt=example(request={"location": "Lisbon", "saved": True}, answer=JOB),
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
        opt=example(answer=MATCH),
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
    return JobView.of(row)

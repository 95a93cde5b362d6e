"""Jobs as rows: what was read as jsonb, what lists sort and search by as columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.domain.model.ids import JobId
from roleferry.domain.model.jobs.job import Job, JobExists, JobNotFound
from roleferry.ports.jobs import JobRepository

_EXISTS = JobExists("you have this job already: see its application in the tracker")
constraints.register("uq_jobs_canonical_url", _EXISTS)
constraints.register("uq_jobs_fingerprint", _EXISTS)


class PostgresJobs(Repository, JobRepository):
    """Rows of jobs."""

    async def add(self, job: Job) -> None:
        await self._execute("add_job", *_values(job))

    async def add_all(self, jobs: Sequence[Job]) -> None:
        await self._connection.executemany(STATEMENTS["add_job"], [_values(job) for job in jobs])

    async def same_among(self, jobs: Sequence[Job]) -> Mapping[JobId, JobId]:
        rows = await self._many(
            "find_same_jobs",
            self._user_id,
            [job.id for job in jobs],
            [job.canonical_url for job in jobs],
            [job.fingerprint for job in jobs],
        )
        return {JobId(row["asked"]): JobId(row["id"]) for row in rows}

    async def same(self, *, canonical_url: str | None, fingerprint: str) -> JobId | None:
        row = await self._one("find_same_job", self._user_id, canonical_url, fingerprint)
        return JobId(row["id"]) if row else None

    async def find(self, job_id: JobId) -> Job:
        row = await self._one("lock_job", self._user_id, job_id)
        if row is None:
            raise JobNotFound("there is no such job", job_id=job_id)
        return _job(row)

    async def save(self, job: Job) -> None:
        await self._execute("save_job", *_editable(job))

    async def remove(self, job_id: JobId) -> None:
        if not await self._execute("remove_job", self._user_id, job_id):
            raise JobNotFound("there is no such job", job_id=job_id)

    async def unmatched(self, *, key: str, limit: int) -> Sequence[Job]:
        return [_job(row) for row in await self._many("list_unmatched_jobs", self._user_id, key, limit)]

    async def save_matches(self, matches: Mapping[JobId, Mapping[str, Any]], *, key: str) -> None:
        scores = [match["score"] for match in matches.values()]
        kept = [plain(match) for match in matches.values()]
        await self._execute("save_matches", self._user_id, list(matches), scores, kept, key)


def _values(job: Job) -> tuple[Any, ...]:
    return (
        *_editable(job),
        job.fingerprint,
        job.url,
        job.canonical_url,
        job.read.raw_text,
        _without_text(job),
        job.source,
        job.created_at,
    )


def _editable(job: Job) -> tuple[Any, ...]:
    posting = job.posting
    edits = plain(job.edits)
    return (
        job.user_id,
        job.id,
        posting.title,
        posting.company,
        posting.location,
        posting.posted_at,
        edits,
        job.saved,
        job.company_id,
    )


def _without_text(job: Job) -> dict[str, Any]:
    read: dict[str, Any] = plain(job.read)
    read.pop("raw_text")
    return read


def _job(row: Mapping[str, Any]) -> Job:
    return to(Job, {**row, "read": {**row["parsed"], "raw_text": row["raw_description"]}})

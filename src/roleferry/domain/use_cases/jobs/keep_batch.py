"""Keep many imported jobs at once."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from roleferry.domain.model.ids import ApplicationId, CompanyId, JobId, UserId
from roleferry.domain.model.jobs.application import Actor, Application, Stage, StageChange
from roleferry.domain.model.jobs.foreign import ForeignJob
from roleferry.domain.model.jobs.job import Job, JobEdits
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.jobs.reading import read_posting
from roleferry.domain.model.jobs.same_posting import canonical_url, text_fingerprint
from roleferry.domain.model.tables import RowResult, RowStatus
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.use_cases.jobs.employers import Employers
from roleferry.domain.use_cases.jobs.move_application import MoveApplication
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.transactions import Transactions, UnitOfWork

_LADDER = (Stage.SAVED, Stage.APPLIED, Stage.INTERVIEWING, Stage.OFFER)
_OVER = frozenset({Stage.REJECTED, Stage.CLOSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepBatch:
    """Add what is new; of what is there, only move the application on, never back (SPEC 3.4)."""

    transactions: Transactions
    vocabulary: Vocabulary
    employers: Employers
    move_application: MoveApplication
    clock: Clock
    ids: Ids

    async def __call__(self, user_id: UserId, rows: Sequence[ForeignJob]) -> Sequence[RowResult]:
        """
        Return what became of each row.

        Raises:
            JobExists: somebody added one of them just now; call again.
        """
        jobs = await asyncio.to_thread(self._read, user_id, rows)
        async with self.transactions.begin(user_id) as uow:
            present = await uow.jobs.same_among(jobs)
            first: dict[str, JobId] = {}
            fresh: list[tuple[Job, ForeignJob]] = []
            results: list[RowResult] = []
            known: list[tuple[JobId, ForeignJob]] = []
            for job, row in zip(jobs, rows, strict=True):
                twin = _twin(job, first)
                if job.id in present:
                    known.append((present[job.id], row))
                elif twin:
                    reason = "is in the file twice"
                    results.append(RowResult(row=row.row, status=RowStatus.SKIPPED, reason=reason, id=twin))
                else:
                    fresh.append((job, row))
            results += await self._add(uow, user_id, fresh)
            results += await self._catch_up(uow, known)
        return results

    def _read(self, user_id: UserId, rows: Sequence[ForeignJob]) -> list[Job]:
        now = self.clock.now()
        return [self._job(user_id, row, now) for row in rows]

    def _job(self, user_id: UserId, row: ForeignJob, now: datetime) -> Job:
        posting = Posting(raw_text="", thin=True)
        if row.description.strip():
            posting = read_posting(row.description, vocabulary=self.vocabulary, today=now.date())
        edits = JobEdits(
            title=row.title,
            company=row.company,
            location=row.location,
            posted_at=row.posted_at,
            salary_min=row.salary_min,
            salary_max=row.salary_max,
            currency=row.currency,
        )
        address = canonical_url(row.url) if row.url else None
        text = posting.raw_text or address or row.location or ""
        return Job(
            id=JobId(self.ids.new()),
            user_id=user_id,
            read=posting,
            edits=edits,
            fingerprint=text_fingerprint(
                company=row.company or posting.company, title=row.title or posting.title, text=text
            ),
            url=row.url,
            canonical_url=address,
            company_id=None,
            source="import",
            saved=True,
            created_at=now,
        )

    async def _add(
        self, uow: UnitOfWork, user_id: UserId, fresh: Sequence[tuple[Job, ForeignJob]]
    ) -> Sequence[RowResult]:
        names = sorted({job.posting.company for job, _ in fresh if job.posting.company})
        companies = await self.employers.settle_all(uow, user_id, names)
        await uow.jobs.add_all([_at(job, companies) for job, _ in fresh])
        applications = [self._application(job, row) for job, row in fresh]
        await uow.applications.add_all(applications)
        await uow.applications.record_all([self._change(each) for each in applications])
        if fresh:
            await uow.audit.record("jobs.imported", entity="job", number=len(fresh))
        return [RowResult(row=row.row, status=RowStatus.CREATED, id=job.id) for job, row in fresh]

    def _application(self, job: Job, row: ForeignJob) -> Application:
        begun = Application.begin(ApplicationId(self.ids.new()), user_id=job.user_id, job_id=job.id, at=job.created_at)
        return begun.imported(
            row.stage, reason=row.reason, applied_at=row.applied_at, notes=row.notes, at=job.created_at
        )

    def _change(self, application: Application) -> StageChange:
        return StageChange(
            id=self.ids.new(),
            application_id=application.id,
            from_status=None,
            to_status=application.status,
            actor=Actor.IMPORT,
            reason=application.reason,
            at=application.created_at,
        )

    async def _catch_up(self, uow: UnitOfWork, known: Sequence[tuple[JobId, ForeignJob]]) -> Sequence[RowResult]:
        applications = dict(await uow.applications.of_jobs([job_id for job_id, row in known if row.says_stage]))
        results = []
        for job_id, row in known:
            application = applications.get(job_id)
            moved = await self._moved(uow, application, row) if application else None
            if moved:
                applications[job_id] = moved
            status = RowStatus.UPDATED if moved else RowStatus.SKIPPED
            reason = f"moved to {row.stage.value}" if moved else "is there already"
            results.append(RowResult(row=row.row, status=status, reason=reason, id=job_id))
        return results

    async def _moved(self, uow: UnitOfWork, application: Application, row: ForeignJob) -> Application | None:
        """Return it where the file says it is, through every stage between; None where it stays."""
        steps = _steps(application, row.stage)
        for step in steps:
            application = await self.move_application.move(
                uow, application, step, actor=Actor.IMPORT, reason=row.reason
            )
        return application if steps else None


def _twin(job: Job, first: dict[str, JobId]) -> JobId | None:
    """Return the job of this file that is the same posting, or remember this one as the first."""
    keys = [key for key in (job.fingerprint, job.canonical_url) if key]
    twin = next((first[key] for key in keys if key in first), None)
    for key in keys:
        first.setdefault(key, twin or job.id)
    return twin


def _at(job: Job, companies: Mapping[str, CompanyId]) -> Job:
    return replace(job, company_id=companies.get(job.posting.company or ""))


def _steps(application: Application, to: Stage) -> Sequence[Stage]:
    """Return the stages to go through, none where the file knows less than the tracker."""
    if application.status in _OVER:
        return ()
    if to in _OVER:
        return (to,)
    here, there = _LADDER.index(application.status), _LADDER.index(to)
    further = there > _LADDER.index(application.furthest)
    return _LADDER[here + 1 : there + 1] if further else ()

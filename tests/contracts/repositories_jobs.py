"""What the repositories of jobs, the tracker and the problems a person has solved promise."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from roleferry.domain.model.errors import Conflict, NotFound
from roleferry.domain.model.ids import ApplicationId, JobId, PainPointId, ResumeId, UserId
from roleferry.domain.model.jobs.application import Application, ApplicationNotFound, Stage
from roleferry.domain.model.jobs.job import JobExists, JobNotFound
from roleferry.domain.model.jobs.posting import WorkMode
from roleferry.domain.model.text import Span
from roleferry.ports.jobs import KeptPainPoint, PainPointNotFound
from roleferry.ports.resumes import ResumeFile
from roleferry.ports.transactions import Reads, Transactions
from tests.contracts.factories import NOW
from tests.contracts.job_rows import a_change, a_job, kept_application, kept_job
from tests.contracts.on_transactions import OnTransactions
from tests.contracts.undoing import undone


class JobRepositoryContract(OnTransactions):
    async def test_a_job_comes_back_as_it_went_with_the_persons_word_over_it(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        job = await kept_job(transactions, user_id)
        edited = job.edited({"title": "Principal Engineer", "work_mode": WorkMode.REMOTE})
        async with transactions.begin(user_id) as uow:
            assert await uow.jobs.find(job.id) == job
            await uow.jobs.save(edited)
        async with transactions.begin(user_id) as uow:
            found = await uow.jobs.find(job.id)
        assert found == edited
        assert found.read.title == "Staff Engineer"

    @pytest.mark.parametrize("what", ["canonical_url", "fingerprint"])
    async def test_one_posting_is_one_job_of_a_user(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId, what: str
    ) -> None:
        job = await kept_job(transactions, user_id)
        same = {what: getattr(job, what)}
        with pytest.raises(JobExists):
            async with transactions.begin(user_id) as uow:
                await uow.jobs.add(a_job(user_id, **same))
        again = a_job(user_id, **same)
        async with transactions.begin(user_id) as uow:
            found = await uow.jobs.same(canonical_url=again.canonical_url, fingerprint=again.fingerprint)
            assert found == job.id
            assert await uow.jobs.same_among([again, a_job(user_id)]) == {again.id: job.id}
        async with transactions.begin(other_user_id) as uow:
            await uow.jobs.add(a_job(other_user_id, **same))

    async def test_of_twenty_who_keep_one_posting_at_once_one_does(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        async def keep() -> None:
            async with transactions.begin(user_id) as uow:
                await uow.jobs.add(a_job(user_id, fingerprint="one"))

        outcomes = await asyncio.gather(*(keep() for _ in range(20)), return_exceptions=True)
        assert outcomes.count(None) == 1
        assert sum(isinstance(one, JobExists) for one in outcomes) == 19

    async def test_a_job_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        job = await kept_job(transactions, user_id)
        for somebody, wanted in ((other_user_id, job.id), (user_id, JobId(uuid4()))):
            with pytest.raises(JobNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.jobs.find(wanted)
            with pytest.raises(JobNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.jobs.remove(wanted)
        async with transactions.begin(other_user_id) as uow:
            await uow.jobs.save(job.edited({"title": "Stolen"}))
        async with transactions.begin(user_id) as uow:
            assert await uow.jobs.find(job.id) == job

    async def test_an_undone_job_was_never_there(self, transactions: Transactions, user_id: UserId) -> None:
        job = a_job(user_id)
        await undone(transactions, user_id, lambda uow: uow.jobs.add(job))
        async with transactions.begin(user_id) as uow:
            assert await uow.jobs.same(canonical_url=job.canonical_url, fingerprint=job.fingerprint) is None

    async def test_a_match_is_stale_under_another_key_and_after_an_edit(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        job = await kept_job(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.jobs.save_matches({job.id: {"score": 71.5}}, key="one")
        async with transactions.begin(user_id) as uow:
            assert await uow.jobs.unmatched(key="one", limit=10) == []
            assert await uow.jobs.unmatched(key="two", limit=10) == [job]
            await uow.jobs.save(job)
            assert await uow.jobs.unmatched(key="one", limit=10) == [job]


class ApplicationRepositoryContract(OnTransactions):
    async def test_an_application_comes_back_as_it_went(self, transactions: Transactions, user_id: UserId) -> None:
        application = await kept_application(transactions, user_id)
        applied = replace(application.move(Stage.APPLIED, at=NOW), notes="by their form")
        async with transactions.begin(user_id) as uow:
            assert await uow.applications.find(application.id) == application
            await uow.applications.save(applied)
        async with transactions.begin(user_id) as uow:
            assert await uow.applications.of_jobs([application.job_id, JobId(uuid4())]) == {applied.job_id: applied}

    async def test_a_job_has_one_application(self, transactions: Transactions, user_id: UserId) -> None:
        application = await kept_application(transactions, user_id)
        with pytest.raises(Conflict):
            async with transactions.begin(user_id) as uow:
                await uow.applications.add(replace(application, id=ApplicationId(uuid4())))
        with pytest.raises(NotFound):
            async with transactions.begin(user_id) as uow:
                await uow.applications.add(replace(application, id=ApplicationId(uuid4()), job_id=JobId(uuid4())))

    async def test_its_history_grows_and_nobody_else_reads_it(
        self, transactions: Transactions, reads: Reads, user_id: UserId, other_user_id: UserId
    ) -> None:
        application = await kept_application(transactions, user_id)
        stages = [None, Stage.SAVED, Stage.APPLIED, Stage.INTERVIEWING]
        changes = [
            a_change(application, before, after, minutes=number)
            for number, (before, after) in enumerate(zip(stages, [*stages[1:], Stage.OFFER], strict=True))
        ]
        async with transactions.begin(user_id) as uow:
            await uow.applications.record(changes[0])
            await uow.applications.record_all(changes[:0:-1])
        found = await _history(reads, user_id, application)
        assert [row["id"] for row in found] == [one.id for one in changes]
        assert [row["to_status"] for row in found] == ["saved", "applied", "interviewing", "offer"]
        assert await _history(reads, other_user_id, application) == []

    async def test_an_undone_move_leaves_no_history(
        self, transactions: Transactions, reads: Reads, user_id: UserId
    ) -> None:
        application = await kept_application(transactions, user_id)
        change = a_change(application, Stage.SAVED, Stage.APPLIED)
        await undone(transactions, user_id, lambda uow: uow.applications.record(change))
        assert await _history(reads, user_id, application) == []

    async def test_an_application_that_is_not_yours_is_not_there(
        self, transactions: Transactions, reads: Reads, user_id: UserId, other_user_id: UserId
    ) -> None:
        application = await kept_application(transactions, user_id)
        for somebody, wanted in ((other_user_id, application.id), (user_id, ApplicationId(uuid4()))):
            with pytest.raises(ApplicationNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.applications.find(wanted)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.applications.of_jobs([application.job_id]) == {}
        with pytest.raises(NotFound):
            async with transactions.begin(other_user_id) as uow:
                await uow.applications.record(a_change(application, Stage.SAVED, Stage.CLOSED))
        assert await _history(reads, user_id, application) == []

    async def test_it_goes_with_its_job(self, transactions: Transactions, user_id: UserId) -> None:
        application = await kept_application(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.jobs.remove(application.job_id)
        with pytest.raises(ApplicationNotFound):
            async with transactions.begin(user_id) as uow:
                await uow.applications.find(application.id)


class PainPointRepositoryContract(OnTransactions):
    async def test_the_newest_version_is_current_and_the_old_one_is_kept(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        first = await _a_map(transactions, user_id)
        second = [replace(one, id=PainPointId(uuid4()), version=2) for one in first]
        for version in (first, second[::-1]):
            async with transactions.begin(user_id) as uow:
                await uow.pain_points.add_all(version)
        async with transactions.begin(user_id) as uow:
            assert await uow.pain_points.current(first[0].job_id, first[0].resume_id) == second
            assert await uow.pain_points.latest_of_job(first[0].job_id) == second
            assert await uow.pain_points.find(first[0].id) == first[0]

    async def test_an_edit_is_kept_and_what_was_read_is_not_forgotten(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        (pair, gap) = await _a_map(transactions, user_id)
        edited = replace(pair, challenge_text="Calmer checkouts", edited=True)
        async with transactions.begin(user_id) as uow:
            await uow.pain_points.add_all([pair, gap])
            await uow.pain_points.save(edited)
            await uow.pain_points.save(replace(gap, dropped=True))
        async with transactions.begin(user_id) as uow:
            assert await uow.pain_points.current(pair.job_id, pair.resume_id) == [edited, replace(gap, dropped=True)]
            assert (await uow.pain_points.find(pair.id)).challenge_span == pair.challenge_span

    async def test_a_pain_point_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        (pair, gap) = await _a_map(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.pain_points.add_all([pair, gap])
        for somebody, wanted in ((other_user_id, pair.id), (user_id, PainPointId(uuid4()))):
            with pytest.raises(PainPointNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.pain_points.find(wanted)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.pain_points.current(pair.job_id, pair.resume_id) == []
            assert await uow.pain_points.latest_of_job(pair.job_id) == []
            await uow.pain_points.save(replace(pair, challenge_text="Stolen"))
        async with transactions.begin(user_id) as uow:
            assert await uow.pain_points.find(pair.id) == pair

    async def test_an_undone_version_was_never_current(self, transactions: Transactions, user_id: UserId) -> None:
        points = await _a_map(transactions, user_id)
        await undone(transactions, user_id, lambda uow: uow.pain_points.add_all(points))
        async with transactions.begin(user_id) as uow:
            assert await uow.pain_points.current(points[0].job_id, points[0].resume_id) == []


async def _history(reads: Reads, user_id: UserId, application: Application) -> Sequence[Any]:
    return await reads.many(user_id, "show_application_history", user_id, application.id, None, None, 10)


async def _a_map(transactions: Transactions, user_id: UserId) -> list[KeptPainPoint]:
    """Keep a job and a résumé, and return a pair and a gap of theirs that are not kept yet."""
    job, resume_id = await kept_job(transactions, user_id), ResumeId(uuid4())
    file = ResumeFile(
        id=resume_id,
        user_id=user_id,
        version=1,
        file_name="ada.txt",
        size=3,
        sha256="0" * 64,
        storage_key=f"resumes/{resume_id}",
        task_id=None,
        created_at=NOW,
    )
    async with transactions.begin(user_id) as uow:
        await uow.resumes.add(file)
    pair = KeptPainPoint(
        id=PainPointId(uuid4()),
        user_id=user_id,
        job_id=job.id,
        resume_id=resume_id,
        version=1,
        position=1,
        challenge_text="Own the checkout",
        challenge_span=Span(15, 31),
        solution_text="Cut checkout latency by 40%",
        solution_span=Span(0, 27),
        metric="40%",
        relevance_score=0.71,
        evidence=("checkout",),
    )
    none: dict[str, Any] = dict.fromkeys(("solution_text", "solution_span", "metric", "relevance_score"))
    return [pair, replace(pair, id=PainPointId(uuid4()), position=2, evidence=(), **none)]

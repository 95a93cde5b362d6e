"""Jobs and applications as they are kept, for contracts of repositories."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from roleferry.domain.model.ids import ApplicationId, JobId, UserId
from roleferry.domain.model.jobs.application import Actor, Application, Stage, StageChange
from roleferry.domain.model.jobs.job import Job, JobEdits
from roleferry.domain.model.jobs.posting import Line, Posting
from roleferry.domain.model.text import Span
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW

_TEXT = "Staff Engineer\nOwn the checkout"


def a_job(user_id: UserId, **changes: Any) -> Job:
    line = Line(text="Own the checkout", span=Span(15, 31))
    given: dict[str, Any] = {
        "id": JobId(uuid4()),
        "user_id": user_id,
        "read": Posting(raw_text=_TEXT, title="Staff Engineer", responsibilities=(line,), pain_points=(line,)),
        "edits": JobEdits(),
        "fingerprint": uuid4().hex,
        "url": None,
        "canonical_url": f"https://jobs.example/{uuid4().hex}",
        "company_id": None,
        "source": "user",
        "saved": True,
        "created_at": NOW,
    }
    return Job(**(given | changes))


async def kept_job(transactions: Transactions, user_id: UserId) -> Job:
    job = a_job(user_id)
    async with transactions.begin(user_id) as uow:
        await uow.jobs.add(job)
    return job


async def kept_application(transactions: Transactions, user_id: UserId) -> Application:
    job = await kept_job(transactions, user_id)
    application = Application.begin(ApplicationId(uuid4()), user_id=user_id, job_id=job.id, at=NOW)
    async with transactions.begin(user_id) as uow:
        await uow.applications.add(application)
    return application


def a_change(application: Application, before: Stage | None, after: Stage | None, *, minutes: int = 0) -> StageChange:
    return StageChange(
        id=uuid4(),
        application_id=application.id,
        from_status=before,
        to_status=after or Stage.SAVED,
        actor=Actor.USER,
        reason=None,
        at=NOW + timedelta(minutes=minutes),
    )

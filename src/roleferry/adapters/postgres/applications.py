"""The tracker as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.domain.model.ids import ApplicationId, JobId, UserId
from roleferry.domain.model.jobs.application import Application, ApplicationNotFound, StageChange
from roleferry.ports.jobs import ApplicationRepository


class PostgresApplications(Repository, ApplicationRepository):
    """Rows of applications and application_history; `now` dates a change."""

    def __init__(self, connection: Any, user_id: UserId | None, *, now: datetime) -> None:
        super().__init__(connection, user_id)
        self._now = now

    async def add(self, application: Application) -> None:
        await self._execute("add_application", *_added(application))

    async def add_all(self, applications: Sequence[Application]) -> None:
        await self._connection.executemany(STATEMENTS["add_application"], [_added(each) for each in applications])

    async def of_jobs(self, job_ids: Sequence[JobId]) -> Mapping[JobId, Application]:
        rows = await self._many("lock_applications_of_jobs", self._user_id, list(job_ids))
        found = [to(Application, row) for row in rows]
        return {application.job_id: application for application in found}

    async def record_all(self, changes: Sequence[StageChange]) -> None:
        await self._connection.executemany(STATEMENTS["add_stage_change"], [self._change(each) for each in changes])

    async def find(self, application_id: ApplicationId) -> Application:
        row = await self._one("lock_application", self._user_id, application_id)
        if row is None:
            raise ApplicationNotFound("there is no such application", application_id=application_id)
        return to(Application, row)

    async def save(self, application: Application) -> None:
        await self._execute("save_application", *_values(application), self._now)

    async def record(self, change: StageChange) -> None:
        await self._execute("add_stage_change", *self._change(change))

    def _change(self, change: StageChange) -> tuple[object, ...]:
        return (
            self._user_id,
            change.id,
            change.application_id,
            change.from_status.value if change.from_status else None,
            change.to_status.value,
            change.actor.value,
            change.reason.value if change.reason else None,
            change.at,
        )


def _added(application: Application) -> tuple[object, ...]:
    return (*_values(application), application.job_id, application.created_at)


def _values(application: Application) -> tuple[object, ...]:
    return (
        application.user_id,
        application.id,
        application.status.value,
        application.furthest.value,
        application.reason.value if application.reason else None,
        application.notes,
        application.applied_at,
        application.follow_up_at,
        application.follow_up_retired,
    )

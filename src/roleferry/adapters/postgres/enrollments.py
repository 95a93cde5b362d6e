"""One contact's path through one campaign, as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import json_text, plain, to
from roleferry.domain.model.ids import ApplicationId, CampaignId, EnrollmentId, MailboxId, UserId
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.ports.campaigns import (
    AlreadyEnrolled,
    CampaignChanged,
    Conversation,
    EnrollmentRepository,
    TargetNotFound,
)

constraints.register("uq_enrollments_live", AlreadyEnrolled("another campaign is writing to one of these people"))
constraints.register("uq_enrollments_contact", AlreadyEnrolled("this campaign writes to one of these people already"))

_NOT_IN_CAMPAIGN = "this contact is not in the campaign"


_MANY = 100
"""From so many new rows on, plans that this connection keeps from smaller days are not fit."""


class PostgresEnrollments(Repository, EnrollmentRepository):
    """Rows of enrollments."""

    async def add_all(
        self,
        enrollments: Sequence[Enrollment],
        *,
        application_ids: Sequence[ApplicationId | None],
        tokens: Sequence[str],
    ) -> None:
        if len(enrollments) >= _MANY:
            await self._connection.execute("DISCARD PLANS")  # a foreign key's plan may read all there is for each row
        await self._execute(
            "add_enrollments",
            self._user_id,
            [one.id for one in enrollments],
            [one.campaign_id for one in enrollments],
            [one.contact_id for one in enrollments],
            [one.company_id for one in enrollments],
            list(application_ids),
            [one.mailbox_id for one in enrollments],
            list(tokens),
            [one.started_at for one in enrollments],
        )

    async def find(self, enrollment_id: EnrollmentId) -> Enrollment:
        row = await self._one("lock_enrollment", self._user_id, enrollment_id)
        if row is None:
            raise TargetNotFound(_NOT_IN_CAMPAIGN, enrollment_id=enrollment_id)
        return enrollment_of(row)

    async def save(self, enrollment: Enrollment) -> None:
        saved = await self._execute(
            "save_enrollment",
            enrollment.user_id,
            enrollment.id,
            enrollment.version,
            enrollment.state.value,
            enrollment.reason.value if enrollment.reason else None,
            plain(enrollment.holds),
            enrollment.held_until,
            enrollment.ended_at,
        )
        if not saved:
            raise CampaignChanged("somebody changed this conversation meanwhile", enrollment_id=enrollment.id)

    async def save_all(self, enrollments: Sequence[Enrollment]) -> None:
        if not enrollments:
            return
        columns = (
            [one.id for one in enrollments],
            [one.version for one in enrollments],
            [one.state.value for one in enrollments],
            [one.reason.value if one.reason else None for one in enrollments],
            [json_text(one.holds) for one in enrollments],
            [one.held_until for one in enrollments],
            [one.ended_at for one in enrollments],
        )
        if await self._execute("save_enrollments", enrollments[0].user_id, *columns) != len(enrollments):
            raise CampaignChanged("somebody changed a conversation meanwhile", enrollment_id=enrollments[0].id)

    async def of_campaign(self, campaign_id: CampaignId, *, live_only: bool) -> Sequence[Enrollment]:
        return await self._enrollments("lock_campaign_enrollments", campaign_id, live_only)

    async def holds_over(self, *, now: datetime, limit: int) -> Sequence[tuple[UserId, EnrollmentId]]:
        rows = await self._many("list_holds_over", now, limit)
        return [(UserId(row["user_id"]), EnrollmentId(row["id"])) for row in rows]

    async def with_nothing_to_send(self, *, now: datetime, limit: int) -> Sequence[Conversation]:
        return [to(Conversation, row) for row in await self._many("list_with_nothing_to_send", now, limit)]

    async def live_by_mailbox(self) -> Mapping[MailboxId, int]:
        rows = await self._many("count_live_by_mailbox", self._user_id)
        return {MailboxId(row["mailbox_id"]): row["live"] for row in rows}

    async def find_with_colleagues(self, enrollment_id: EnrollmentId) -> tuple[Enrollment, Sequence[Enrollment]]:
        found = await self._enrollments("lock_enrollments_of_its_company", enrollment_id)
        own = next((one for one in found if one.id == enrollment_id), None)
        if own is None:
            raise TargetNotFound(_NOT_IN_CAMPAIGN, enrollment_id=enrollment_id)
        return own, [one for one in found if one is not own]

    async def live_of_application(self, application_id: ApplicationId) -> Sequence[Enrollment]:
        return await self._enrollments("lock_application_enrollments", application_id)

    async def _enrollments(self, statement: str, *args: object) -> Sequence[Enrollment]:
        return [enrollment_of(row) for row in await self._many(statement, self._user_id, *args)]


def enrollment_of(row: Mapping[str, Any]) -> Enrollment:
    """Return the enrollment of a row that holds every column of one."""
    return to(Enrollment, row)

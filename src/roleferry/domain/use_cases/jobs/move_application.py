"""Move an application through the tracker, with what that means for the mails about it (SPEC 3.4)."""

from dataclasses import dataclass, replace
from datetime import datetime

from roleferry.domain.model.ids import ApplicationId, UserId
from roleferry.domain.model.jobs.application import Actor, Application, CloseReason, Stage, StageChange
from roleferry.domain.model.sending.stop_rules import on_stage_change
from roleferry.domain.use_cases.sending.carrying_out import CarryOut
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveApplication:
    """Change an application's stage, notes or follow-up; stages from interviewing on hold the role's mails."""

    transactions: Transactions
    carry_out: CarryOut
    clock: Clock
    ids: Ids

    async def __call__(
        self,
        user_id: UserId,
        application_id: ApplicationId,
        *,
        status: Stage | None = None,
        reason: CloseReason | None = None,
        notes: str | None = None,
        follow_up_at: datetime | None = None,
        retire_follow_up: bool = False,
    ) -> Application:
        """
        Return the application as it is now.

        Raises:
            ApplicationNotFound: there is none.
            IllegalMove: it cannot go there from where it is.
            ReasonNeeded: it ends without a reason.
        """
        async with self.transactions.begin(user_id) as uow:
            application = await uow.applications.find(application_id)
            if status is not None and status is not application.status:
                application = await self.move(uow, application, status, actor=Actor.USER, reason=reason)
            if notes is not None:
                application = replace(application, notes=notes or None)
            if follow_up_at is not None:
                application = replace(application, follow_up_at=follow_up_at)
            if retire_follow_up:
                application = application.retire_follow_up()
            await uow.applications.save(application)
        return application

    async def move(
        self, uow: UnitOfWork, application: Application, to: Stage, *, actor: Actor, reason: CloseReason | None = None
    ) -> Application:
        """Return it at another stage, its history written and the role's mails held, stopped or let go."""
        now = self.clock.now()
        moved = application.move(to, at=now, reason=reason)
        await uow.applications.save(moved)
        change = StageChange(
            id=self.ids.new(),
            application_id=application.id,
            from_status=application.status,
            to_status=to,
            actor=actor,
            reason=moved.reason,
            at=now,
        )
        await uow.applications.record(change)
        live = await uow.enrollments.live_of_application(application.id)
        await self.carry_out(uow, on_stage_change(to.value, live), at=now)
        await uow.audit.record("application.moved", entity="application", entity_id=application.id, to=to.value)
        return moved

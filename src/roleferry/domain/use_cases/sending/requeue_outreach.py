"""Try a failed mail afresh: out of the dead letters, through the whole gate again (SPEC 6)."""

from dataclasses import dataclass

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.sending.enrollment import EnrollmentState
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


class CampaignIsOver(Conflict):
    """The campaign has ended: its mails are not sent any more."""

    code = "outreach.campaign_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequeueOutreach:
    """A failed mail certainly never left: its conversation goes on where it stopped, planned anew under the caps."""

    transactions: Transactions
    planning: Planning
    clock: Clock

    async def __call__(self, user_id: UserId, outreach_id: OutreachId, *, operator: UserId | None = None) -> None:
        """
        Return when it is planned; an operator who does it for its owner is named in the owner's audit log.

        Raises:
            OutreachNotFound: there is none.
            IllegalTransition: it has not failed.
            CampaignIsOver: its campaign has ended.
            AlreadyEnrolled: another campaign writes to this person by now.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            outreach = await uow.outreach.find(outreach_id)
            again = outreach.requeue(due_at=now)
            campaign = await uow.campaigns.find(outreach.campaign_id)
            if not campaign.is_running:
                raise CampaignIsOver(f"the campaign is {campaign.status}", outreach_id=outreach_id)
            enrollment = await uow.enrollments.find(outreach.enrollment_id)
            if enrollment.state is EnrollmentState.FAILED:
                await uow.enrollments.save(enrollment.revive())
            later = await uow.outreach.canceled_by_failure(outreach.enrollment_id)
            await uow.outreach.save_all([again, *[one.revive(due_at=now) for one in later]])
            await self.planning.replan(uow, user_id=user_id, now=now, enrollment_ids=[outreach.enrollment_id])
            await uow.audit.record(
                "outreach.requeued", entity="outreach", entity_id=outreach_id, operator=operator and str(operator)
            )

"""Let a held mail go."""

from dataclasses import dataclass

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.use_cases.sending.edit_outreach import ANSWERED_BY_APPROVAL, approved, let_through
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


class NothingToApprove(Conflict):
    """Only a mail that waits for you to look at it can be approved."""

    code = "outreach.nothing_to_approve"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveOutreach:
    """Approve a mail as it stands, changed or late as it is, and plan it anew under the caps."""

    transactions: Transactions
    planning: Planning
    clock: Clock

    async def __call__(self, user_id: UserId, outreach_id: OutreachId) -> None:
        """
        Return when it has its new time.

        Raises:
            OutreachNotFound: there is none.
            NothingToApprove: it does not wait for approval.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            outreach = await uow.outreach.find(outreach_id)
            if outreach.hold_reason not in ANSWERED_BY_APPROVAL:
                why = (
                    f"it is held because of {outreach.hold_reason}"
                    if outreach.hold_reason
                    else f"it is {outreach.status}"
                )
                raise NothingToApprove(f"this mail does not wait for your approval: {why}", outreach_id=outreach_id)
            campaign = await uow.campaigns.find(outreach.campaign_id)
            await uow.outreach.save(approved(outreach, campaign.settings.window).release(due_at=now))
            await let_through(uow, outreach)
            await self.planning.replan(uow, user_id=user_id, now=now, enrollment_ids=[outreach.enrollment_id])
            await uow.audit.record("outreach.approved", entity="outreach", entity_id=outreach_id)

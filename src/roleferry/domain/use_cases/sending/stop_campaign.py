"""End a campaign."""

from dataclasses import dataclass

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.model.sending.enrollment import EndReason, EnrollmentEvent
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class StopCampaign:
    """End it for good: what has not left is canceled, and its people may be written to elsewhere."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, campaign_id: CampaignId) -> None:
        """
        Return when nothing of it can leave.

        Raises:
            CampaignNotFound: there is none.
            IllegalTransition: it neither runs nor rests.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            await uow.campaigns.save(campaign.stop(at=now))
            live = await uow.enrollments.of_campaign(campaign_id, live_only=True)  # before the mails, as a reply does
            ended = [one.end(EnrollmentEvent.STOP, EndReason.CAMPAIGN_STOPPED, at=now) for one in live]
            await uow.enrollments.save_all(ended)
            unsent = await uow.outreach.open_of(campaign_id=campaign_id)
            await uow.outreach.save_all([one.cancel("you stopped the campaign") for one in unsent])
            await uow.audit.record("campaign.stopped", entity="campaign", entity_id=campaign_id, canceled=len(unsent))

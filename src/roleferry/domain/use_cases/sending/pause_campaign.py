"""Let a campaign rest."""

from dataclasses import dataclass

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseCampaign:
    """Send nothing until its owner resumes; what is planned stays."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, campaign_id: CampaignId) -> None:
        """
        Return when no worker claims its mails any more.

        Raises:
            CampaignNotFound: there is none.
            IllegalTransition: it does not run.
        """
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            await uow.campaigns.save(campaign.pause(at=self.clock.now()))
            await uow.audit.record("campaign.paused", entity="campaign", entity_id=campaign_id)

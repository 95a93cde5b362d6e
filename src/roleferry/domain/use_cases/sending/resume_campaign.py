"""Let a campaign go on."""

from dataclasses import dataclass

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.model.sending.campaign import CampaignStatus
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeCampaign:
    """Send again: a person has looked, so holds of a breaker go; unsent mails are planned anew (SPEC 3.9)."""

    transactions: Transactions
    planning: Planning
    clock: Clock

    async def __call__(self, user_id: UserId, campaign_id: CampaignId) -> None:
        """
        Return when it is planned.

        Raises:
            CampaignNotFound: there is none.
            IllegalTransition: it is neither paused nor held.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            broken = [hold.rule for hold in campaign.holds if hold.rule.lifted_by_person]
            is_only_held = campaign.status is CampaignStatus.ACTIVE and broken
            resumed = campaign if is_only_held else campaign.resume()
            for rule in broken:
                resumed = resumed.lifted(rule, by_person=True)
            await uow.campaigns.save(resumed)
            await self.planning.replan(uow, user_id=user_id, now=now, campaign_id=campaign_id)
            await uow.audit.record("campaign.resumed", entity="campaign", entity_id=campaign_id)

"""Write a campaign's mails before the transaction that uses them, so that no lock is held meanwhile."""

from dataclasses import dataclass

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.use_cases.sending.drafting import DraftCampaign, Written
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteAhead:
    """Gather in a short transaction, write in none."""

    transactions: Transactions
    draft_campaign: DraftCampaign

    async def __call__(self, user_id: UserId, campaign_id: CampaignId, *, draft_only: bool = False) -> Written:
        """
        Return the mails with what they were written from.

        Raises:
            CampaignNotFound: there is none.
            NotADraft: it has been launched, and a draft is asked for.
            ResumeNotFound: there is no résumé to write from.
        """
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            if draft_only:
                campaign.check_draft()
            inputs = await self.draft_campaign.gather(uow, campaign)
        return Written(inputs=inputs, mails=await self.draft_campaign.write(inputs))

"""Show a campaign as it would start."""

from dataclasses import dataclass

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.use_cases.sending.drafting import CampaignDraft, DraftCampaign
from roleferry.domain.use_cases.sending.writing_ahead import WriteAhead
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewCampaign:
    """Write and plan every mail, name every blocker, and remember what was shown until launch."""

    transactions: Transactions
    write_ahead: WriteAhead
    draft_campaign: DraftCampaign
    clock: Clock

    async def __call__(self, user_id: UserId, campaign_id: CampaignId) -> CampaignDraft:
        """
        Return the draft; its approval's digest is what a launch must carry.

        Raises:
            CampaignNotFound: there is none.
            ResumeNotFound: there is no résumé to write from.
            InputsChanged: somebody changed it meanwhile; asking again helps.
        """
        written = await self.write_ahead(user_id, campaign_id)
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            draft = await self.draft_campaign(uow, campaign, written, now=now)
            await uow.campaigns.remember_preview(campaign_id, draft.approval, at=now)
        return draft

"""Change a campaign's settings, lift its holds, throw a draft away."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.model.sending.campaign import CampaignHoldRule
from roleferry.domain.use_cases.sending.choosing import SettingsGiven, check_mailboxes
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCampaign:
    """Change what its owner states; hours and mailboxes are part of what was approved and change in a draft only."""

    transactions: Transactions

    async def __call__(
        self,
        user_id: UserId,
        campaign_id: CampaignId,
        *,
        name: str | None,
        settings: SettingsGiven,
        lift: Sequence[CampaignHoldRule],
    ) -> None:
        """
        Return when it is changed.

        Raises:
            CampaignNotFound, MailboxNotFound: something named does not exist.
            CampaignNameTaken: another campaign has this name.
            NotADraft: the hours or mailboxes of one that was launched.
        """
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            if settings.touches_approval:
                campaign.check_draft()
            await check_mailboxes(uow, settings.mailbox_ids or ())
            edited = replace(campaign, name=name or campaign.name, settings=settings.over(campaign.settings))
            for rule in lift:
                edited = edited.lifted(rule, by_person=True)
            await uow.campaigns.save(edited)
            lifted = [rule.value for rule in lift]
            await uow.audit.record("campaign.edited", entity="campaign", entity_id=campaign_id, lifted=lifted)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCampaign:
    """Throw a draft away, with its sequence and its targets."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, campaign_id: CampaignId) -> None:
        """
        Return when it is gone.

        Raises:
            CampaignNotFound: there is none.
            NotADraft: it has been launched; stop it instead.
        """
        async with self.transactions.begin(user_id) as uow:
            (await uow.campaigns.find(campaign_id)).check_draft()
            await uow.campaigns.remove(campaign_id)
            await uow.audit.record("campaign.removed", entity="campaign", entity_id=campaign_id)

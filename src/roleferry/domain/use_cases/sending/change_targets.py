"""Change whom a draft is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.ids import CampaignId, ContactId, UserId
from roleferry.domain.use_cases.sending.choosing import TargetGiven, targets_of
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTargets:
    """Add people to a draft; those who are in it stay as they are."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, campaign_id: CampaignId, targets: Sequence[TargetGiven]) -> int:
        """
        Return how many are new.

        Raises:
            CampaignNotFound, ContactNotFound, ApplicationNotFound: something named does not exist.
            NotADraft: it has been launched.
        """
        async with self.transactions.begin(user_id) as uow:
            (await uow.campaigns.find(campaign_id)).check_draft()
            people = await targets_of(uow, targets)
            added = await uow.campaigns.add_targets(campaign_id, people, at=self.clock.now())
            await uow.audit.record("campaign.targets_added", entity="campaign", entity_id=campaign_id, number=added)
        return added


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTargets:
    """Take people out of a draft."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, campaign_id: CampaignId, contact_ids: Sequence[ContactId]) -> int:
        """
        Return how many were in it.

        Raises:
            CampaignNotFound: there is none.
            NotADraft: it has been launched.
        """
        async with self.transactions.begin(user_id) as uow:
            (await uow.campaigns.find(campaign_id)).check_draft()
            removed = await uow.campaigns.remove_targets(campaign_id, contact_ids)
            await uow.audit.record("campaign.targets_removed", entity="campaign", entity_id=campaign_id, number=removed)
        return removed

"""Write a campaign's mails before the transaction that uses them, so that no lock is held meanwhile."""

from dataclasses import dataclass

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.use_cases.sending.writing_mails import WriteMails, Written
from roleferry.ports.transactions import Transactions

_MOST_MAILS = 40_000
"""Kept between a preview and its launch, over all campaigns of this process."""


class RecentlyWritten:
    """What previews wrote lately, so that a launch need not write it again; forgotten, oldest first, when it grows."""

    def __init__(self) -> None:
        self._kept: dict[tuple[UserId, CampaignId], Written] = {}

    def take(self, user_id: UserId, campaign_id: CampaignId) -> Written | None:
        """Return, once, the mails that were written last; from which inputs, the caller must look."""
        return self._kept.pop((user_id, campaign_id), None)

    def keep(self, user_id: UserId, campaign_id: CampaignId, written: Written) -> None:
        """Keep the latest mails of a campaign."""
        self._kept.pop((user_id, campaign_id), None)
        self._kept[user_id, campaign_id] = written
        while sum(_mails(one) for one in self._kept.values()) > _MOST_MAILS:
            del self._kept[next(iter(self._kept))]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteAhead:
    """Gather in a short transaction, write in none; what was written from the same inputs is not written again."""

    transactions: Transactions
    write_mails: WriteMails
    recently_written: RecentlyWritten

    async def __call__(self, user_id: UserId, campaign_id: CampaignId, *, to_launch: bool = False) -> Written:
        """
        Return the mails with what they were written from.

        Raises:
            CampaignNotFound: there is none.
            NotADraft: it has been launched, and is to be.
            ResumeNotFound: there is no résumé to write from.
        """
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            if to_launch:
                campaign.check_draft()
            inputs = await self.write_mails.gather(uow, campaign)
        written = self.recently_written.take(user_id, campaign_id)
        if written is None or written.inputs != inputs:
            written = Written(inputs=inputs, mails=await self.write_mails(inputs))
        if not to_launch:
            self.recently_written.keep(user_id, campaign_id, written)
        return written


def _mails(written: Written) -> int:
    return sum(map(len, written.mails.values()))

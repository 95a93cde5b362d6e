"""Campaigns and their targets as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.ids import CampaignId, ContactId, UserId
from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.sending.digest import Approval
from roleferry.ports.campaigns import (
    CampaignChanged,
    CampaignNameTaken,
    CampaignNotFound,
    CampaignRepository,
    CampaignTarget,
)

constraints.register("uq_campaigns_name", CampaignNameTaken("choose another name: you have a campaign of this one"))

_PREVIEWS_KEPT = 3


class PostgresCampaigns(Repository, CampaignRepository):
    """Rows of campaigns and campaign_targets."""

    async def add(self, campaign: Campaign, *, tone: str, at: datetime) -> None:
        await self._execute("add_campaign", *_values(campaign), tone, at)

    async def find(self, campaign_id: CampaignId) -> Campaign:
        return await self._by("lock_campaign", campaign_id)

    async def read(self, campaign_id: CampaignId) -> Campaign:
        return await self._by("read_campaign", campaign_id)

    async def _by(self, statement: str, campaign_id: CampaignId) -> Campaign:
        row = await self._one(statement, self._user_id, campaign_id)
        if row is None:
            raise CampaignNotFound("there is no such campaign", campaign_id=campaign_id)
        return campaign_of(row)

    async def save(self, campaign: Campaign) -> None:
        if not await self._execute("save_campaign", *_values(campaign)):
            raise CampaignChanged("somebody changed the campaign meanwhile", campaign_id=campaign.id)

    async def remove(self, campaign_id: CampaignId) -> None:
        await self._execute("remove_campaign", self._user_id, campaign_id)

    async def names(self) -> Sequence[str]:
        return [row["name"] for row in await self._many("list_campaign_names", self._user_id)]

    async def add_targets(self, campaign_id: CampaignId, targets: Sequence[CampaignTarget], *, at: datetime) -> int:
        contacts = [target.contact_id for target in targets]
        applications = [target.application_id for target in targets]
        return await self._execute("add_targets", self._user_id, campaign_id, contacts, applications, at)

    async def remove_targets(self, campaign_id: CampaignId, contact_ids: Sequence[ContactId]) -> int:
        return await self._execute("remove_targets", self._user_id, campaign_id, list(contact_ids))

    async def targets(self, campaign_id: CampaignId) -> Sequence[CampaignTarget]:
        rows = await self._many("list_targets", self._user_id, campaign_id)
        return [to(CampaignTarget, row) for row in rows]

    async def with_nobody_left(self, *, limit: int) -> Sequence[tuple[UserId, CampaignId]]:
        rows = await self._many("list_campaigns_with_nobody_left", limit)
        return [(UserId(row["user_id"]), CampaignId(row["id"])) for row in rows]

    async def remember_preview(self, campaign_id: CampaignId, approval: Approval, *, at: datetime) -> None:
        fingerprints = plain(approval.fingerprints)
        await self._execute("add_preview", self._user_id, campaign_id, approval.digest, fingerprints, at)
        await self._execute("forget_previews", self._user_id, campaign_id, _PREVIEWS_KEPT)

    async def preview(self, campaign_id: CampaignId, digest: str) -> Approval | None:
        row = await self._one("find_preview", self._user_id, campaign_id, digest)
        return to(Approval, row) if row else None


def campaign_of(row: Mapping[str, Any]) -> Campaign:
    """Return the campaign of a row that holds every column of one."""
    settings = {**row["settings"], "mailbox_ids": [str(one) for one in row["mailbox_ids"]]}
    return to(Campaign, {**row, "settings": settings})


def _values(campaign: Campaign) -> tuple[Any, ...]:
    settings = plain(campaign.settings)
    mailbox_ids = list(campaign.settings.mailbox_ids)
    settings.pop("mailbox_ids")
    return (
        campaign.user_id,
        campaign.id,
        campaign.version,
        campaign.name,
        campaign.status.value,
        mailbox_ids,
        settings,
        plain(campaign.holds),
        campaign.approved_digest,
        campaign.launched_at,
        campaign.paused_at,
        campaign.ended_at,
    )

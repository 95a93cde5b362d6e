"""`/campaigns`: an effort, whom it is for, what they are sent and when (SPEC 3.8)."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from litestar import Controller, delete, get, patch, post
from litestar.params import FromPath, JSONBody, QueryParameter

from roleferry.domain.model.ids import CampaignId, ContactId, SequenceTemplateId, UserId
from roleferry.domain.model.sending.campaign import CampaignStatus
from roleferry.domain.use_cases.sending.change_targets import AddTargets, RemoveTargets
from roleferry.domain.use_cases.sending.choosing import TargetGiven
from roleferry.domain.use_cases.sending.create_campaign import CreateCampaign
from roleferry.domain.use_cases.sending.edit_campaign import EditCampaign, RemoveCampaign
from roleferry.entrypoints.http.api.campaign_views import (
    CAMPAIGN,
    CHANGE,
    CONTACT_ID,
    TARGET,
    CampaignBody,
    CampaignPatch,
    CampaignView,
    Changed,
    TargetsBody,
    TargetView,
    settings_given,
    shown,
    targets_given,
)
from roleferry.entrypoints.http.api.outreach_views import OUTREACH_ITEM, OutreachItem, StatusText
from roleferry.entrypoints.http.api.sequence_views import SEQUENCE, SequenceView
from roleferry.entrypoints.http.api.summary_view import SUMMARY, SummaryView
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.ports.campaigns import CampaignNotFound
from roleferry.ports.sequences import SequenceNotFound
from roleferry.ports.transactions import Reads


class CampaignController(Controller):
    """Campaigns."""

    path = "/campaigns"
    tags = ("Campaigns",)

    @post(
        operation_id="CreateCampaign",
        summary="Begin a campaign.",
        opt=example(request={"tone": "warm", "targets": [{"contact_id": CONTACT_ID}]}, answer=CAMPAIGN),
    )
    async def create(
        self,
        data: JSONBody[CampaignBody],
        user_id: Injected[UserId],
        create_campaign: Injected[CreateCampaign],
        reads: Injected[Reads],
    ) -> CampaignView:
        """Make a draft with a sequence of its own: a copy of a template, or the standard one."""
        campaign_id = await create_campaign(
            user_id,
            name=data.name,
            template_id=SequenceTemplateId(data.template_id) if data.template_id else None,
            tone=data.tone,
            length=data.length,
            settings=settings_given(data.settings, data.mailbox_ids or None),
            targets=targets_given(data.targets),
        )
        return await shown(reads, user_id, campaign_id)

    @get(
        operation_id="ListCampaigns",
        summary="Your campaigns, newest first.",
        opt=example(answer={"items": [CAMPAIGN], "next_cursor": None}),
    )
    async def list_campaigns(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        status: Annotated[CampaignStatus | None, QueryParameter(description="Only of this status.")] = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[CampaignView]:
        """Return campaigns page by page."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_campaigns", user_id, status, at, last, limit + 1)
        return page(rows, limit, CampaignView.of, ("created_at", "id"))

    @get("/{campaign_id:uuid}", operation_id="GetCampaign", summary="One campaign.", opt=example(answer=CAMPAIGN))
    async def get_campaign(
        self, campaign_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> CampaignView:
        """Return it with its settings, and what holds it."""
        return await shown(reads, user_id, campaign_id)

    @patch(
        "/{campaign_id:uuid}",
        operation_id="EditCampaign",
        summary="Change a campaign, or lift a hold.",
        opt=example(request={"name": "Platform roles in Lisbon", "settings": {"days": [2, 3, 4]}}, answer=CAMPAIGN),
    )
    async def edit(
        self,
        campaign_id: FromPath[UUID],
        data: JSONBody[CampaignPatch],
        user_id: Injected[UserId],
        edit_campaign: Injected[EditCampaign],
        reads: Injected[Reads],
    ) -> CampaignView:
        """Hours and mailboxes change in a draft only; a breaker's hold is lifted by you alone."""
        settings = settings_given(data.settings, data.mailbox_ids)
        await edit_campaign(
            user_id, CampaignId(campaign_id), name=data.name, settings=settings, lift=tuple(data.lift_holds)
        )
        return await shown(reads, user_id, campaign_id)

    @delete("/{campaign_id:uuid}", operation_id="RemoveCampaign", summary="Throw a draft away.")
    async def remove(
        self, campaign_id: FromPath[UUID], user_id: Injected[UserId], remove_campaign: Injected[RemoveCampaign]
    ) -> None:
        """Only a draft can be removed; stop one that runs."""
        await remove_campaign(user_id, CampaignId(campaign_id))

    @get(
        "/{campaign_id:uuid}/sequence",
        operation_id="GetCampaignSequence",
        summary="The sequence a campaign sends.",
        opt=example(answer=SEQUENCE),
    )
    async def sequence(
        self, campaign_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> SequenceView:
        """Return the campaign's own copy; edit its steps by `PATCH /sequence-steps/{id}`."""
        await shown(reads, user_id, campaign_id)
        row = await reads.one(user_id, "show_sequence", user_id, campaign_id)
        if row is None:
            raise SequenceNotFound("this campaign has no sequence", campaign_id=campaign_id)
        return SequenceView.of(row)

    @get(
        "/{campaign_id:uuid}/targets",
        operation_id="ListCampaignTargets",
        summary="Whom a campaign is for.",
        opt=example(answer={"items": [TARGET], "next_cursor": None}),
    )
    async def targets(
        self,
        campaign_id: FromPath[UUID],
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[TargetView]:
        """Return its people in the order they were added."""
        await shown(reads, user_id, campaign_id)
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_targets", user_id, campaign_id, at, last, limit + 1)
        return page(rows, limit, view_of(TargetView), ("created_at", "contact_id"))

    @post(
        "/{campaign_id:uuid}/targets",
        operation_id="AddTargets",
        summary="Add people to a draft.",
        status_code=200,
        opt=example(request=CHANGE, answer={"changed": 1, "targets": 2}),
    )
    async def add_targets(
        self,
        campaign_id: FromPath[UUID],
        data: JSONBody[TargetsBody],
        user_id: Injected[UserId],
        add_targets: Injected[AddTargets],
        reads: Injected[Reads],
    ) -> Changed:
        """Add contacts; one that is in it already changes nothing."""
        people = [*targets_given(data.targets), *(TargetGiven(contact_id=ContactId(one)) for one in data.contact_ids)]
        changed = await add_targets(user_id, CampaignId(campaign_id), people)
        return Changed(changed=changed, targets=(await shown(reads, user_id, campaign_id)).targets)

    @delete(
        "/{campaign_id:uuid}/targets",
        operation_id="RemoveTargets",
        summary="Take people out of a draft.",
        status_code=200,
        opt=example(request=CHANGE, answer={"changed": 1, "targets": 1}),
    )
    async def remove_targets(
        self,
        campaign_id: FromPath[UUID],
        data: JSONBody[TargetsBody],
        user_id: Injected[UserId],
        remove_targets: Injected[RemoveTargets],
        reads: Injected[Reads],
    ) -> Changed:
        """Take contacts out; one that is not in it changes nothing."""
        people = [*(one.contact_id for one in data.targets), *data.contact_ids]
        changed = await remove_targets(user_id, CampaignId(campaign_id), [ContactId(one) for one in people])
        return Changed(changed=changed, targets=(await shown(reads, user_id, campaign_id)).targets)

    @get(
        "/{campaign_id:uuid}/summary",
        operation_id="GetCampaignSummary",
        summary="How a campaign stands, in words.",
        opt=example(answer=SUMMARY),
    )
    async def summary(
        self, campaign_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> SummaryView:
        """Return its people, its mails by status, what comes next and what holds it."""
        row = await reads.one(user_id, "show_campaign_summary", user_id, campaign_id)
        if row is None:
            raise CampaignNotFound("there is no such campaign", campaign_id=campaign_id)
        return SummaryView.of(row)

    @get(
        "/{campaign_id:uuid}/outreach",
        operation_id="ListCampaignOutreach",
        summary="A campaign's mails.",
        opt=example(answer={"items": [OUTREACH_ITEM], "next_cursor": None}),
    )
    async def outreach(
        self,
        campaign_id: FromPath[UUID],
        user_id: Injected[UserId],
        reads: Injected[Reads],
        status: StatusText = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[OutreachItem]:
        """Return its mails, the next to go first."""
        await shown(reads, user_id, campaign_id)
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_outreach_list", user_id, status, campaign_id, at, last, limit + 1)
        return page(rows, limit, view_of(OutreachItem), ("due_at", "id"))

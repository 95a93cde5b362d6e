"""`/campaigns/{id}`: look at what would go, let it go, hold it, end it (SPEC 3.8)."""

from typing import Annotated
from uuid import UUID

from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.use_cases.sending.launch_campaign import LaunchCampaign
from roleferry.domain.use_cases.sending.pause_campaign import PauseCampaign
from roleferry.domain.use_cases.sending.preview_campaign import PreviewCampaign
from roleferry.domain.use_cases.sending.resume_campaign import ResumeCampaign
from roleferry.domain.use_cases.sending.stop_campaign import StopCampaign
from roleferry.entrypoints.http.api.campaign_views import CAMPAIGN, CampaignView, LaunchBody, Launched, shown
from roleferry.entrypoints.http.api.preview_view import PREVIEW, PreviewView
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import CursorText, decode
from roleferry.ports.transactions import Reads


class CampaignRunController(Controller):
    """The way of a campaign from draft to end."""

    path = "/campaigns"
    tags = ("Campaigns",)

    @get(
        "/{campaign_id:uuid}/preview",
        operation_id="PreviewCampaign",
        summary="Every mail as it would go, and everything that stands in the way.",
        opt=example(answer=PREVIEW),
    )
    async def preview(
        self,
        campaign_id: FromPath[UUID],
        user_id: Injected[UserId],
        preview_campaign: Injected[PreviewCampaign],
        limit: Annotated[int, QueryParameter(ge=1, le=500, description="How many people's mails at most.")] = 100,
        cursor: CursorText = None,
    ) -> PreviewView:
        """Return the mails with their planned times, every blocker at once, and the digest a launch must carry."""
        (start,) = decode(cursor, Annotated[int, Meta(ge=0)])
        return PreviewView.of(await preview_campaign(user_id, CampaignId(campaign_id)), start=start or 0, limit=limit)

    @post(
        "/{campaign_id:uuid}/launch",
        operation_id="LaunchCampaign",
        summary="Start sending what you have seen.",
        status_code=200,
        opt=example(request={"digest": "9f86d081884c7d65"}, answer={"mails": 8, "campaign": CAMPAIGN}),
    )
    async def launch(
        self,
        campaign_id: FromPath[UUID],
        data: JSONBody[LaunchBody],
        user_id: Injected[UserId],
        launch_campaign: Injected[LaunchCampaign],
        reads: Injected[Reads],
    ) -> Launched:
        """Plan every mail; a blocker, or a digest of something else than the campaign is now, is a 409."""
        mails = await launch_campaign(user_id, CampaignId(campaign_id), digest=data.digest)
        return Launched(mails=mails, campaign=await shown(reads, user_id, campaign_id))

    @post(
        "/{campaign_id:uuid}/pause",
        operation_id="PauseCampaign",
        summary="Send nothing until you resume.",
        status_code=200,
        opt=example(answer=CAMPAIGN),
    )
    async def pause(
        self,
        campaign_id: FromPath[UUID],
        user_id: Injected[UserId],
        pause_campaign: Injected[PauseCampaign],
        reads: Injected[Reads],
    ) -> CampaignView:
        """Keep what is planned, and send none of it."""
        await pause_campaign(user_id, CampaignId(campaign_id))
        return await shown(reads, user_id, campaign_id)

    @post(
        "/{campaign_id:uuid}/resume",
        operation_id="ResumeCampaign",
        summary="Go on, planned anew.",
        status_code=200,
        opt=example(answer=CAMPAIGN),
    )
    async def resume(
        self,
        campaign_id: FromPath[UUID],
        user_id: Injected[UserId],
        resume_campaign: Injected[ResumeCampaign],
        reads: Injected[Reads],
    ) -> CampaignView:
        """Plan the unsent mails anew, so that nothing bursts; lifts what a breaker holds."""
        await resume_campaign(user_id, CampaignId(campaign_id))
        return await shown(reads, user_id, campaign_id)

    @post(
        "/{campaign_id:uuid}/stop",
        operation_id="StopCampaign",
        summary="End a campaign for good.",
        status_code=200,
        opt=example(answer=CAMPAIGN),
    )
    async def stop(
        self,
        campaign_id: FromPath[UUID],
        user_id: Injected[UserId],
        stop_campaign: Injected[StopCampaign],
        reads: Injected[Reads],
    ) -> CampaignView:
        """Cancel whatever has not left."""
        await stop_campaign(user_id, CampaignId(campaign_id))
        return await shown(reads, user_id, campaign_id)

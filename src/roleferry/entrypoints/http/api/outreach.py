"""`/outreach`: single mails, when they go and why not (SPEC 3.8)."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, get, patch, post
from litestar.di import Provide
from litestar.params import FromPath, JSONBody, QueryParameter

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.sending.explain import Explanation
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.use_cases.sending.approve_outreach import ApproveOutreach
from roleferry.domain.use_cases.sending.cancel_outreach import CancelOutreach
from roleferry.domain.use_cases.sending.edit_outreach import EditOutreach
from roleferry.domain.use_cases.sending.explain_outreach import ExplainOutreach
from roleferry.domain.use_cases.sending.read_outreach import ReadOutreach
from roleferry.entrypoints.http.api.outreach_views import OUTREACH_ITEM, OutreachItem, StatusText
from roleferry.entrypoints.http.api.writing_views import CLAIM, LINT, BodyText, SubjectText, deep_view
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.ports.outreach import OutreachNotFound
from roleferry.ports.transactions import Reads


class OutreachPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Your own words; null leaves what stands."""

    subject: SubjectText | None = None
    body: BodyText | None = None


class AttemptView(msgspec.Struct, frozen=True, kw_only=True):
    """One try to send it, and what came of it."""

    number: int
    provider: str
    started_at: datetime
    ended_at: datetime | None
    outcome: str | None
    code: str | None
    detail: str | None


class OutreachView(OutreachItem, frozen=True, kw_only=True):
    """One mail in full; `explanation` says when it will go or the most permanent reason why not."""

    body: str | None
    same_thread: bool
    gap_days: int
    day: int
    claims: list[Claim]
    lint: LintReport
    explanation: Explanation
    attempts: list[AttemptView]


OUTREACH_VIEW: dict[str, Any] = {
    **OUTREACH_ITEM,
    "body": "Hello Mia,\n\nI cut checkout latency by 43 %.\n\nAda Sample",
    "same_thread": False,
    "gap_days": 0,
    "day": 0,
    "claims": [CLAIM],
    "lint": LINT,
    "explanation": {
        "will_go": True,
        "code": "planned",
        "sentence": "It will go about Mon 23 Nov 08:12 (their time).",
        "expected_at": "2026-11-23T08:12:00Z",
    },
    "attempts": [],
}


Show = Callable[[UUID], Awaitable[OutreachView]]
"""Return one mail in full, or raise OutreachNotFound."""


def _show(
    user_id: Injected[UserId],
    explain_outreach: Injected[ExplainOutreach],
    read_outreach: Injected[ReadOutreach],
    reads: Injected[Reads],
) -> Show:
    async def show(outreach_id: UUID) -> OutreachView:
        row = await reads.one(user_id, "show_outreach", user_id, outreach_id)
        if row is None:
            raise OutreachNotFound("there is no such mail", outreach_id=outreach_id)
        facts = {
            "explanation": await explain_outreach(user_id, OutreachId(outreach_id)),
            "lint": await read_outreach(user_id, OutreachId(outreach_id)),
            "attempts": row["attempts"] or [],
        }
        return deep_view(OutreachView, {**row, **facts})

    return show


SHOWING = {"show": Provide(_show, sync_to_thread=False)}
"""For controllers whose handlers end by showing a mail."""


class OutreachController(Controller):
    """Single mails."""

    path = "/outreach"
    tags = ("Outreach",)
    dependencies = SHOWING

    @get(
        operation_id="ListOutreach",
        summary="Your mails by the time they are planned.",
        opt=example(answer={"items": [OUTREACH_ITEM], "next_cursor": None}),
    )
    async def list_outreach(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        status: StatusText = None,
        campaign_id: Annotated[UUID | None, QueryParameter(description="Only of this campaign.")] = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[OutreachItem]:
        """Return mails of every campaign, the next to go first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_outreach_list", user_id, status, campaign_id, at, last, limit + 1)
        return page(rows, limit, view_of(OutreachItem), ("due_at", "id"))

    @get(
        "/{outreach_id:uuid}",
        operation_id="GetOutreach",
        summary="One mail, and when it will go or why not.",
        opt=example(answer=OUTREACH_VIEW),
    )
    async def get_outreach(
        self,
        outreach_id: FromPath[UUID],
        show: Injected[Show],
    ) -> OutreachView:
        """Return it with its claims, its lint, every attempt, and its prospects in words."""
        return await show(outreach_id)

    @patch(
        "/{outreach_id:uuid}",
        operation_id="EditOutreach",
        summary="Change a mail before it goes.",
        opt=example(request={"subject": "Checkout latency at Harbour"}, answer=OUTREACH_VIEW),
    )
    async def edit(
        self,
        outreach_id: FromPath[UUID],
        data: JSONBody[OutreachPatch],
        user_id: Injected[UserId],
        edit_outreach: Injected[EditOutreach],
        show: Injected[Show],
    ) -> OutreachView:
        """Put your own words in; that approves them."""
        await edit_outreach(user_id, OutreachId(outreach_id), subject=data.subject, body=data.body)
        return await show(outreach_id)

    @post(
        "/{outreach_id:uuid}/approve",
        operation_id="ApproveOutreach",
        summary="Let a mail go that waits for you.",
        status_code=200,
        opt=example(answer=OUTREACH_VIEW),
    )
    async def approve(
        self,
        outreach_id: FromPath[UUID],
        user_id: Injected[UserId],
        approve_outreach: Injected[ApproveOutreach],
        show: Injected[Show],
    ) -> OutreachView:
        """Approve it as it stands, and plan it anew."""
        await approve_outreach(user_id, OutreachId(outreach_id))
        return await show(outreach_id)

    @post(
        "/{outreach_id:uuid}/cancel",
        operation_id="CancelOutreach",
        summary="Never send a mail.",
        status_code=200,
        opt=example(answer=OUTREACH_VIEW),
    )
    async def cancel(
        self,
        outreach_id: FromPath[UUID],
        user_id: Injected[UserId],
        cancel_outreach: Injected[CancelOutreach],
        show: Injected[Show],
    ) -> OutreachView:
        """Cancel it; mails after it in the conversation wait for you."""
        await cancel_outreach(user_id, OutreachId(outreach_id))
        return await show(outreach_id)

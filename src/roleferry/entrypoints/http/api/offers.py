"""`/applications/{id}/offer` and `/offers`: the note for one application and contact (SPEC 3.7)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, Response, get, patch, post
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta

from roleferry.domain.model.engine import Engine, EngineAsked, EngineReason
from roleferry.domain.model.ids import ApplicationId, ContactId, OfferId, UserId
from roleferry.domain.model.jobs.application import ApplicationNotFound
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.use_cases.writing.edit_offer import EditOffer
from roleferry.domain.use_cases.writing.write_offer import WriteOffer
from roleferry.domain.use_cases.writing.write_one_pager import OrderOnePager
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.api.writing_views import CLAIM, LINT, deep_view
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page
from roleferry.entrypoints.settings import Settings
from roleferry.ports.offers import OfferNotFound
from roleferry.ports.storage import FileNotFound, Storage
from roleferry.ports.transactions import Reads


class OfferBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to write, and to whom; `instructions` are followed by a language model only."""

    tone: Tone = Tone.WARM
    length: Length = Length.MEDIUM
    contact_id: UUID | None = None
    instructions: Annotated[str, Meta(max_length=2000)] | None = None
    engine: EngineAsked = EngineAsked.AUTO


class OfferPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Your own words; null leaves what stands."""

    subject: Annotated[str, Meta(min_length=1, max_length=500)] | None = None
    body: Annotated[str, Meta(min_length=1, max_length=20_000)] | None = None


class OfferView(msgspec.Struct, frozen=True, kw_only=True):
    """A note with what each sentence rests on; `thin` when the evidence did not reach, and `missing` names it."""

    id: UUID
    application_id: UUID
    contact_id: UUID | None
    subject: str
    body: str
    tone: Tone
    length: Length
    level: RecipientLevel
    claims: list[Claim]
    lint: LintReport
    thin: bool
    missing: list[str]
    engine: Engine
    engine_reason: EngineReason | None
    instructions: str | None
    edited: bool
    version: int
    has_one_pager: bool
    created_at: datetime
    updated_at: datetime


_OFFER: dict[str, Any] = {
    "id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1a9",
    "application_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1f1",
    "contact_id": None,
    "subject": "Checkout latency",
    "body": "Hello,\n\nI cut checkout latency by 43 %.\n\nAda Sample",
    "tone": "warm",
    "length": "medium",
    "level": "line_manager",
    "claims": [CLAIM],
    "lint": LINT,
    "thin": False,
    "missing": [],
    "engine": "rules",
    "engine_reason": None,
    "instructions": None,
    "edited": False,
    "version": 0,
    "has_one_pager": False,
    "created_at": "2026-11-22T09:00:00Z",
    "updated_at": "2026-11-22T09:00:00Z",
}


class ApplicationOfferController(Controller):
    """Notes for one application."""

    path = "/applications/{application_id:uuid}/offer"
    tags = ("Offers",)

    @get(
        operation_id="ListOffers",
        summary="What was written for an application, newest first.",
        opt=example(answer={"items": [_OFFER], "next_cursor": None}),
    )
    async def list_offers(
        self,
        application_id: FromPath[UUID],
        user_id: Injected[UserId],
        reads: Injected[Reads],
        contact_id: Annotated[UUID | None, QueryParameter(description="Only to this contact.")] = None,
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[OfferView]:
        """Return offers; the first one to a contact is the one a campaign begins with."""
        if await reads.one(user_id, "has_application", user_id, application_id) is None:
            raise ApplicationNotFound("there is no such application", application_id=application_id)
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_offers", user_id, application_id, contact_id, at, last, limit + 1)
        return page(rows, limit, lambda row: deep_view(OfferView, row), ("created_at", "id"))

    @post(
        operation_id="WriteOffer",
        summary="Write a note.",
        opt=example(request={"tone": "warm", "length": "medium"}, answer=_OFFER),
    )
    async def write(
        self,
        application_id: FromPath[UUID],
        data: JSONBody[OfferBody],
        user_id: Injected[UserId],
        write_offer: Injected[WriteOffer],
        reads: Injected[Reads],
    ) -> OfferView:
        """Write from your résumé, the job and its pain points; every claim quotes its evidence."""
        offer_id = await write_offer(
            user_id,
            ApplicationId(application_id),
            contact_id=ContactId(data.contact_id) if data.contact_id else None,
            tone=data.tone,
            length=data.length,
            instructions=data.instructions,
            engine=data.engine,
        )
        return await _shown(reads, user_id, offer_id)


class OfferController(Controller):
    """Single notes."""

    path = "/offers"
    tags = ("Offers",)

    @get("/{offer_id:uuid}", operation_id="GetOffer", summary="One note.", opt=example(answer=_OFFER))
    async def get_offer(self, offer_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]) -> OfferView:
        """Return it with its claims and its lint."""
        return await _shown(reads, user_id, offer_id)

    @patch(
        "/{offer_id:uuid}",
        operation_id="EditOffer",
        summary="Change a note.",
        opt=example(request={"subject": "Shorter checkouts"}, answer=_OFFER),
    )
    async def edit(
        self,
        offer_id: FromPath[UUID],
        data: JSONBody[OfferPatch],
        user_id: Injected[UserId],
        edit_offer: Injected[EditOffer],
        reads: Injected[Reads],
    ) -> OfferView:
        """Put your own words in; they are read again."""
        await edit_offer(user_id, OfferId(offer_id), subject=data.subject, body=data.body)
        return await _shown(reads, user_id, offer_id)

    @post(
        "/{offer_id:uuid}/one-pager",
        operation_id="OrderOnePager",
        summary="Put it on one page.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def order_one_pager(
        self,
        offer_id: FromPath[UUID],
        user_id: Injected[UserId],
        order_one_pager: Injected[OrderOnePager],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """Make a PDF in the background: what the advert asks for beside what your résumé answers."""
        return accepted(await order_one_pager(user_id, OfferId(offer_id)), settings)

    @get(
        "/{offer_id:uuid}/one-pager",
        operation_id="GetOnePager",
        summary="The page as a PDF.",
        media_type="application/pdf",
    )
    async def one_pager(
        self, offer_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads], storage: Injected[Storage]
    ) -> Response[bytes]:
        """Return the document, always as a download."""
        row = await reads.one(user_id, "show_offer", user_id, offer_id)
        if row is None:
            raise OfferNotFound("there is no such offer", offer_id=offer_id)
        if row["one_pager_key"] is None:
            raise FileNotFound("no page has been made of this offer yet: ask for one first", offer_id=offer_id)
        headers = {
            "Content-Disposition": 'attachment; filename="one-page-offer.pdf"',
            "X-Content-Type-Options": "nosniff",
        }
        return Response(await storage.get(row["one_pager_key"]), media_type="application/pdf", headers=headers)


async def _shown(reads: Reads, user_id: UserId, offer_id: UUID) -> OfferView:
    row = await reads.one(user_id, "show_offer", user_id, offer_id)
    if row is None:
        raise OfferNotFound("there is no such offer", offer_id=offer_id)
    return deep_view(OfferView, row)

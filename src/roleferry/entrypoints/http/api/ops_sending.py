"""`/ops/sending`: the kill switch, for everybody and for one person (SPEC 6); operators only."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.operations.hold_sending import HoldSending
from roleferry.domain.use_cases.operations.release_sending import ReleaseSending
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.operators import operators_only
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, view_of
from roleferry.ports.transactions import Reads, Transactions


class Why(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For the audit log, and for whoever asks why nothing leaves."""

    why: Annotated[str, Meta(min_length=3, max_length=500)]


class SendingView(msgspec.Struct, frozen=True, kw_only=True):
    """Whether mail leaves; `restored` when the database was found older than what was sent."""

    held: bool
    why: str | None = None
    since: datetime | None = None
    restored: bool = False


class ReleasedView(msgspec.Struct, frozen=True, kw_only=True):
    """`doubted` mails were due before a restored database was released: evidence settles them, or their owners do."""

    held: bool
    doubted: int


class HeldPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose mail does not leave."""

    user_id: UUID
    why: str
    at: datetime


_WHY = {"why": "complaints from one provider"}
_SENDING = {"held": True, "why": _WHY["why"], "since": "2026-11-23T08:12:00Z", "restored": False}
_PERSON = {"user_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1e1", "why": _WHY["why"], "at": "2026-11-23T08:12:00Z"}


class OpsSendingController(Controller):
    """Stop and go."""

    path = "/ops/sending"
    tags = ("Operators",)
    guards = (operators_only,)

    @get(operation_id="GetSending", summary="Does mail leave? (operators)", opt=example(answer=_SENDING))
    async def get_sending(self, transactions: Injected[Transactions]) -> SendingView:
        """Say what holds everybody's mail, if anything does."""
        return await _view(transactions)

    @post(
        "/hold",
        operation_id="HoldSending",
        summary="Let nothing leave (operators).",
        status_code=200,
        opt=example(request=_WHY, answer=_SENDING),
    )
    async def hold(
        self,
        data: JSONBody[Why],
        user_id: Injected[UserId],
        hold_sending: Injected[HoldSending],
        transactions: Injected[Transactions],
    ) -> SendingView:
        """Stop every hand-over that has not begun, everybody's; it is read right before each one."""
        await hold_sending(data.why, operator=user_id)
        return await _view(transactions)

    @post(
        "/release",
        operation_id="ReleaseSending",
        summary="Let mail go again (operators).",
        status_code=200,
        opt=example(request={"why": "looked at it"}, answer={"held": False, "doubted": 0}),
    )
    async def release(
        self, data: JSONBody[Why], user_id: Injected[UserId], release_sending: Injected[ReleaseSending]
    ) -> ReleasedView:
        """End the hold; after a restore, what was due by now is put in doubt rather than sent again."""
        return ReleasedView(held=False, doubted=await release_sending(data.why, operator=user_id))

    @get(
        "/users",
        operation_id="ListHeldUsers",
        summary="Whose mail does not leave (operators).",
        opt=example(answer={"items": [_PERSON], "next_cursor": None}),
    )
    async def held_users(
        self, reads: Injected[Reads], limit: Limit = DEFAULT_LIMIT, cursor: CursorText = None
    ) -> Page[HeldPerson]:
        """Return the people who are held, the latest first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(None, "show_sending_holds", at, last, limit + 1)
        return page(rows, limit, view_of(HeldPerson), ("at", "user_id"))

    @post(
        "/users/{held_user_id:uuid}/hold",
        operation_id="HoldSendingOfUser",
        summary="Let nothing of one person's leave (operators).",
        status_code=204,
        opt=example(request=_WHY),
    )
    async def hold_user(
        self,
        held_user_id: FromPath[UUID],
        data: JSONBody[Why],
        user_id: Injected[UserId],
        hold_sending: Injected[HoldSending],
    ) -> None:
        """Stop every hand-over of this person's that has not begun."""
        await hold_sending(data.why, operator=user_id, user_id=UserId(held_user_id))

    @post(
        "/users/{held_user_id:uuid}/release",
        operation_id="ReleaseSendingOfUser",
        summary="Let one person's mail go again (operators).",
        status_code=204,
        opt=example(request={"why": "looked at it"}),
    )
    async def release_user(
        self,
        held_user_id: FromPath[UUID],
        data: JSONBody[Why],
        user_id: Injected[UserId],
        release_sending: Injected[ReleaseSending],
    ) -> None:
        """End this person's hold."""
        await release_sending(data.why, operator=user_id, user_id=UserId(held_user_id))


async def _view(transactions: Transactions) -> SendingView:
    async with transactions.begin(None) as uow:
        hold = await uow.service_state.sending_hold()
    if hold is None:
        return SendingView(held=False)
    return SendingView(held=True, why=hold.why, since=hold.at, restored=hold.restored)

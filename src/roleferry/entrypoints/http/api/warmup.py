"""`/mailboxes/{id}/warmup`: who warms a mailbox up, and how that goes (SPEC 3.9, 4)."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from litestar import Controller, Request, get, post
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.warmup.pool import Pool
from roleferry.domain.use_cases.sending.set_warmup import SetWarmup
from roleferry.domain.use_cases.warmup.see_warmup import SeeWarmup, WarmupSeen
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example

WHAT_OTHERS_SEE = (
    "In the built-in pool this mailbox and other people's mailboxes write each other a few short mails a day. Their "
    "owners see its address and display name in those mails, and you see theirs; nothing else of you is shown. That is "
    "why you are asked (shares_identity)."
)
HONESTLY = (
    "Receivers discount mail between members of a pool, and nobody has proven that it helps. Whether a mailbox is "
    "ready shows in what it really sends and what comes back. Pool mail counts in no figure, no cap and no health."
)


class WarmupBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Start the warmup or pause it; `pool` says who does it, and stays as it was when it is left out."""

    action: Literal["start", "pause"]
    pool: Annotated[
        Literal["none", "built-in", "external"] | None,
        Meta(
            description="none: only the ramp limits it; built-in: mailboxes of this service; external: not our affair."
        ),
    ] = None
    shares_identity: Annotated[bool, Meta(description=WHAT_OTHERS_SEE)] = False


class WarmupDayView(msgspec.Struct, frozen=True, kw_only=True):
    """One UTC day of pool mail; days on which nothing happened are left out."""

    day: date
    sent: int
    received: int
    bounced: int
    dropped: int


class WarmupView(msgspec.Struct, frozen=True, kw_only=True):
    """Who warms a mailbox up and how that goes; `source` is `mock` for numbers that are made up."""

    mailbox_id: UUID
    warmup: str
    warmup_started_on: date | None
    pool: str
    source: str | None
    allowed_today: int
    rests: str | None
    what_others_see: str
    honestly: str
    series: list[WarmupDayView]

    @classmethod
    def of(cls, seen: WarmupSeen) -> "WarmupView":
        """Return the view of a mailbox's warmup."""
        return cls(
            mailbox_id=seen.mailbox_id,
            warmup=seen.state,
            warmup_started_on=seen.started_on,
            pool=seen.pool.value,
            source=seen.source,
            allowed_today=seen.allowed_today,
            rests=seen.rests,
            what_others_see=WHAT_OTHERS_SEE,
            honestly=HONESTLY,
            series=[msgspec.convert(one, WarmupDayView, from_attributes=True) for one in seen.days],
        )


_EXAMPLE: dict[str, Any] = {
    "mailbox_id": "019ab7c2-9c20-7d22-8e1f-5a2c7d6b8f31",
    "warmup": "on",
    "warmup_started_on": "2026-11-23",
    "pool": "built-in",
    "source": "built-in",
    "allowed_today": 2,
    "rests": None,
    "what_others_see": WHAT_OTHERS_SEE,
    "honestly": HONESTLY,
    "series": [{"day": "2026-11-23", "sent": 2, "received": 1, "bounced": 0, "dropped": 0}],
}


class WarmupController(Controller):
    """The warmup of one mailbox."""

    path = "/mailboxes"
    tags = ("Mailboxes",)

    @get(
        "/{mailbox_id:uuid}/warmup",
        operation_id="GetWarmup",
        summary="Who warms a mailbox up, and how that goes.",
        opt=example(answer=_EXAMPLE),
    )
    async def get_warmup(
        self, mailbox_id: FromPath[UUID], user_id: Injected[UserId], see_warmup: Injected[SeeWarmup]
    ) -> WarmupView:
        """Return state, pool, today's number, why nothing leaves now, and up to 90 days of the pool's own series."""
        return WarmupView.of(await see_warmup(user_id, MailboxId(mailbox_id)))

    @post(
        "/{mailbox_id:uuid}/warmup",
        operation_id="SetWarmup",
        summary="Start or pause the warmup, and say who does it.",
        status_code=200,
        opt=example(request={"action": "start", "pool": "built-in", "shares_identity": True}, answer=_EXAMPLE),
    )
    async def set_warmup(
        self,
        mailbox_id: FromPath[UUID],
        data: JSONBody[WarmupBody],
        request: Request[Any, Any, Any],
        user_id: Injected[UserId],
        set_warmup: Injected[SetWarmup],
        see_warmup: Injected[SeeWarmup],
    ) -> WarmupView:
        """
        Limit a young mailbox by the ramp from today on, or pause that where it is.

        With `pool: built-in` it also writes with mailboxes of other people who agreed to the same; it leaves the pool
        with `pool: none`.
        """
        pool = Pool(data.pool) if data.pool else None
        start = data.action == "start"
        consent = (await request.json()).get("shares_identity") is True  # decoded, "true" and 1 would be a yes too
        await set_warmup(user_id, MailboxId(mailbox_id), start=start, pool=pool, shares_identity=consent)
        return WarmupView.of(await see_warmup(user_id, MailboxId(mailbox_id)))

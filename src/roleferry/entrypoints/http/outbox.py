"""`/dev/outbox` and `/dev/drain`: read captured mails, answer them, do what is due; in dev alone (SPEC 10)."""

import base64
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.parser import HeaderParser
from email.policy import SMTP
from email.utils import format_datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from litestar import Controller, Request, get, post
from litestar.di import Provide
from litestar.exceptions import NotAuthorizedException
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.errors import Invalid, NotFound
from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.inbound.receive_event import ReceiveEvent
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.worker.drain import Drain
from roleferry.ports.auth import Authenticator
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.outbox import CapturedMail, Outbox

_THANKS = "Thank you for writing. I have read it."
_AWAY = "I am out of the office this week and will answer when I am back."
_A_PERSONS_PACE = timedelta(seconds=5)
"""A simulated click comes this long after the mail left, so that nobody takes it for a scanner's."""

EventKind = Literal[
    "delivered", "bounced", "clicked", "replied", "complained", "unsubscribed", "deferred", "auto_reply"
]


class CapturedView(msgspec.Struct, frozen=True, kw_only=True):
    """One captured mail, with the bytes that would have travelled."""

    outreach_id: UUID
    message_id: str
    sent_at: datetime
    sender: str
    recipient: str
    subject: str
    raw: str


class OutboxView(msgspec.Struct, frozen=True, kw_only=True):
    """Every captured mail of yours, oldest first."""

    items: list[CapturedView]


class SimulatedEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What becomes of a captured mail; `text` is what its reader writes, `bounce` how it comes back."""

    type: EventKind
    text: Annotated[str, Meta(max_length=20_000)] | None = None
    bounce: Literal["hard", "soft", "block"] | None = None
    sender: Annotated[str, Meta(max_length=320)] | None = None


class SimulatedView(msgspec.Struct, frozen=True, kw_only=True):
    """The delivery that was signed and taken in; a worker, or `POST /dev/drain`, applies it."""

    event_id: str
    type: str
    at: datetime


class DrainedView(msgspec.Struct, frozen=True, kw_only=True):
    """How many of each were done; `completed` counts holds that ran out and conversations and campaigns that ended."""

    tasks: int
    events: int
    delivered: int
    sent: int
    settled: int
    completed: int
    nightly: int


class NotCaptured(NotFound):
    """No captured mail of yours has this id."""

    code = "dev.not_captured"


class OddEvent(Invalid):
    """Only a bounce has a bounce type."""

    code = "dev.odd_event"


async def _caller(request: Request[Any, Any, Any], authenticator: Injected[Authenticator]) -> UserId:
    """Return who is asking; these addresses stand outside the API's base path."""
    principal = await authenticator.authenticate({name.lower(): value for name, value in request.headers.items()})
    if principal is None:
        raise NotAuthorizedException("sign in first")
    return principal.user_id


class OutboxController(Controller):
    """Captured mail and what becomes of it."""

    path = "/dev"
    tags = ("Dev",)
    dependencies = {"caller": Provide(_caller)}  # noqa: RUF012 - Litestar's own way of naming them

    @get(
        "/outbox",
        operation_id="GetDevOutbox",
        summary="Your captured mails, with raw MIME.",
        opt=example(
            answer={
                "items": [
                    {
                        "outreach_id": "0192e1a0-0000-7000-8000-000000000061",
                        "message_id": "<k3j4@sample.example>",
                        "sent_at": "2026-11-23T09:00:00Z",
                        "sender": "ada@sample.example",
                        "recipient": "grace@harbour.example",
                        "subject": "Checkout latency",
                        "raw": "From: ...",
                    }
                ]
            }
        ),
    )
    async def get_outbox(self, caller: Injected[UserId], outbox: Injected[Outbox]) -> OutboxView:
        """Return every mail that was captured for you instead of delivered."""
        mails = await outbox.mails(str(caller))
        items = [msgspec.convert(one, CapturedView, from_attributes=True, strict=False) for one in mails]
        return OutboxView(items=items)

    @post(
        "/outbox/{outreach_id:uuid}/events",
        operation_id="SimulateEvent",
        summary="Let something happen to a captured mail, through the real webhook path.",
        status_code=202,
        opt=example(
            request={"type": "replied", "text": "Could we talk on Thursday?"},
            answer={"event_id": "dev-0192e1a0", "type": "replied", "at": "2026-11-23T09:00:00Z"},
        ),
    )
    async def simulate(
        self,
        outreach_id: FromPath[UUID],
        data: JSONBody[SimulatedEvent],
        caller: Injected[UserId],
        outbox: Injected[Outbox],
        receive_event: Injected[ReceiveEvent],
        webhook_signer: Injected[Any],
        webhook_keys: Injected[Any],
        clock: Injected[Clock],
        wall_clock: Injected[Clock],
        ids: Injected[Ids],
    ) -> SimulatedView:
        """Sign and take in an event, or the mail its reader would write."""
        if data.bounce is not None and data.type != "bounced":
            raise OddEvent("give `bounce` only with type bounced")
        mail = await _captured(outbox, caller, outreach_id)
        at, event_id = _moment(mail, data.type, clock.now()), f"dev-{ids.new()}"
        body = msgspec.json.encode(_told(mail, data, at, event_id))
        headers = webhook_signer(event_id, body, at=wall_clock.now(), key=webhook_keys[-1])
        await receive_event("email-events", headers=headers, body=body, content_type="application/json")
        return SimulatedView(event_id=event_id, type=data.type, at=at)

    @post(
        "/drain",
        operation_id="Drain",
        summary="Do all due work now.",
        status_code=200,
        opt=example(
            answer={"tasks": 1, "events": 2, "delivered": 8, "sent": 8, "settled": 0, "completed": 0, "nightly": 1}
        ),
    )
    async def post_drain(self, drain: Injected[Drain]) -> DrainedView:
        """Do tasks, events, due mail, doubtful mail and the night's work until nothing is left; return the counts."""
        return DrainedView(**await drain())


async def _captured(outbox: Outbox, caller: UserId, outreach_id: UUID) -> CapturedMail:
    mails = [one for one in await outbox.mails(str(caller)) if one.outreach_id == str(outreach_id)]
    if not mails:
        raise NotCaptured("no captured mail of yours has this id: look at GET /dev/outbox", outreach_id=outreach_id)
    return mails[-1]


def _moment(mail: CapturedMail, kind: str, now: datetime) -> datetime:
    sent_at = datetime.fromisoformat(mail.sent_at)
    return max(now, sent_at + _A_PERSONS_PACE) if kind == "clicked" else max(now, sent_at)


def _told(mail: CapturedMail, event: SimulatedEvent, at: datetime, event_id: str) -> dict[str, Any]:
    if event.type in {"replied", "auto_reply"}:
        raw = _answer(mail, event, at, event_id)
        return {"type": "inbound", "timestamp": at, "raw": base64.b64encode(raw).decode()}
    told = {"type": event.type, "timestamp": at, "message_id": mail.message_id, "recipient": mail.recipient}
    if event.type == "bounced":
        told["bounce"] = event.bounce or "hard"
    return told


def _answer(mail: CapturedMail, event: SimulatedEvent, at: datetime, event_id: str) -> bytes:
    """Write the mail that a reader, or their out-of-office, would send back."""
    headers = HeaderParser().parsestr(mail.raw)
    automatic = event.type == "auto_reply"
    answer = EmailMessage(policy=SMTP)
    answer["From"] = _one_line(event.sender or mail.recipient)
    answer["To"] = _one_line(headers.get("Reply-To") or mail.sender)
    answer["Subject"] = _one_line(f"{'Automatic reply' if automatic else 'Re'}: {mail.subject}")
    answer["Date"] = format_datetime(at)
    answer["Message-ID"] = f"<{event_id}@reader.invalid>"
    answer["In-Reply-To"] = answer["References"] = mail.message_id
    if automatic:
        answer["Auto-Submitted"] = "auto-replied"
    text = event.text or (_AWAY if automatic else _THANKS)
    answer.set_content(f"{text}\n\nOn {at:%a, %d %b %Y} {mail.sender} wrote:\n> {mail.subject}\n")
    return answer.as_bytes()


def _one_line(value: str) -> str:
    return " ".join(value.split())

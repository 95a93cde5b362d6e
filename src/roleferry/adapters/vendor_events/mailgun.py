"""`/webhooks/mailgun`: one event a delivery, behind a token signed by HMAC that counts once."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec

from roleferry.adapters.vendor_events.reading import decoded, moment, named, text_of, told
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.inbound.scanners import is_scanner
from roleferry.domain.model.inbound.told_bounce import told_bounce
from roleferry.ports.event_sources import EventSource, Forged, InboundSubmission, Parcel, UnreadableEvent

TOLERANCE = timedelta(minutes=15)
_LONGEST_TOKEN = 100
_DROPPED = frozenset({"accepted", "opened", "stored"})
_PLAIN = {
    "delivered": EventType.DELIVERED,
    "clicked": EventType.CLICKED,
    "complained": EventType.COMPLAINED,
    "unsubscribed": EventType.UNSUBSCRIBED,
}
_OPTED_OUT = frozenset({"suppress-complaint", "suppress-unsubscribe"})
_GIVEN_UP = "old"


class _Signature(msgspec.Struct, frozen=True):
    timestamp: str | int
    token: str
    signature: str


class _Head(msgspec.Struct, frozen=True, rename="kebab"):
    message_id: str = ""


class _Message(msgspec.Struct, frozen=True):
    headers: _Head = _Head()


class _Status(msgspec.Struct, frozen=True, rename="kebab"):
    code: int | None = None
    enhanced_code: str | None = None
    message: str | None = None
    description: str | None = None


class _Client(msgspec.Struct, frozen=True, rename="kebab"):
    user_agent: str | None = None
    client_type: str | None = None
    bot: str | None = None


class _Reject(msgspec.Struct, frozen=True):
    reason: str | None = None


class _Event(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    event: str
    timestamp: float
    id: str = ""
    severity: str = ""
    reason: str | None = None
    recipient: str = ""
    message: _Message = _Message()
    delivery_status: _Status = _Status()
    client_info: _Client = _Client()
    reject: _Reject = _Reject()
    user_variables: dict[str, Any] = {}


class _Signed(msgspec.Struct, frozen=True):
    signature: _Signature


class _Named(msgspec.Struct, frozen=True):
    id: str = ""


class _Brief(msgspec.Struct, frozen=True, rename="kebab"):
    signature: _Signature
    event_data: _Named


class _Delivery(msgspec.Struct, frozen=True, rename="kebab"):
    event_data: _Event


class MailgunSource(EventSource):
    """
    Believes the webhook signing key of the account; several while one is being changed.

    Mailgun signs its token and the time, not the event: so a token proves the first event that comes with it, and none
    that comes later.
    """

    def __init__(self, *, keys: Sequence[str]) -> None:
        self._keys = [key.encode() for key in keys]

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002 - all is in the body
        signature = _signature(body)
        stamp, token = str(signature.timestamp), signature.token
        if not (stamp.isascii() and stamp.isdigit()) or abs(int(stamp[:15]) - now.timestamp()) > _SECONDS:
            raise Forged("its timestamp is missing or more than fifteen minutes off")
        if not 0 < len(token) <= _LONGEST_TOKEN or not token.isascii() or not token.isprintable():
            raise Forged("its token is none")
        given = signature.signature.encode("utf-8", "surrogatepass")
        signed = f"{stamp}{token}".encode()
        matches = [hmac.compare_digest(given, hmac.new(key, signed, sha256).hexdigest().encode()) for key in self._keys]
        if not any(matches):
            raise Forged("its signature does not match")
        return named("token", token)

    def split(self, body: bytes, *, event_id: str) -> Sequence[Parcel]:
        token = event_id.removeprefix("token:")
        try:
            event = msgspec.json.decode(body, type=_Brief).event_data
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            return (Parcel(event_id=event_id, body=body, proof=token),)
        return (Parcel(event_id=named(event.id) if event.id else event_id, body=body, proof=token),)

    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        event = decoded(body, _Delivery).event_data
        if event.event in _DROPPED:
            return ()
        kind, bounce = _kind(event)
        status, client = event.delivery_status, event.client_info
        why = event.reason or event.reject.reason
        reason = (event.severity, why, _code(status), status.message or status.description)
        return (
            told(
                "mailgun",
                event_id,
                kind,
                moment(event.timestamp),
                mail={
                    "message_id": event.message.headers.message_id,
                    "send_key": text_of(event.user_variables.get("send_key")),
                    "recipient": event.recipient,
                },
                bounce=bounce,
                reason=" ".join(filter(None, reason)),
                machine=kind is EventType.CLICKED and _is_machine(client),
            ),
        )


_SECONDS = TOLERANCE.total_seconds()


def _signature(body: bytes) -> _Signature:
    try:
        return decoded(body, _Signed).signature
    except UnreadableEvent as error:
        raise Forged("it carries no signature") from error


def _kind(event: _Event) -> tuple[EventType, BounceType | None]:
    if event.event in _PLAIN:
        return _PLAIN[event.event], None
    if event.event == "rejected":
        return EventType.BOUNCED, BounceType.BLOCK
    if event.event != "failed":
        raise UnreadableEvent("Mailgun tells of a kind of event that is not known")
    if event.severity == "temporary":
        return EventType.DEFERRED, None
    if event.reason in _OPTED_OUT:
        return EventType.UNSUBSCRIBED, None
    return EventType.BOUNCED, _bounce_type(event)


def _bounce_type(event: _Event) -> BounceType:
    """An address on Mailgun's own list is hard; what was given up after many tries may work another day."""
    status = event.delivery_status
    if event.reason == "suppress-bounce":
        return BounceType.HARD
    code = _code(status)
    permanent = event.reason != _GIVEN_UP and not code.startswith("4")
    words = " ".join(filter(None, (status.message, status.description)))
    return told_bounce(permanent=permanent, status=status.enhanced_code or "", words=words)


def _code(status: _Status) -> str:
    return status.enhanced_code or (str(status.code) if status.code else "")


def _is_machine(client: _Client) -> bool:
    return bool(client.bot) or (client.client_type or "") == "robot" or is_scanner(client.user_agent or "")

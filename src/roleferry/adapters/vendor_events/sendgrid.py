"""`/webhooks/sendgrid`: an array of events, signed by ECDSA over timestamp and body."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from roleferry.adapters.vendor_events.reading import decoded, moment, named, text_of, told
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.inbound.scanners import is_scanner
from roleferry.domain.model.inbound.told_bounce import told_bounce
from roleferry.ports.event_sources import EventSource, Forged, InboundSubmission, Parcel, UnreadableEvent

TOLERANCE = timedelta(minutes=10)
_SIGNATURE, _TIMESTAMP = "x-twilio-email-event-webhook-signature", "x-twilio-email-event-webhook-timestamp"
_MOST_EVENTS = 1_000
_DROPPED = frozenset({"processed", "open", "group_resubscribe"})
_PLAIN = {
    "delivered": EventType.DELIVERED,
    "deferred": EventType.DEFERRED,
    "click": EventType.CLICKED,
    "spamreport": EventType.COMPLAINED,
    "unsubscribe": EventType.UNSUBSCRIBED,
    "group_unsubscribe": EventType.UNSUBSCRIBED,
}
_CLASSES = {
    "invalid address": BounceType.HARD,
    "reputation": BounceType.BLOCK,
    "content": BounceType.BLOCK,
    "technical": BounceType.SOFT,
    "frequency or volume too high": BounceType.SOFT,
    "mailbox unavailable": BounceType.SOFT,
}
_OPTED_OUT = frozenset({"unsubscribed address", "spam reporting address"})
_KNOWN_BAD = frozenset({"bounced address", "invalid"})


class BadKey(ValueError):
    """A verification key cannot be read."""


class _Brief(msgspec.Struct, frozen=True):
    event: str
    sg_event_id: str = ""


class _Event(msgspec.Struct, frozen=True):
    event: str
    timestamp: float
    email: str = ""
    sg_message_id: str | None = None
    smtp_id: str | None = msgspec.field(name="smtp-id", default=None)
    type: str | None = None
    status: str | None = None
    reason: str | None = None
    response: str | None = None
    bounce_classification: str | None = None
    useragent: str | None = None
    send_key: Any = None


_decode_array = msgspec.json.Decoder(list[msgspec.Raw]).decode
_decode_brief = msgspec.json.Decoder(_Brief).decode


class SendgridSource(EventSource):
    """Believes the keys of its dashboard (base64 SPKI); several while one is being changed."""

    def __init__(self, *, keys: Sequence[str]) -> None:
        """
        Read the keys.

        Raises:
            BadKey: one is no ECDSA key on P-256.
        """
        self._keys = [_public_key(one) for one in keys]

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        stamp = headers.get(_TIMESTAMP, "")
        if not (stamp.isascii() and stamp.isdigit()) or abs(int(stamp[:15]) - now.timestamp()) > _SECONDS:
            raise Forged("its timestamp is missing or more than ten minutes off")
        try:
            signature = base64.b64decode(headers.get(_SIGNATURE, ""), validate=True)
        except (binascii.Error, ValueError) as error:
            raise Forged("its signature is none") from error
        signed = stamp.encode() + body
        matches = [_is_signed(key, signature, signed) for key in self._keys]
        if not any(matches):
            raise Forged("its signature does not match")
        return sha256(signed).hexdigest()

    def split(self, body: bytes, *, event_id: str) -> Sequence[Parcel]:
        """Return the events apart; opens are dropped here, before anything is stored."""
        try:
            events = _decode_array(body)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            return (Parcel(event_id=event_id, body=body),)
        if len(events) > _MOST_EVENTS:
            return (Parcel(event_id=event_id, body=body),)
        parcels = (_parcel(bytes(one), f"{event_id}:{at}") for at, one in enumerate(events))
        return [one for one in parcels if one is not None]

    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        if body.lstrip()[:1] == b"[":
            events = decoded(body, list[_Event])
            if len(events) > _MOST_EVENTS:
                raise UnreadableEvent(f"more than {_MOST_EVENTS} events at once")
        else:
            events = [decoded(body, _Event)]
        return [read for at, one in enumerate(events) if (read := _read(one, f"{event_id}:{at}")) is not None]


_SECONDS = TOLERANCE.total_seconds()


def _public_key(text: str) -> EllipticCurvePublicKey:
    plain = "".join(line for line in text.split() if not line.startswith("-----"))
    try:
        key = load_der_public_key(base64.b64decode(plain, validate=True))
    except (binascii.Error, ValueError, UnsupportedAlgorithm) as error:
        raise BadKey("a SendGrid verification key is base64, as the dashboard shows it") from error
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
        raise BadKey("a SendGrid verification key is an ECDSA key on P-256")
    return key


def _is_signed(key: EllipticCurvePublicKey, signature: bytes, signed: bytes) -> bool:
    try:
        key.verify(signature, signed, ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def _parcel(event: bytes, otherwise: str) -> Parcel | None:
    try:
        brief = _decode_brief(event)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Parcel(event_id=otherwise, body=event)
    if brief.event in _DROPPED:
        return None
    return Parcel(event_id=named(brief.sg_event_id) if brief.sg_event_id else otherwise, body=event)


def _read(event: _Event, event_id: str) -> ProviderEvent | None:
    if event.event in _DROPPED:
        return None
    kind, bounce = _kind(event)
    return told(
        "sendgrid",
        event_id,
        kind,
        moment(event.timestamp),
        mail={
            "message_id": event.smtp_id or "",
            "provider_message_id": (event.sg_message_id or "").partition(".")[0],
            "send_key": text_of(event.send_key),
            "recipient": event.email,
        },
        bounce=bounce,
        reason=" ".join(filter(None, (event.bounce_classification, event.status, event.reason or event.response))),
        machine=kind is EventType.CLICKED and is_scanner(event.useragent or ""),
    )


def _kind(event: _Event) -> tuple[EventType, BounceType | None]:
    if event.event in _PLAIN:
        return _PLAIN[event.event], None
    if event.event == "bounce":
        return EventType.BOUNCED, _bounce_type(event)
    if event.event == "dropped":
        return _dropped((event.reason or "").strip().lower())
    raise UnreadableEvent("SendGrid tells of a kind of event that is not known")


def _bounce_type(event: _Event) -> BounceType:
    """Take SendGrid's own class first; what it calls blocked may still arrive, unless a rule stopped it."""
    known = _CLASSES.get((event.bounce_classification or "").strip().lower())
    permanent = event.type != "blocked"
    if known is not None and (known is not BounceType.HARD or permanent):
        return known
    return told_bounce(permanent=permanent, status=event.status or "", words=event.reason or "")


def _dropped(reason: str) -> tuple[EventType, BounceType | None]:
    """It never left: the address is on a list of SendGrid's, or SendGrid did not like the mail."""
    if reason in _OPTED_OUT:
        return EventType.UNSUBSCRIBED, None
    return EventType.BOUNCED, BounceType.HARD if reason in _KNOWN_BAD else BounceType.BLOCK

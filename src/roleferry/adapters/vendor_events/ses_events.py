"""An event of Amazon SES: by a configuration set (`eventType`) or an identity's feedback (`notificationType`)."""

import base64
import binascii
import contextlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

import msgspec

from roleferry.adapters.vendor_events.mail_parts import to_envelope
from roleferry.adapters.vendor_events.reading import decoded, moment, told
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.inbound.scanners import is_scanner
from roleferry.domain.model.inbound.told_bounce import told_bounce
from roleferry.ports.event_sources import InboundSubmission, UnreadableEvent

Part = TypeVar("Part")
_OPPOSITE = "not-spam"
_DROPPED = frozenset({"Open", "Send"})
_CONFIRMATION = "AmazonSnsSubscriptionSucceeded"
"""What SES writes into a topic when it is chosen for an identity; no event, and not about a mail."""


class _Header(msgspec.Struct, frozen=True):
    name: str
    value: str | None = None


class _Mail(msgspec.Struct, frozen=True, rename="camel"):
    timestamp: str
    message_id: str
    destination: list[str] = []
    headers: list[_Header] = []
    tags: dict[str, list[str]] = {}


class _Recipient(msgspec.Struct, frozen=True, rename="camel"):
    email_address: str = ""
    status: str | None = None
    diagnostic_code: str | None = None


class _Bounce(msgspec.Struct, frozen=True, rename="camel"):
    bounce_type: str
    bounce_sub_type: str = ""
    bounced_recipients: list[_Recipient] = []
    timestamp: str | None = None


class _Complaint(msgspec.Struct, frozen=True, rename="camel"):
    complained_recipients: list[_Recipient] = []
    timestamp: str | None = None
    complaint_feedback_type: str | None = None


class _Delivery(msgspec.Struct, frozen=True, rename="camel"):
    timestamp: str | None = None
    smtp_response: str | None = None


class _Delay(msgspec.Struct, frozen=True, rename="camel"):
    delay_type: str = ""
    delayed_recipients: list[_Recipient] = []
    timestamp: str | None = None


class _Click(msgspec.Struct, frozen=True, rename="camel"):
    timestamp: str | None = None
    user_agent: str | None = None


class _Reject(msgspec.Struct, frozen=True, rename="camel"):
    reason: str = ""


class _Failure(msgspec.Struct, frozen=True, rename="camel"):
    error_message: str = ""


class _Topics(msgspec.Struct, frozen=True, rename="camel"):
    unsubscribe_all: bool = False


class _Subscription(msgspec.Struct, frozen=True, rename="camel"):
    timestamp: str | None = None
    new_topic_preferences: _Topics | None = None


class _Event(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    mail: _Mail
    event_type: str = ""
    notification_type: str = ""
    bounce: _Bounce | None = None
    complaint: _Complaint | None = None
    delivery: _Delivery | None = None
    delivery_delay: _Delay | None = None
    click: _Click | None = None
    reject: _Reject | None = None
    failure: _Failure | None = None
    subscription: _Subscription | None = None
    content: str | None = None


class _Note(msgspec.Struct, frozen=True, rename="camel"):
    notification_type: str


def events_in(body: bytes | str, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
    """
    Return what one event says; sends and opens say nothing we keep.

    Raises:
        UnreadableEvent: it has another form.
    """
    if decoded_note(body) == _CONFIRMATION:
        return ()
    event = decoded(body, _Event)
    kind = event.event_type or event.notification_type
    if kind in _DROPPED:
        return ()
    if kind == "Received":
        return (_inbound(event),)
    if (read := _READERS.get(kind)) is None:
        raise UnreadableEvent("SES tells of a kind of event that is not known")
    found = read(event, event_id)
    return (found,) if found else ()


def decoded_note(body: bytes | str) -> str:
    """Return the kind of something that may be about no mail at all."""
    try:
        return msgspec.json.decode(body, type=_Note).notification_type
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return ""


def _bounce(event: _Event, event_id: str) -> ProviderEvent:
    bounce = _part(event.bounce)
    failed = _first(bounce.bounced_recipients)
    status, words = failed.status or "", failed.diagnostic_code or ""
    reason = f"{bounce.bounce_type}/{bounce.bounce_sub_type}: {status} {words}"
    kind = _bounce_type(bounce, status, words)
    mail = _names(event, failed)
    return told("ses", event_id, EventType.BOUNCED, _at(bounce.timestamp, event), mail=mail, bounce=kind, reason=reason)


def _bounce_type(bounce: _Bounce, status: str, words: str) -> BounceType:
    """Lists of addresses known to be bad are hard; refused content is about us; the rest is what the server said."""
    if bounce.bounce_sub_type in {"Suppressed", "OnAccountSuppressionList", "NoEmail"}:
        return BounceType.HARD
    if bounce.bounce_sub_type == "ContentRejected":
        return BounceType.BLOCK
    return told_bounce(permanent=bounce.bounce_type == "Permanent", status=status, words=words)


def _complaint(event: _Event, event_id: str) -> ProviderEvent | None:
    complaint = _part(event.complaint)
    if complaint.complaint_feedback_type == _OPPOSITE:
        return None
    at, mail = _at(complaint.timestamp, event), _names(event, _first(complaint.complained_recipients))
    reason = complaint.complaint_feedback_type or ""
    return told("ses", event_id, EventType.COMPLAINED, at, mail=mail, reason=reason)


def _delivery(event: _Event, event_id: str) -> ProviderEvent:
    delivery = _part(event.delivery)
    reason = delivery.smtp_response or ""
    at = _at(delivery.timestamp, event)
    return told("ses", event_id, EventType.DELIVERED, at, mail=_names(event), reason=reason)


def _delay(event: _Event, event_id: str) -> ProviderEvent:
    delay = _part(event.delivery_delay)
    late = _first(delay.delayed_recipients)
    reason = f"{delay.delay_type}: {late.status or ''} {late.diagnostic_code or ''}"
    at = _at(delay.timestamp, event)
    return told("ses", event_id, EventType.DEFERRED, at, mail=_names(event, late), reason=reason)


def _click(event: _Event, event_id: str) -> ProviderEvent:
    click = _part(event.click)
    machine = is_scanner(click.user_agent or "")
    at = _at(click.timestamp, event)
    return told("ses", event_id, EventType.CLICKED, at, mail=_names(event), machine=machine)


def _reject(event: _Event, event_id: str) -> ProviderEvent:
    """SES took it and then would not send it (a virus): the sender must look before anything else goes."""
    reason = f"rejected by SES: {_part(event.reject).reason}"
    at, kind = _at(None, event), BounceType.BLOCK
    return told("ses", event_id, EventType.BOUNCED, at, mail=_names(event), bounce=kind, reason=reason)


def _failure(event: _Event, event_id: str) -> ProviderEvent:
    reason = f"not rendered by SES: {_part(event.failure).error_message}"
    at, kind = _at(None, event), BounceType.SOFT
    return told("ses", event_id, EventType.BOUNCED, at, mail=_names(event), bounce=kind, reason=reason)


def _subscription(event: _Event, event_id: str) -> ProviderEvent | None:
    wishes = _part(event.subscription)
    if not (wishes.new_topic_preferences and wishes.new_topic_preferences.unsubscribe_all):
        return None
    return told("ses", event_id, EventType.UNSUBSCRIBED, _at(wishes.timestamp, event), mail=_names(event))


_READERS: Mapping[str, Callable[[_Event, str], ProviderEvent | None]] = {
    "Bounce": _bounce,
    "Complaint": _complaint,
    "Delivery": _delivery,
    "DeliveryDelay": _delay,
    "Click": _click,
    "Reject": _reject,
    "Rendering Failure": _failure,
    "RenderingFailure": _failure,
    "Subscription": _subscription,
}


def _inbound(event: _Event) -> InboundSubmission:
    if event.content is None:
        raise UnreadableEvent("SES put the mail elsewhere: have the receipt rule send it along")
    raw = event.content.encode("utf-8", "surrogatepass")
    with contextlib.suppress(binascii.Error, ValueError):  # not every rule encodes
        raw = base64.b64decode(raw, validate=True)
    return InboundSubmission(raw=to_envelope(raw, event.mail.destination), at=moment(event.mail.timestamp))


def _part(part: Part | None) -> Part:
    if part is None:
        raise UnreadableEvent("SES names a kind of event and says nothing of it")
    return part


def _first(recipients: Sequence[_Recipient]) -> _Recipient:
    return recipients[0] if recipients else _Recipient()


def _at(stamp: str | None, event: _Event) -> datetime:
    return moment(stamp or event.mail.timestamp)


def _names(event: _Event, recipient: _Recipient | None = None) -> dict[str, str]:
    mail = event.mail
    ours = [header.value or "" for header in mail.headers if header.name.lower() == "message-id"]
    return {
        "message_id": ours[0] if ours else "",
        "provider_message_id": mail.message_id,
        "send_key": next(iter(mail.tags.get("send_key", ())), ""),
        "recipient": (recipient.email_address if recipient else "") or next(iter(mail.destination), ""),
    }

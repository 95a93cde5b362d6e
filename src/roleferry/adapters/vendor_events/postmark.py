"""`/webhooks/postmark`: one event a delivery, unsigned: behind a secret, and asked for again where we hold a token."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import msgspec

from roleferry.adapters.vendor_events.api import VendorApi
from roleferry.adapters.vendor_events.reading import decoded, hashed, moment, named, text_of, told
from roleferry.adapters.vendor_events.shared_secret import check_secret
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.inbound.scanners import is_scanner
from roleferry.domain.model.inbound.told_bounce import told_bounce
from roleferry.ports.event_sources import EventSource, InboundSubmission, Silent, UnreadableEvent

_ENDPOINT = "https://api.postmarkapp.com"
_HARMLESS = frozenset({"AutoResponder", "AddressChange", "ChallengeVerification", "Subscribe", "OpenRelayTest"})
_BLOCKS = frozenset({"Blocked", "SpamNotification", "VirusNotification", "DMARCPolicy"})
_LASTING = frozenset({"HardBounce", "BadEmailAddress", "ManuallyDeactivated"})
_PROOF = {EventType.BOUNCED: "Bounced", EventType.DELIVERED: "Delivered"}
"""What must stand in the message's own history before we act; Postmark lists no others for certain."""


class _Event(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    record_type: str
    message_id: str = msgspec.field(name="MessageID", default="")
    id: int | None = msgspec.field(name="ID", default=None)
    type: str = ""
    email: str = ""
    recipient: str = ""
    description: str | None = None
    details: str | None = None
    delivered_at: str | None = None
    bounced_at: str | None = None
    received_at: str | None = None
    changed_at: str | None = None
    suppress_sending: bool = False
    suppression_reason: str | None = None
    user_agent: str | None = None
    metadata: dict[str, Any] = {}


class _Past(msgspec.Struct, frozen=True, rename="pascal"):
    type: str = ""
    recipient: str = ""


class _Message(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    message_id: str = msgspec.field(name="MessageID")
    recipients: list[str] = []
    message_events: list[_Past] = []


class PostmarkSource(EventSource):
    """`token` is the server's API token; without it what comes in is believed for its secret alone."""

    def __init__(self, *, secrets: Sequence[str], token: str = "", endpoint: str = _ENDPOINT) -> None:
        self._secrets = tuple(secrets)
        self._token = token
        self._endpoint = endpoint
        self._api = VendorApi()

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002 - it carries no time
        check_secret(headers, self._secrets)
        try:
            event = decoded(body, _Event)
        except UnreadableEvent:
            return f"body:{sha256(body).hexdigest()}"
        if event.id is not None and event.record_type == "Bounce":
            return named("Bounce", str(event.id))
        return hashed(event.record_type, event.message_id or event.recipient or event.email, _stamp(event))

    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        event = decoded(body, _Event)
        kind, bounce = _kind(event)
        if kind is None:
            return ()
        return (
            told(
                "postmark",
                event_id,
                kind,
                moment(_stamp(event)),
                mail={
                    "provider_message_id": event.message_id,
                    "send_key": text_of(event.metadata.get("send_key")),
                    "recipient": event.recipient or event.email,
                },
                bounce=bounce,
                reason=" ".join(filter(None, (event.type, event.details or event.description))),
                machine=kind is EventType.CLICKED and is_scanner(event.user_agent or ""),
            ),
        )

    async def resolve(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        events = self.read(body, event_id=event_id)
        for event in events:
            if self._token and isinstance(event, ProviderEvent):
                _check(event, await self._message(event.provider_message_id))
        return events

    async def _message(self, message_id: str) -> _Message:
        """Ask Postmark for the message an event names."""
        url = f"{self._endpoint}/messages/outbound/{quote(message_id, safe='')}/details"
        headers = {"Accept": "application/json", "X-Postmark-Server-Token": self._token}
        answer = await self._api.call("GET", url, headers=headers)
        if answer.status in {404, 422}:
            raise UnreadableEvent("Postmark knows no such message")
        if answer.status != 200:  # noqa: PLR2004 - OK
            raise Silent(f"Postmark answers {answer.status} when asked for the message")
        return decoded(answer.body, _Message)


def _check(event: ProviderEvent, message: _Message) -> None:
    """Let an event pass that the message's own history bears out."""
    address = event.recipient.casefold()
    ours = any(address and address in one.casefold() for one in message.recipients)
    if message.message_id != event.provider_message_id or not ours:
        raise UnreadableEvent("Postmark's own record of the message names another recipient")
    wanted = _PROOF.get(event.type)
    if wanted is not None and all(past.type != wanted for past in message.message_events):
        raise Silent(f"Postmark's own record does not say {wanted} yet")


def _stamp(event: _Event) -> str:
    return event.bounced_at or event.delivered_at or event.received_at or event.changed_at or ""


def _kind(event: _Event) -> tuple[EventType | None, BounceType | None]:
    match event.record_type:
        case "Delivery":
            return EventType.DELIVERED, None
        case "Click":
            return EventType.CLICKED, None
        case "SpamComplaint":
            return EventType.COMPLAINED, None
        case "SubscriptionChange":
            left = event.suppress_sending and event.suppression_reason == "ManualSuppression" and event.message_id
            return (EventType.UNSUBSCRIBED if left else None), None
        case "Bounce":
            return _bounce(event)
        case "Open":
            return None, None
        case _:
            raise UnreadableEvent("Postmark tells of a kind of record that is not known")


def _bounce(event: _Event) -> tuple[EventType | None, BounceType | None]:
    if event.type in _HARMLESS:
        return None, None
    match event.type:
        case "Transient":
            return EventType.DEFERRED, None
        case "Unsubscribe":
            return EventType.UNSUBSCRIBED, None
        case "SpamComplaint":
            return EventType.COMPLAINED, None
        case kind if kind in _BLOCKS:
            return EventType.BOUNCED, BounceType.BLOCK
        case kind:
            words = event.details or event.description or ""
            return EventType.BOUNCED, told_bounce(permanent=kind in _LASTING, status=_status(words), words=words)


def _status(words: str) -> str:
    """Find the enhanced code in `smtp;550 5.1.1 ...`."""
    found = (part for part in words.replace(";", " ").split() if part[:1] in {"4", "5"} and part.count(".") == 2)  # noqa: PLR2004
    return next((part for part in found if part.replace(".", "").isdigit()), "")

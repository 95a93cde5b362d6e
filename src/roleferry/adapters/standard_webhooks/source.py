"""Read normalised events: one object, or a list of them, of the form shown in the API's own document."""

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from roleferry.adapters.standard_webhooks.signing import verify
from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.ports.event_sources import EventSource, InboundSubmission, Parcel, UnreadableEvent

_MOST_EVENTS = 1_000
_DROPPED = frozenset({"opened", "open"})
_INBOUND = "inbound"
_KINDS = frozenset(EventType)
_VALUE = re.compile(r"""value (['"]).*\1""", re.DOTALL)
"""What was sent, in a decoder's words; operators are shown the place, never the content."""
Moment = Annotated[datetime, Meta(tz=True)]
Name = Annotated[str, Meta(max_length=998)]


class _Event(msgspec.Struct, frozen=True, kw_only=True):
    type: str
    timestamp: Moment
    message_id: Name = ""
    provider_message_id: Name = ""
    recipient: Name = ""
    bounce: BounceType | None = None
    reason: str = ""
    machine: bool = False
    raw: str | None = None


_decode_array = msgspec.json.Decoder(list[msgspec.Raw]).decode


class StandardWebhooks(EventSource):
    """Anybody who holds one of the secrets; two at a time, so that they can be changed without a gap."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = tuple(keys)

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        return verify(headers, body, now=now, keys=self._keys)

    def split(self, body: bytes, *, event_id: str) -> Sequence[Parcel]:
        try:
            events = _decode_array(body)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            events = []
        if not 0 < len(events) <= _MOST_EVENTS:
            return (Parcel(event_id=event_id, body=body),)
        return [Parcel(event_id=f"{event_id}:{at}", body=bytes(one)) for at, one in enumerate(events)]

    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        try:
            told: Any = msgspec.json.decode(body)
            events = msgspec.convert(told if isinstance(told, list) else [told], list[_Event])
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise UnreadableEvent(_VALUE.sub("value", str(error))) from error
        if len(events) > _MOST_EVENTS:
            raise UnreadableEvent(f"more than {_MOST_EVENTS} events at once")
        return [_read(one, f"{event_id}:{at}") for at, one in enumerate(events) if one.type not in _DROPPED]


def _read(event: _Event, event_id: str) -> ProviderEvent | InboundSubmission:
    if event.type == _INBOUND:
        return InboundSubmission(raw=_bytes(event.raw), at=event.timestamp)
    if event.type not in _KINDS:
        raise UnreadableEvent("it tells of a kind of event that is not known")
    try:
        return ProviderEvent(
            provider="email-events",
            provider_event_id=event_id,
            type=EventType(event.type),
            at=event.timestamp,
            bounce=event.bounce,
            message_id=event.message_id.strip().strip("<>"),
            provider_message_id=event.provider_message_id,
            recipient=event.recipient,
            reason=event.reason[:1000],
            machine=event.machine,
        )
    except (ValueError, DomainError) as error:
        raise UnreadableEvent(str(error)) from error


def _bytes(raw: str | None) -> bytes:
    try:
        return base64.b64decode(raw or "", validate=True)
    except (binascii.Error, ValueError) as error:
        raise UnreadableEvent("raw is not base64") from error

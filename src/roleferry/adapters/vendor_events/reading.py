"""What reading any vendor's events has in common: decoding, times, names, and the event in our words."""

from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, TypeVar

import msgspec

from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.ports.event_sources import UnreadableEvent

Shape = TypeVar("Shape")
_LONGEST_NAME = 200
_LONGEST_REASON = 500
_LATEST = 32_503_680_000.0
"""The year 3000 in epoch seconds; a time in milliseconds lies beyond it."""


def decoded(body: bytes | str, shape: type[Shape]) -> Shape:
    """
    Return what a vendor wrote.

    Raises:
        UnreadableEvent: it has another form; the words name the place, not the content.
    """
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ValueError) as error:
        raise UnreadableEvent(f"not in the agreed form: {error}"[:_LONGEST_REASON]) from error


def moment(value: str | float) -> datetime:
    """
    Return a vendor's time: epoch seconds, or ISO 8601 with as many digits as it likes; UTC where no zone is named.

    Raises:
        UnreadableEvent: it is no time.
    """
    try:
        if isinstance(value, str):
            at = datetime.fromisoformat(value)
            return at if at.tzinfo else at.replace(tzinfo=UTC)
        return datetime.fromtimestamp(value if 0 < value < _LATEST else float("nan"), UTC)
    except (ValueError, OverflowError) as error:
        raise UnreadableEvent("its time is none") from error


def named(*parts: str) -> str:
    """Return the vendor's own name of an event, hashed where it is too long or odd to be one."""
    name = ":".join(parts)
    if all(parts) and len(name) <= _LONGEST_NAME and name.isascii() and name.isprintable():
        return name
    return hashed(*parts)


def hashed(*parts: str) -> str:
    """Return a name for an event that its vendor gave none, out of what tells it from others; it shows none of that."""
    return sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def told(
    provider: str,
    event_id: str,
    kind: EventType,
    at: datetime,
    *,
    mail: Mapping[str, str],
    bounce: BounceType | None = None,
    reason: str = "",
    machine: bool = False,
) -> ProviderEvent:
    """Return the event; `mail` has the names its mail goes by, and its recipient."""
    return ProviderEvent(
        provider=provider,
        provider_event_id=event_id,
        type=kind,
        at=at,
        bounce=bounce,
        message_id=mail.get("message_id", "").strip().strip("<>")[:998],
        provider_message_id=mail.get("provider_message_id", "")[:998],
        send_key=mail.get("send_key", "")[:_LONGEST_NAME],
        recipient=mail.get("recipient", "")[:_LONGEST_REASON],
        reason=" ".join(reason.replace("\x00", " ").split())[:_LONGEST_REASON],
        machine=machine,
    )


def text_of(value: Any) -> str:
    """Return a text as it is, anything else as none: what vendors merge in from outside may be anything."""
    return value.replace("\x00", "") if isinstance(value, str) else ""

"""Where events come in: each source proves and reads its own wire format (SPEC 7)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import UserId
from roleferry.domain.model.inbound.event import ProviderEvent
from roleferry.ports.errors import PortError

PROOF_HEADER = "x-roleferry-secret"
"""Where a sender that signs nothing shows its secret; one in the address is handed on by this name too."""


class SourceNotFound(NotFound):
    """Nobody sends events to this address."""

    code = "webhook.unknown_source"


class Forged(PortError):
    """The signature is missing, wrong or too old; nothing of it is believed or kept."""


class UnreadableEvent(PortError):
    """The sender is who they say, but what they sent cannot be read, now or later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundSubmission:
    """A mail that came in, as bytes; when, if it says so, and out of whose mailbox, if it was read there."""

    raw: bytes
    at: datetime | None = None
    user_id: UserId | None = None


class Silent(PortError):
    """The sender's own API, which was to confirm what came in, does not answer now; try again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One event of a delivery as it came, under the sender's own name for it."""

    event_id: str
    body: bytes
    proof: str | None = None
    """A token that proves this event and no other."""


class EventSource(Protocol):
    """One sender of events."""

    async def prepare(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> None:
        """
        Get what `verify` will need and has not got; most senders need nothing.

        Raises:
            Unavailable: it cannot be had now; the sender must come again.
        """
        del headers, body, now

    @abstractmethod
    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        """
        Return the sender's id of this delivery; `headers` have lower-case names, `now` is the real time.

        Raises:
            Forged: it proves nothing.
        """

    def split(self, body: bytes, *, event_id: str) -> Sequence[Parcel]:
        """Return the delivery's events apart, so that an unreadable one spoils no other; whole if it cannot be."""
        return (Parcel(event_id=event_id, body=body),)

    @abstractmethod
    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        """
        Return what is told; kinds we do not keep (opens) are left out.

        Raises:
            UnreadableEvent: it is not in the agreed form.
        """

    async def resolve(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        """
        Return what is told, after asking the sender's API where it signs nothing; by a worker, not in the request.

        Raises:
            UnreadableEvent: it is not in the agreed form, or the sender itself knows nothing of it.
            Silent: the sender cannot be asked now.
        """
        return self.read(body, event_id=event_id)

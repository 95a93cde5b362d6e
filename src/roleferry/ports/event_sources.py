"""Where events come in: each source proves and reads its own wire format (SPEC 7)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.inbound.event import ProviderEvent
from roleferry.ports.errors import PortError


class SourceNotFound(NotFound):
    """Nobody sends events to this address."""

    code = "webhook.unknown_source"


class Forged(PortError):
    """The signature is missing, wrong or too old; nothing of it is believed or kept."""


class UnreadableEvent(PortError):
    """The sender is who they say, but what they sent cannot be read, now or later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundSubmission:
    """A mail that came in, as bytes."""

    raw: bytes
    at: datetime


class EventSource(Protocol):
    """One sender of events."""

    @abstractmethod
    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        """
        Return the sender's id of this delivery; `headers` have lower-case names, `now` is the real time.

        Raises:
            Forged: it proves nothing.
        """

    @abstractmethod
    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        """
        Return what is told; kinds we do not keep (opens) are left out.

        Raises:
            UnreadableEvent: it is not in the agreed form.
        """

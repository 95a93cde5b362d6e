"""What a provider tells about a mail, in our words whoever the provider is (SPEC 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.figures.facts import SCANNER_SPEED
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.sending.outreach import Outreach, OutreachEvent

KEPT_FOR = timedelta(hours=72)
"""How long an event about a mail we do not know waits for it: it may have overtaken our own commit (reliability 2)."""


class EventType(StrEnum):
    """The kinds of events that are kept; opens are dropped at the door."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    CLICKED = "clicked"
    REPLIED = "replied"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"
    DEFERRED = "deferred"


class UntypedBounce(Invalid):
    """A bounce must say whether it is hard, soft or a block, and nothing else may."""

    code = "event.untyped_bounce"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderEvent:
    """One event, normalised; at least one of the names of the mail is known, empty texts are not."""

    provider: str
    provider_event_id: str
    type: EventType
    at: datetime
    bounce: BounceType | None = None
    message_id: str = ""
    provider_message_id: str = ""
    send_key: str = ""
    """The tag we gave the mail, which the provider hands back: known before the provider's answer is."""
    recipient: str = ""
    reason: str = ""
    machine: bool = False
    """A click the provider itself calls a scanner's, or a reply it calls automatic."""

    def __post_init__(self) -> None:
        """
        Check that exactly a bounce has a bounce type.

        Raises:
            UntypedBounce: it is the other way round.
        """
        if (self.type is EventType.BOUNCED) != (self.bounce is not None):
            raise UntypedBounce("a bounce needs its type", provider=self.provider, event=self.provider_event_id)

    @property
    def identity(self) -> tuple[str, str]:
        """Name the event once; a provider may send it again."""
        return self.provider, self.provider_event_id

    @property
    def content_identity(self) -> tuple[str, str, str, str, datetime]:
        """Name what happened: some providers give the same event a new id on every retry (reliability 2)."""
        mail = self.send_key or self.provider_message_id or self.message_id
        return self.provider, mail, self.type.value, self.recipient.casefold(), self.at


_EVIDENCE: Mapping[EventType, OutreachEvent] = {
    EventType.DELIVERED: OutreachEvent.DELIVERED,
    EventType.BOUNCED: OutreachEvent.BOUNCED,
    EventType.CLICKED: OutreachEvent.CLICKED,
    EventType.REPLIED: OutreachEvent.REPLIED,
    EventType.COMPLAINED: OutreachEvent.COMPLAINED,
    EventType.UNSUBSCRIBED: OutreachEvent.SEEN_SENT,
    EventType.DEFERRED: OutreachEvent.SEEN_SENT,
}


def fold(outreach: Outreach, events: Iterable[ProviderEvent]) -> Outreach:
    """
    Apply everything that is told about one mail; the result does not depend on order or on copies.

    Machine clicks and replies prove only that the mail left. A click too soon after delivery is a scanner's; which
    clicks those are depends on the delivery, so all events are looked at before any click counts.
    """
    told = tuple(events)
    arrived = min((event.at for event in told if event.type is EventType.DELIVERED), default=outreach.delivered_at)
    if arrived is not None and outreach.delivered_at is not None:
        arrived = min(arrived, outreach.delivered_at)
    for event in sorted(told, key=lambda event: (event.at, event.type, event.identity)):
        outreach = outreach.learned(_evidence(event, arrived), at=event.at)
    return outreach


def _evidence(event: ProviderEvent, arrived: datetime | None) -> OutreachEvent:
    if event.machine or (event.type is EventType.CLICKED and _too_fast(event.at, arrived)):
        return OutreachEvent.SEEN_SENT
    return _EVIDENCE[event.type]


def _too_fast(at: datetime, arrived: datetime | None) -> bool:
    return arrived is not None and at - arrived < SCANNER_SPEED

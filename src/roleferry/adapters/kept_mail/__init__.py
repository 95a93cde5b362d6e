"""Mails that were read out of people's own mailboxes, as a source of events: ourselves, so nobody may post there."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from roleferry.domain.model.inbound.kept_mail import unpacked
from roleferry.ports.event_sources import EventSource, Forged, InboundSubmission, UnreadableEvent


class KeptMailSource(EventSource):
    """Reads what was kept."""

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002 - nothing is believed
        raise Forged("mails out of mailboxes are read there, and taken from nobody")

    def read(self, body: bytes, *, event_id: str) -> Sequence[InboundSubmission]:  # noqa: ARG002 - one row is one mail
        try:
            kept = unpacked(body)
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableEvent("it is not as it was kept") from error
        return [InboundSubmission(raw=kept.raw, at=kept.at, user_id=kept.user_id)]

"""Take a delivery in: believe the signature, keep the bytes, answer (SPEC 7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from roleferry.ports.clock import Clock, Ids
from roleferry.ports.event_sources import EventSource, Forged, SourceNotFound
from roleferry.ports.intake import Intake, Kept
from roleferry.ports.raw_events import RawEvent

_LONGEST_TYPE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveEvent:
    """Keep what a source sent, once; a worker reads it later, so a sender never waits for what follows from it."""

    intake: Intake
    event_sources: Mapping[str, EventSource]
    wall_clock: Clock
    clock: Clock
    ids: Ids

    async def __call__(
        self, source: str, *, headers: Mapping[str, str], body: bytes, content_type: str | None = None
    ) -> bool:
        """
        Return whether any of it was new; as the system, since nobody knows yet whose it is.

        Raises:
            SourceNotFound: nobody sends events there.
            Forged: its signature is not what it should be by the real time, or was used before; nothing is kept.
        """
        if (sender := self.event_sources.get(source)) is None:
            raise SourceNotFound("nobody sends events to this address")
        now = self.wall_clock.now()
        await sender.prepare(headers, body, now=now)
        event_id = sender.verify(headers, body, now=now)
        received_at, kind = self.clock.now(), _bounded(content_type)
        outcomes = await self.intake.keep(
            [
                RawEvent(
                    id=self.ids.new(),
                    provider=source,
                    provider_event_id=parcel.event_id,
                    content_type=kind,
                    body=parcel.body,
                    received_at=received_at,
                    proof=parcel.proof,
                )
                for parcel in sender.split(body, event_id=event_id)
            ]
        )
        if Kept.REUSED_PROOF in outcomes:
            raise Forged("its token was used for another event")
        return Kept.NEW in outcomes


def _bounded(content_type: str | None) -> str | None:
    return "".join(filter(str.isprintable, content_type))[:_LONGEST_TYPE] if content_type else None

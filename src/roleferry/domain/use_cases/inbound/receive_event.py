"""Take a delivery in: believe the signature, keep the bytes, answer (SPEC 7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from roleferry.ports.clock import Clock, Ids
from roleferry.ports.event_sources import EventSource, SourceNotFound
from roleferry.ports.raw_events import RawEvent
from roleferry.ports.tasks import Doorbell
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveEvent:
    """Keep what a source sent, once; a worker reads it later, so a sender never waits for what follows from it."""

    transactions: Transactions
    event_sources: Mapping[str, EventSource]
    doorbell: Doorbell
    wall_clock: Clock
    clock: Clock
    ids: Ids

    async def __call__(
        self, source: str, *, headers: Mapping[str, str], body: bytes, content_type: str | None = None
    ) -> bool:
        """
        Return whether it was new; as the system, since nobody knows yet whose it is.

        Raises:
            SourceNotFound: nobody sends events there.
            Forged: its signature is not what it should be by the real time; nothing is kept.
        """
        if (sender := self.event_sources.get(source)) is None:
            raise SourceNotFound("nobody sends events to this address")
        event_id = sender.verify(headers, body, now=self.wall_clock.now())
        event = RawEvent(
            id=self.ids.new(),
            provider=source,
            provider_event_id=event_id,
            content_type=content_type,
            body=body,
            received_at=self.clock.now(),
        )
        async with self.transactions.begin(None) as uow:
            is_new = await uow.raw_events.add(event)
        if is_new:
            await self.doorbell.ring_events()
        return is_new

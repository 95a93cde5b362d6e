"""Have a dead event tried again, when what kept it from being applied has been put right."""

from dataclasses import dataclass
from uuid import UUID

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import UserId
from roleferry.ports.clock import Clock
from roleferry.ports.raw_events import RawEventStatus
from roleferry.ports.tasks import Doorbell
from roleferry.ports.transactions import Transactions


class EventNotFound(NotFound):
    """There is no such event; what was applied is forgotten after a while."""

    code = "event.not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayEvent:
    """
    Give a dead letter its tries back; one that waits, or was applied, stays as it is, so that twice is once.

    It is in the audit log of the operator who did it; the command line, which is nobody, logs it.
    """

    transactions: Transactions
    doorbell: Doorbell
    clock: Clock

    async def __call__(self, event_id: UUID, *, operator: UserId | None = None) -> bool:
        """
        Return whether it is tried again because of this call.

        Raises:
            EventNotFound: it is not on record.
        """
        async with self.transactions.begin(None) as uow:
            status = await uow.raw_events.replay(event_id, at=self.clock.now())
            if status is None:
                raise EventNotFound("there is no such event", event_id=event_id)
            was_dead = status is RawEventStatus.DEAD
            if was_dead and operator is not None:
                await uow.audit.record("event.replayed", entity="raw_event", entity_id=event_id, user_id=operator)
        if was_dead:
            await self.doorbell.ring_events()
        return was_dead

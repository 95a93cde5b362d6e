"""Apply what came in: each delivery once, whatever its order, whoever else works beside us (SPEC 7)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.inbound.event import KEPT_FOR, ProviderEvent
from roleferry.domain.use_cases.inbound.apply_event import ApplyEvent
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.domain.use_cases.inbound.read_mail_in import ReadMailIn
from roleferry.ports.clock import Clock
from roleferry.ports.errors import Unavailable
from roleferry.ports.event_sources import EventSource, InboundSubmission, Silent, UnreadableEvent
from roleferry.ports.raw_events import RawEvent, RawEventStatus
from roleferry.ports.transactions import Transactions

_LEASE = timedelta(minutes=2)
_MOST_ATTEMPTS = 5
_OTHERS_FIRST = timedelta(seconds=10)
"""For the event at which the database went away: if it was because of it, those behind it still get their turn."""
_LOOK_AGAIN = timedelta(minutes=5)
"""For a mail nobody knows yet: an event can overtake the commit of its own mail (reliability 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyEvents:
    """
    Claim a batch of raw events and apply each in a transaction of the user it concerns.

    A worker that dies in between leaves its claim to run out, counted as an attempt; what was applied already is known
    by its dedupe key, so applying again changes nothing. A database that goes away is no fault of what waited.
    """

    transactions: Transactions
    event_sources: Mapping[str, EventSource]
    apply_event: ApplyEvent
    read_mail_in: ReadMailIn
    clock: Clock
    _unjudged: list[tuple[RawEvent, datetime]] = field(default_factory=list, init=False)
    """Claimed here when the database went away, and when each may be taken again."""

    async def __call__(self, *, limit: int) -> Counter[str]:
        """Return how many deliveries ended how; as the system, which owns what nobody has claimed yet."""
        now = self.clock.now()
        await self._give_back()
        async with self.transactions.begin(None) as uow:
            batch = await uow.raw_events.claim(now=now, until=now + _LEASE, limit=limit)
        counts: Counter[str] = Counter()
        for place, event in enumerate(batch):
            try:
                counts[await self._one(event, now=now)] += 1
            except Unavailable:
                self._unjudged.append((event, now + _OTHERS_FIRST))
                self._unjudged.extend((other, now) for other in batch[place + 1 :])
                raise
        return counts

    async def _give_back(self) -> None:
        """Undo claims that came to nothing, now that the database is there again."""
        if not self._unjudged:
            return
        returned = self._unjudged.copy()
        self._unjudged.clear()  # another turn of this worker may come meanwhile
        try:
            async with self.transactions.begin(None) as uow:
                for event, until in returned:
                    await uow.raw_events.put_off(event.id, until=until, error="the database was away", failed=False)
        except Unavailable:
            self._unjudged.extend(returned)
            raise

    async def _one(self, event: RawEvent, *, now: datetime) -> str:
        if event.attempts > _MOST_ATTEMPTS:
            return await self._settle(event, RawEventStatus.DEAD, at=now, error="a worker died at it again and again")
        try:
            outcomes = await self._apply(event, now=now)
        except Unavailable:
            raise
        except UnreadableEvent as error:
            return await self._settle(event, RawEventStatus.DEAD, at=now, error=str(error)[:500])
        except Exception as error:  # noqa: BLE001 - one bad delivery must not stop the others: it is tried again, then dead
            if event.attempts < _MOST_ATTEMPTS:
                until = now + _backoff(event.attempts)
                return await self._put_off(event, until=until, error=_named(error), failed=True)
            return await self._settle(event, RawEventStatus.DEAD, at=now, error=_named(error))
        return await self._conclude(event, outcomes, now=now)

    async def _apply(self, event: RawEvent, *, now: datetime) -> list[Outcome]:
        source = self.event_sources.get(event.provider)
        if source is None:
            raise UnreadableEvent("no source of this name is set up")
        told = await source.resolve(event.body, event_id=event.provider_event_id)
        return [await self._one_of(one, now=now) for one in told]

    async def _one_of(self, told: ProviderEvent | InboundSubmission, *, now: datetime) -> Outcome:
        match told:
            case ProviderEvent():
                return await self.apply_event(told, now=now)
            case InboundSubmission():
                return await self.read_mail_in(told, now=now)

    async def _conclude(self, event: RawEvent, outcomes: Sequence[Outcome], *, now: datetime) -> str:
        """Wait while a mail is unknown and may still turn up; then keep it, counted as ignored."""
        if Outcome.UNKNOWN in outcomes and now - event.received_at < KEPT_FOR:
            return await self._put_off(event, until=now + _LOOK_AGAIN, error="unknown mail", failed=False)
        if any(outcome in {Outcome.APPLIED, Outcome.KNOWN} for outcome in outcomes):
            return await self._settle(event, RawEventStatus.APPLIED, at=now)
        return await self._settle(event, RawEventStatus.IGNORED, at=now, error=_why(outcomes))

    async def _settle(self, event: RawEvent, status: RawEventStatus, *, at: datetime, error: str | None = None) -> str:
        async with self.transactions.begin(None) as uow:
            await uow.raw_events.settle(event.id, status, at=at, error=error)
        return status.value

    async def _put_off(self, event: RawEvent, *, until: datetime, error: str, failed: bool) -> str:
        async with self.transactions.begin(None) as uow:
            await uow.raw_events.put_off(event.id, until=until, error=error, failed=failed)
        return "waiting"


def _why(outcomes: Sequence[Outcome]) -> str:
    return ", ".join(sorted(set(outcomes))) or "nothing we keep"


def _backoff(attempts: int) -> timedelta:
    return timedelta(seconds=5 * 4 ** min(attempts, 6))


def _named(error: Exception) -> str:
    """Say what went wrong in words that hold no address and no body."""
    match error:
        case DomainError():
            return f"{type(error).__name__}: {error.code}"
        case Silent():
            return str(error)[:500]
        case _:
            return type(error).__name__

"""One commit for all that came in while the last one was under way (SPEC 12)."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
import structlog

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.postgres.transactions import UnstorableValue, opening
from roleferry.ports.errors import Unavailable
from roleferry.ports.intake import Intake, Kept
from roleferry.ports.raw_events import RawEvent

log = structlog.get_logger()

_MOST_AT_ONCE = 2_000
"""Events in one statement; a delivery is never cut."""
_BETWEEN_RINGS = 0.02
"""Seconds: the first ring is at once, those after it wait for each other; each costs as much as several events."""


@dataclass(frozen=True, slots=True)
class _Delivery:
    events: Sequence[RawEvent]
    answer: "asyncio.Future[Sequence[Kept]]"


class PostgresIntake(Intake):
    """
    A group commit: whoever comes while a batch is written goes into the next one.

    Nobody waits for company: a lone delivery is written at once, and under load the batches form by themselves.
    """

    def __init__(self, pool: asyncpg.Pool, *, ring: Callable[[], Awaitable[None]]) -> None:
        self._pool = pool
        self._ring = ring
        self._waiting: list[_Delivery] = []
        self._news = False
        self._writing: asyncio.Task[None] | None = None
        self._ringing: asyncio.Task[None] | None = None

    async def keep(self, events: Sequence[RawEvent]) -> Sequence[Kept]:
        if not events:
            return ()
        delivery = _Delivery(events, asyncio.get_running_loop().create_future())
        self._waiting.append(delivery)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())
        return await delivery.answer

    async def aclose(self) -> None:
        if self._writing is not None:
            await self._writing
        if self._ringing is not None:
            await self._ringing

    async def _write_all(self) -> None:
        while self._waiting:
            batch = self._next_batch()
            try:
                await self._write(batch)
            except UnstorableValue:
                await self._write_apart(batch)
            except Exception as error:  # noqa: BLE001 - whoever waits must hear of it, or they would wait for ever
                _fail(batch, error)

    def _next_batch(self) -> list[_Delivery]:
        batch = [self._waiting.pop(0)]
        size = len(batch[0].events)
        while self._waiting and size + len(self._waiting[0].events) <= _MOST_AT_ONCE:
            size += len(self._waiting[0].events)
            batch.append(self._waiting.pop(0))
        return batch

    async def _write_apart(self, batch: Sequence[_Delivery]) -> None:
        """Keep one delivery's odd value from failing those it shared a statement with."""
        for delivery in batch:
            try:
                await self._write([delivery])
            except Exception as error:  # noqa: BLE001 - the same
                _fail([delivery], error)

    async def _write(self, batch: Sequence[_Delivery]) -> None:
        outcomes = iter(await self._insert([event for delivery in batch for event in delivery.events]))
        answers = [[next(outcomes) for _ in delivery.events] for delivery in batch]
        for delivery, answer in zip(batch, answers, strict=True):
            if not delivery.answer.done():
                delivery.answer.set_result(answer)
        if any(Kept.NEW in answer for answer in answers):
            self._tell_workers()

    async def _insert(self, events: Sequence[RawEvent]) -> list[Kept]:
        """Write them in the order of their names, so that two processes never wait for each other in a circle."""
        ordered = sorted(events, key=lambda event: (event.provider, event.provider_event_id))
        try:
            async with self._pool.acquire() as connection:  # what fails is rolled back when it is given back
                await connection.execute(opening(None))
                rows = await connection.fetch(STATEMENTS["keep_raw_events"], *_columns(ordered))
                new = {row["id"] for row in rows}
                doubtful = [event for event in events if event.proof is not None and event.id not in new]
                known = await _known(connection, doubtful) if doubtful else set()
                await connection.execute("COMMIT")
        except asyncpg.DataError as error:
            raise UnstorableValue("a value is out of the range this service can keep") from error
        except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError) as lost:
            raise Unavailable("the database cannot be reached") from lost
        reused = {event.id for event in doubtful if (event.provider, event.provider_event_id) not in known}
        return [Kept.NEW if one.id in new else Kept.REUSED_PROOF if one.id in reused else Kept.KNOWN for one in events]

    def _tell_workers(self) -> None:
        """Ring once for all that was committed since the last ring; nobody's answer waits for it."""
        self._news = True
        if self._ringing is None or self._ringing.done():
            self._ringing = asyncio.create_task(self._ring_until_quiet())

    async def _ring_until_quiet(self) -> None:
        while self._news:
            self._news = False
            try:
                await self._ring()
            except Unavailable:
                log.warning("doorbell.unheard", work="events")
            await asyncio.sleep(_BETWEEN_RINGS)


def _fail(batch: Sequence[_Delivery], error: Exception) -> None:
    for delivery in batch:
        if not delivery.answer.done():
            delivery.answer.set_exception(error)


def _columns(events: Sequence[RawEvent]) -> tuple[list[object], ...]:
    return (
        [event.id for event in events],
        [event.provider for event in events],
        [event.provider_event_id for event in events],
        [event.content_type for event in events],
        [event.body for event in events],
        [event.received_at for event in events],
        [event.proof for event in events],
    )


async def _known(connection: Any, events: Sequence[RawEvent]) -> set[tuple[str, str]]:
    providers, names = [event.provider for event in events], [event.provider_event_id for event in events]
    rows = await connection.fetch(STATEMENTS["list_known_raw_events"], providers, names)
    return {(row["provider"], row["provider_event_id"]) for row in rows}

"""`roleferry worker`: a loop for each kind of due work, one that listens for rings, one that says it is alive."""

import asyncio
import contextlib
import os
import signal
import socket
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import structlog
import uvloop
from structlog.contextvars import bound_contextvars

from roleferry.domain.model.ids import TaskId
from roleferry.entrypoints.container import Container, opened
from roleferry.entrypoints.settings import Settings
from roleferry.entrypoints.worker.inboxes import InboxWatch
from roleferry.entrypoints.worker.listen import listen
from roleferry.ports.errors import Unavailable

log = structlog.get_logger()

_HEARTBEAT_SECONDS = 5.0
_INBOX_SECONDS = 2.0
_DNS_SECONDS = 600.0
_STUCK_SECONDS = 300.0
"""Longer than any hand-over takes: a sending loop that has not turned for so long no longer counts as alive."""
_TASKS_AT_ONCE = 4
_BATCH = 50
_MAILS_AT_ONCE = 500
"""Claimed in one go; how many are begun in one go is for the connections to say."""
_ON_THE_WAY = timedelta(seconds=2)


class Worker:
    """What a worker does, each step safe to do twice or side by side with another worker."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._name = f"{socket.gethostname()}-{os.getpid()}"
        self._slots = asyncio.Semaphore(_TASKS_AT_ONCE)
        self._night: date | None = None
        self._sending = asyncio.Lock()
        self._rung = asyncio.Event()
        self._turned = time.monotonic()
        self.stopping = asyncio.Event()

    async def run_task(self, task_id: TaskId) -> str | None:
        """Do one task and log how it ended."""
        await self._container.clock().refresh()
        async with self._slots:
            with bound_contextvars(task_id=str(task_id)):
                try:
                    outcome: str | None = await self._container.run_task()(task_id)
                except Exception:
                    log.exception("task.failed")
                    return "failed"
                if outcome:
                    log.info("task.ended", outcome=outcome)
                return outcome

    async def send_due(self) -> int:
        """Send one batch of due mail and return how many were handled; a worker sends one batch at a time."""
        async with self._sending:
            await self._container.clock().refresh()
            counts = await self._container.send_due()(limit=_MAILS_AT_ONCE, stopping=self._is_stopping)
        handled: int = sum(counts.values())
        if handled:
            log.info("outreach.batch_sent", **{str(status): n for status, n in counts.items()})
        return handled

    async def apply_events(self) -> int:
        """Apply what came in, until nothing waits, and return how many deliveries were handled."""
        await self._container.clock().refresh()
        handled = 0
        while not self.stopping.is_set():
            counts = await self._container.apply_events()(limit=_BATCH)
            if counts:
                log.info("events.batch_applied", **counts)
            handled += counts.total()
            if not counts:
                break
        return handled

    async def deliver_captured(self, *, sent_by: datetime | None = None) -> int:
        """Let simulated readers get the mail that was captured for them a moment ago."""
        by = sent_by or self._container.clock().now() - _ON_THE_WAY
        reported: int = await self._container.simulate_deliveries()(sent_by=by, limit=_BATCH)
        return reported

    async def warm_up(self) -> int:
        """Plan and carry mail of the warmup pool where it is ours to carry; return how many mails were dealt with."""
        if not self._container.platform().carries:
            return 0
        planned: int = await self._container.plan_warmup()(limit=_BATCH)
        counts: Counter[str] = await self._container.send_warmup()(limit=_BATCH)
        arrived: int = await self._container.simulate_warmup()(sent_by=self._container.clock().now(), limit=_BATCH)
        if counts:
            log.info("warmup.batch_carried", planned=planned, **counts)
        return planned + counts.total() + arrived

    async def nightly(self) -> int:
        """Do the day's housekeeping and roll-ups, once a day by the clock; return whether it was done now."""
        today = self._container.clock().now().date()
        if today == self._night:
            return 0
        ran: bool = await self._container.run_nightly()()
        self._night = today
        if ran:
            log.info("nightly.ran", day=today.isoformat())
        return int(ran)

    async def complete(self) -> None:
        """Release what was held until now, and end what nobody has answered."""
        counts = await self._container.complete_campaigns()(limit=_BATCH)
        if counts.total():
            log.info("campaigns.moved_on", **counts)

    async def sweep(self) -> None:
        """Do what PostgreSQL says is due, whether anybody rang or not."""
        await self.tidy()
        await self.send_all()

    async def tidy(self) -> None:
        """Do all that is due but the sending, which waits for nobody."""
        for step in self.steps:
            await step()

    @property
    def steps(self) -> Sequence[Callable[[], Awaitable[object]]]:
        """What there is to do beside the sending; a worker repeats each for itself, so that none waits for another."""
        return (self.take_up, self.take_in, self.settle, self.complete, self.warm_up, self.nightly)

    async def take_up(self) -> None:
        """Do tasks that nobody was rung for, or whose worker is gone."""
        waiting = await self._container.task_queue().waiting(limit=_BATCH, abandoned_only=True)
        await asyncio.gather(*(self.run_task(task_id) for task_id in waiting))

    async def take_in(self) -> None:
        """Apply what came in, and what simulated readers make of captured mail."""
        await self.apply_events()
        if await self.deliver_captured():
            await self.apply_events()

    async def recheck_domains(self) -> None:
        """Look up anew what the DNS says of mailboxes, each once a day; no drain waits for it."""
        await self._container.recheck_domains()(limit=_BATCH)

    async def settle(self) -> None:
        """Ask what became of mails in doubt; servers that are asked may take their time."""
        await self._container.settle_uncertain()(limit=_BATCH)

    async def send_all(self) -> None:
        """Send what is due, batch after batch, until a batch is not full."""
        self._rung.clear()
        while not self.stopping.is_set() and await self.send_due() >= _MAILS_AT_ONCE:
            pass

    def ring(self) -> None:
        """Look for due mail now rather than at the next turn."""
        self._rung.set()

    def _is_stopping(self) -> bool:
        """Say whether to begin nothing more; asked at each turn of the sending loop, it is also a sign of progress."""
        self._turned = time.monotonic()
        return self.stopping.is_set()

    async def look_whether_restored(self) -> None:
        """Put everything on hold when this database remembers less than was sent (SPEC 6)."""
        if await self._container.stretches().held():
            log.warning("sending.held", see="roleferry doctor")

    async def beat(self) -> None:
        """Record that this worker is alive, in PostgreSQL: that its sending loop turns (SPEC 6)."""
        if time.monotonic() - self._turned < _STUCK_SECONDS:
            await self._container.heartbeats().beat(self._name)

    async def repeat(self, what: Callable[[], Awaitable[Any]], *, every: float) -> None:
        """Do something until told to stop; whatever fails is logged and tried again at the next turn."""
        while not self.stopping.is_set():
            try:
                await self._container.clock().refresh()
                await what()
            except Exception as error:  # noqa: BLE001 - a loop that died would look healthy: log it, go on
                log.warning("worker.turn_failed", turn=what.__name__, error=type(error).__name__, detail=str(error))
            self._turned = time.monotonic() if what == self.send_all else self._turned
            await self._rest(every, woken=self._rung if what == self.send_all else None)

    async def _rest(self, seconds: float, *, woken: asyncio.Event | None) -> None:
        """Wait until told to stop, woken or rested."""
        events = [self.stopping, *([woken] if woken else [])]
        waits = [asyncio.create_task(event.wait()) for event in events]
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()


def run(settings: Settings) -> int:
    """Work until a signal says stop; what is in flight is finished first."""
    uvloop.run(_run(settings))
    return 0


async def _run(settings: Settings) -> None:
    async with opened(settings) as container:
        container.lease_times()  # refuses leases that a request could outlive
        worker = Worker(container)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, worker.stopping.set)
        with contextlib.suppress(Unavailable):
            await worker.look_whether_restored()
        log.info("worker.started")
        async with asyncio.TaskGroup() as group:
            group.create_task(worker.repeat(worker.beat, every=_HEARTBEAT_SECONDS))
            for step in worker.steps:
                group.create_task(worker.repeat(step, every=settings.sending_poll_seconds))
            group.create_task(worker.repeat(worker.send_all, every=settings.sending_poll_seconds))
            group.create_task(worker.repeat(worker.recheck_domains, every=_DNS_SECONDS))
            group.create_task(listen(worker, settings.redis_url))
            if settings.inbox_connections:
                group.create_task(_watch_inboxes(worker, container, at_once=settings.inbox_connections))
        await container.mailer().aclose()
        log.info("worker.stopped")


async def _watch_inboxes(worker: Worker, container: Container, *, at_once: int) -> None:
    watch = InboxWatch(container, at_once=at_once)
    try:
        await worker.repeat(watch.read_inboxes, every=_INBOX_SECONDS)
    finally:
        await watch.close()

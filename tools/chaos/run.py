"""One run: launch, let workers send, kill them at the worst moments, reckon."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import asyncpg

from tests.app import App, running_app
from tests.doubles.smtp import SmtpDouble, Taken
from tools.chaos.campaign import MORNING, domain_of, launch
from tools.chaos.report import Report, first_mails, reckon
from tools.chaos.workers import Workers

_OPENING = timedelta(hours=2)
_DAY = timedelta(hours=9)
_TICK_SECONDS = 0.25
_LEASE = timedelta(seconds=3)
_STILL_TICKS = 12
"""So many ticks without a change, with nothing left to send, end the run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much of what; `tick` is how far the service's clock jumps every quarter of a second."""

    mails: int = 150
    mailboxes: int = 30
    workers: int = 3
    kills: int = 8
    seed: int = 1
    tick: timedelta = timedelta(minutes=1)
    delay_seconds: float = 0.03
    """How long the server lets its clients wait after it has taken a mail over."""


async def run(plan: Plan, *, database_url: str, redis_url: str, home: Path) -> Report:
    """Run once on a migrated database of its own and return the figures."""
    began = time.monotonic()
    chance = random.Random(plan.seed)  # noqa: S311 - a run can be repeated
    with SmtpDouble(delay_seconds=plan.delay_seconds) as server:
        settings = {
            "ROLEFERRY_EMAIL": "smtp",
            "ROLEFERRY_SMTP_URL": f"smtp+plain://127.0.0.1:{server.port}",
            "ROLEFERRY_INTERNAL_RECIPIENTS": ",".join(map(domain_of, range(plan.mails))),
            "ROLEFERRY_SENDING_POLL_SECONDS": "0.2",
            "ROLEFERRY_DATABASE_POOL": "5",
        }
        environment = {
            **settings,
            "ROLEFERRY_ENV": "dev",
            "ROLEFERRY_HOME": str(home),
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
        async with running_app(database_url, redis_url, home, **settings) as app, _looking(database_url) as database:
            await launch(app, people=plan.mails, mailboxes=plan.mailboxes)
            await app.set_clock(MORNING + _OPENING)
            workers = Workers(plan.workers, environment=environment, log=home / "workers.log", chance=chance)
            server.on_taken = _Executioner(plan, workers, port=server.port)
            try:
                await _started(home / "workers.log", plan.workers)
                await _until_still(app, plan, workers, database)
            finally:
                codes = workers.stop()
            await _leases_run_out(app, database)
            return reckon(
                await first_mails(database),
                server.counts,
                kills=workers.kills,
                unclean_exits=sum(code != 0 for code in codes),
                seconds=time.monotonic() - began,
            )


class _Executioner:
    """Kills at moments when the server has just taken a mail over and its client has not heard of it yet."""

    def __init__(self, plan: Plan, workers: Workers, *, port: int) -> None:
        every = max(plan.mails // (plan.kills + 1), 1)
        self._moments = {every * number for number in range(1, plan.kills + 1)}
        self._workers = workers
        self._port = port
        self._taken = 0

    def __call__(self, _taken: Taken) -> None:
        self._taken += 1
        if self._taken in self._moments:
            self._workers.kill_one(port=self._port)


async def _started(log: Path, count: int) -> None:
    """Wait until so many workers have said that they are there."""
    while (await asyncio.to_thread(log.read_bytes)).count(b"worker.started") < count:  # noqa: ASYNC110 - a file tells nobody
        await asyncio.sleep(_TICK_SECONDS)


async def _until_still(app: App, plan: Plan, workers: Workers, database: asyncpg.Connection) -> None:
    """Move the clock on and replace the dead until no first mail waits and nothing changes any more."""
    still, moment = 0, MORNING + _OPENING
    before: dict[str, str] = {}
    while still < _STILL_TICKS:
        await asyncio.sleep(_TICK_SECONDS)
        workers.revive()
        await _hurry_leases(app, database, after=_LEASE)
        if moment < MORNING + _DAY:
            moment += plan.tick
            await app.set_clock(moment)
        now = dict(await first_mails(database))
        waits = "scheduled" in now.values() and moment < MORNING + _DAY
        still = still + 1 if now == before and not waits else 0
        before = now


async def _leases_run_out(app: App, database: asyncpg.Connection) -> None:
    """Sweep, as a living worker would, what the last of the dead held."""
    await _hurry_leases(app, database, after=timedelta(0))
    await app.container.clock().refresh()
    while "sending" in (await first_mails(database)).values():
        await app.container.settle_uncertain()(limit=50)


async def _hurry_leases(app: App, database: asyncpg.Connection, *, after: timedelta) -> None:
    """Let leases end so soon after their claim instead of in ten minutes, also those of slow but living workers."""
    left = app.container.lease_times().lease - after
    await database.execute(
        "UPDATE outreach SET lease_until = now() - interval '1 second'"
        " WHERE status = 'sending' AND lease_until BETWEEN now() AND now() + $1::interval",
        left,
    )


@asynccontextmanager
async def _looking(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database_url)
    try:
        await connection.execute("SET ROLE roleferry_system")
        yield connection
    finally:
        await connection.close()

"""Where a scenario is played: the service's servers, a mail server that counts, workers, and a clock that runs fast."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import asyncpg

from tests.app import App, running_app
from tests.doubles.smtp import SmtpDouble
from tools.chaos.campaign import MORNING, OPENING, Cast, plant
from tools.chaos.evidence import tell
from tools.chaos.report import Row, Wire, reckon
from tools.chaos.workers import PATIENT, Speed, Workers

CONNECTIONS = 8
"""Mails that a worker has on the wire at once, and so the most that one kill can leave in doubt."""
_LOOK_SECONDS = 0.05
_PATIENCE_SECONDS = 120
_QUIET_LOOKS = 10
_EVENT_TURNS = 30
_STILL_SECONDS = 0.6
_LEASE_AFTER = timedelta(seconds=3)
_CLAIM_AFTER = timedelta(seconds=1.5)
_LAST = MORNING + timedelta(days=6)
"""No scenario's clock goes further; what has not gone by then will not."""
_GONE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)
"""How a database that is being restarted answers."""
T = TypeVar("T")

_STATE = """
SELECT count(*) FILTER (WHERE status = 'sending') AS sending,
       count(*) FILTER (WHERE status = 'scheduled' AND due_at <= $2) AS due,
       min(due_at) FILTER (WHERE status = 'scheduled' AND due_at > $2) AS next_at
  FROM outreach WHERE campaign_id = ANY ($1::uuid[])"""
_HURRY = """
UPDATE outreach SET lease_until = now() - interval '1 second'
 WHERE (status = 'sending' AND lease_until BETWEEN now() AND now() + $1::interval)
    OR (status = 'scheduled' AND lease_until BETWEEN now() AND now() + $2::interval)"""
_UNTOLD = """
SELECT count(*) FROM outreach_attempts a JOIN outreach o ON o.user_id = a.user_id AND o.id = a.outreach_id
 WHERE o.campaign_id = $1 AND a.ended_at IS NULL"""
_KNOWN = """
SELECT id, message_id, send_key, status, end_reason, hold_reason FROM outreach WHERE campaign_id = ANY ($1::uuid[])"""


class NeverSettled(AssertionError):
    """Mails stand still that should go, or somebody should say of them why not."""


@dataclass
class Stage:
    """Everything one run needs, opened once; scenarios follow one another on it."""

    app: App
    server: SmtpDouble
    database_url: str
    workers: Workers
    log: Path
    chance: random.Random
    moment: datetime = OPENING

    async def plant(self, name: str, *, mails: int, mailboxes: int | None = None, follow_up: bool = False) -> Cast:
        """Return a new person's campaign, mails due from a minute from now on; `follow_up`: a mail has gone before."""
        start = self.moment + timedelta(minutes=1)
        return await self.sql(
            lambda database: plant(
                self.app,
                database,
                name=name,
                mails=mails,
                mailboxes=mailboxes or mails,
                from_time=start,
                follow_up=follow_up,
            )
        )

    async def sql(self, ask: Callable[[asyncpg.Connection], Awaitable[T]], *, role: str = "roleferry_system") -> T:
        """Ask the database on a connection of our own, again if it is just being restarted."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                connection = await asyncpg.connect(self.database_url, server_settings={"role": role})
                try:
                    return await ask(connection)
                finally:
                    await connection.close()
            except _GONE:
                if time.monotonic() > deadline:
                    raise
                await asyncio.sleep(_LOOK_SECONDS)

    async def set_clock(self, moment: datetime) -> None:
        """Make it `moment` for all workers, whatever the database is going through."""
        self.moment = moment
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                await self.app.container.clock().set_to(moment)
            except _GONE:
                if time.monotonic() > deadline:
                    raise
                await asyncio.sleep(_LOOK_SECONDS)
            else:
                return

    async def run(
        self,
        casts: Sequence[Cast],
        *,
        ahead: int = 0,
        meanwhile: Callable[[], Awaitable[None]] | None = None,
        hurry: bool = True,
    ) -> None:
        """
        Let the clock run from planned mail to planned mail, and leases end in seconds, until nothing waits any more.

        The clock moves on when at most `ahead` mails are due, and a minute when nothing happens: a mailbox keeps its
        gap. `meanwhile` is called at every look.

        Raises:
            NeverSettled: days have passed, and something waits still.
        """
        ids = [cast.campaign_id for cast in casts]
        seen, since = None, time.monotonic()
        while True:
            state: Any = await self.sql(lambda database: database.fetchrow(_STATE, ids, self.moment))
            if not (state["sending"] or state["due"] or state["next_at"]):
                return
            if self.moment > _LAST:
                raise NeverSettled(f"{dict(state)} at {self.moment}; {_end_of(self.log)}")
            if tuple(state) != seen:
                seen, since = tuple(state), time.monotonic()
            if state["next_at"] and state["due"] <= ahead:
                await self.set_clock(state["next_at"] + timedelta(seconds=1))
            elif time.monotonic() - since > _STILL_SECONDS:
                since = time.monotonic()
                await self.set_clock(self.moment + timedelta(minutes=1))
            if hurry:
                await self.hurry(lease=_LEASE_AFTER, claim=_CLAIM_AFTER)
            self.workers.revive()
            if meanwhile is not None:
                await meanwhile()
            await asyncio.sleep(_LOOK_SECONDS)

    async def hurry(self, *, lease: timedelta = timedelta(0), claim: timedelta = timedelta(0)) -> None:
        """Let claims and leases end so soon instead of in minutes, also those of slow but living workers."""
        times = self.app.container.lease_times()
        await self.sql(lambda database: database.execute(_HURRY, times.lease - lease, times.claim - claim))

    async def known(self, casts: Sequence[Cast]) -> dict[str, dict[str, Any]]:
        """Return what the database says of every mail, by Message-ID as planned."""
        ids = [cast.campaign_id for cast in casts]
        planned = {one.send_key: one.message_id for cast in casts for one in cast.mails}
        rows = await self.sql(lambda database: database.fetch(_KNOWN, ids))
        return {planned[row["send_key"]]: dict(row) for row in rows if row["send_key"] in planned}

    async def told(self, cast: Cast) -> None:
        """
        Wait until every attempt has been told the end of: a worker that was held may yet say that it never began.

        Raises:
            NeverSettled: somebody never says.
        """
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while await self.sql(lambda database: database.fetchval(_UNTOLD, cast.campaign_id)):
            if time.monotonic() > deadline:
                raise NeverSettled(f"an attempt has no end; {_end_of(self.log)}")
            await asyncio.sleep(_LOOK_SECONDS)

    async def settle(self, cast: Cast) -> None:
        """Wait until no mail of it is on the wire, and some turns of every worker longer."""
        quiet = 0
        while quiet < _QUIET_LOOKS:
            state: Any = await self.sql(lambda database: database.fetchrow(_STATE, [cast.campaign_id], self.moment))
            quiet = 0 if state["sending"] else quiet + 1
            await asyncio.sleep(_LOOK_SECONDS)

    async def reckon(
        self, name: str, casts: Sequence[Cast], *, wire: Wire | None = None, allowed: int = 0, may_wait: bool = False
    ) -> Row:
        """Return the scenario's line; then let the provider tell what it took, and see what is still uncertain."""
        wire = wire or self.server
        planned = [mail for cast in casts for mail in cast.mails]
        known = await self.known(casts)
        row = reckon(name, planned, known, wire, allowed=allowed, may_wait=may_wait)
        doubted = [one for one in planned if known[one.message_id]["status"] == "uncertain"]
        arrived = [one for one in doubted if wire.counts[one.message_id]]
        for mail in arrived:
            await tell(self.app, mail, "delivered", at=self.moment)
        settled = 0
        for _ in range(_EVENT_TURNS):
            await self.app.worker.apply_events()
            after = await self.known(casts)
            settled = sum(after[one.message_id]["status"] == "delivered" for one in arrived)
            if settled == len(arrived):
                break
            await self.set_clock(self.moment + timedelta(minutes=1))  # one that failed is tried again later
        problems = () if settled == len(arrived) else (f"evidence settled {settled} of {len(arrived)}",)
        return replace(row, settled=settled, problems=problems)


@asynccontextmanager
async def stage(
    *,
    database_url: str,
    redis_url: str,
    home: Path,
    workers: int,
    seed: int,
    delay_seconds: float = 0,
    speed: Speed = PATIENT,
    **more: str,
) -> AsyncIterator[Stage]:
    """Open a stage on a migrated database of its own; its workers are there when it is yielded."""
    chance = random.Random(seed)  # noqa: S311 - a run can be repeated
    async with AsyncExitStack() as stack:
        server = stack.enter_context(SmtpDouble(delay_seconds=delay_seconds))
        settings = {
            "ROLEFERRY_EMAIL": "smtp",
            "ROLEFERRY_SMTP_URL": f"smtp+plain://127.0.0.1:{server.port}",
            "ROLEFERRY_INTERNAL_RECIPIENTS": ",".join(INTERNAL),
            "ROLEFERRY_SENDING_POLL_SECONDS": "0.1",
            "ROLEFERRY_SENDING_CONNECTIONS": str(CONNECTIONS),
            "ROLEFERRY_DATABASE_POOL": "5",
            **more,
        }
        environment = {
            **settings,
            "ROLEFERRY_ENV": "dev",
            "ROLEFERRY_HOME": str(home),
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
        }
        app = await stack.enter_async_context(running_app(database_url, redis_url, home, **settings))
        await app.container.clock().set_to(OPENING)
        log = home / "workers.log"
        crew = Workers(workers, environment=environment, log=log, chance=chance, speed=speed)
        try:
            await _started(log, workers)
            yield Stage(app=app, server=server, database_url=database_url, workers=crew, log=log, chance=chance)
        finally:
            codes = await asyncio.to_thread(crew.stop)
        if any(codes):
            raise NeverSettled(f"workers did not end cleanly: {codes}; {_end_of(log)}")


INTERNAL = tuple(
    f"{name}.example"
    for name in "kills flushed stopped restarted crashed severed held dropped hangs later greylisted refused blocked"
    " closed forward back crowd paused edited address domain everybody optout reply limited failing silent".split()
)
"""Where mail of scenarios goes; real mail goes nowhere else."""


async def _started(log: Path, count: int) -> None:
    """Wait until so many workers have said that they are there."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (await asyncio.to_thread(log.read_bytes)).count(b"worker.started") < count:
        if time.monotonic() > deadline:
            raise NeverSettled(f"no worker starts: {_end_of(log)}")
        await asyncio.sleep(_LOOK_SECONDS)


def _end_of(log: Path) -> str:
    return log.read_text(errors="replace")[-3000:]

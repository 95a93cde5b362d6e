"""All scenarios in their order, in the size asked for."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from roleferry.adapters.embedded import PostgresServer, ValkeyServer
from roleferry.adapters.postgres.migrate import migrate
from tests.doubles.http import VendorDouble
from tools.chaos.disorder import clock_jumps, crowd, workers_held
from tools.chaos.kills import killed
from tools.chaos.report import Row
from tools.chaos.second_thoughts import second_thoughts
from tools.chaos.servers import (
    connections_severed,
    postgres_killed,
    valkey_flushed,
    valkey_restarted,
    valkey_stopped,
)
from tools.chaos.stage import Stage, stage
from tools.chaos.wire_faults import Postmark, closed_at_connect, http_faults, smtp_faults
from tools.chaos.workers import PATIENT, Speed


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of what. `each` is how many mails every scenario but the kills has."""

    mails: int = 10_000
    mailboxes: int = 400
    people: int = 20
    kills: int = 200
    workers: int = 3
    each: int = 60
    crashes: int = 10
    seed: int = 1
    delay_seconds: float = 0.02
    answer_seconds: float = 2.0
    """How long workers wait for a provider that says nothing."""


@asynccontextmanager
async def servers(home: Path) -> AsyncIterator[tuple[PostgresServer, ValkeyServer]]:
    """Yield a migrated PostgreSQL and a Valkey of our own, which may be killed."""
    postgres, valkey = PostgresServer(home), ValkeyServer(home)
    try:
        await asyncio.gather(asyncio.to_thread(postgres.start), asyncio.to_thread(valkey.start))
        await migrate(postgres.url)
        yield postgres, valkey
    finally:
        await asyncio.to_thread(postgres.stop)
        await asyncio.to_thread(valkey.stop)


async def kills(size: Size, *, database_url: str, redis_url: str, home: Path) -> AsyncIterator[Row]:
    """Kill workers, and nothing else."""
    async with _stage(size, database_url, redis_url, home) as full:
        yield await _timed(
            killed(full, mails=size.mails, mailboxes=size.mailboxes, people=size.people, kills=size.kills)
        )


async def outages(size: Size, postgres: PostgresServer, valkey: ValkeyServer, *, home: Path) -> AsyncIterator[Row]:
    """Take the service's own servers away."""
    async with _stage(size, postgres.url, valkey.url, home) as full:
        yield await _timed(valkey_flushed(full, valkey, mails=size.each))
        yield await _timed(valkey_stopped(full, valkey, mails=size.each))
        yield await _timed(valkey_restarted(full, valkey, mails=size.each))
        yield await _timed(connections_severed(full, mails=size.each, times=size.crashes))
        yield await _timed(postgres_killed(full, postgres, mails=size.each, times=size.crashes))


async def disorder(size: Size, *, database_url: str, redis_url: str, home: Path) -> AsyncIterator[Row]:
    """Fail on the wire, jump in time, come twice, change one's mind."""
    speed = Speed(answer_seconds=size.answer_seconds)
    async with _stage(size, database_url, redis_url, home, speed=speed) as full:
        for row in await _all_timed(smtp_faults(full, mails=size.each // 6 or 1)):
            yield row
        yield await _timed(closed_at_connect(full, mails=size.each // 6 or 1))
        yield await _timed(workers_held(full, mails=size.each))
        for row in await _all_timed(clock_jumps(full, mails=size.each)):
            yield row
        yield await _timed(crowd(full, mails=size.each))


async def changes_of_mind(size: Size, *, database_url: str, redis_url: str, home: Path) -> AsyncIterator[Row]:
    """Let people change their minds while a worker is about to begin."""
    async with _stage(size, database_url, redis_url, home) as full:
        for row in await _all_timed(second_thoughts(full)):
            yield row


async def over_http(size: Size, *, database_url: str, redis_url: str, home: Path) -> AsyncIterator[Row]:
    """Send by an HTTP provider that fails."""
    with VendorDouble() as double:
        postmark = Postmark(double)
        speed = Speed(answer_seconds=size.answer_seconds, postmark=double.url)
        async with _stage(replace(size, workers=1), database_url, redis_url, home, speed=speed) as full:
            for row in await _all_timed(http_faults(full, postmark, mails=size.each // 6 or 1)):
                yield row


async def everything(size: Size, home: Path) -> AsyncIterator[Row]:
    """Play all of it on servers of our own."""
    async with servers(home) as (postgres, valkey):
        url, redis_url = postgres.url, valkey.url
        async for row in over_http(size, database_url=url, redis_url=redis_url, home=home):
            yield row
        async for row in disorder(size, database_url=url, redis_url=redis_url, home=home):
            yield row
        async for row in changes_of_mind(size, database_url=url, redis_url=redis_url, home=home):
            yield row
        async for row in outages(size, postgres, valkey, home=home):
            yield row
        async for row in kills(size, database_url=url, redis_url=redis_url, home=home):
            yield row


@asynccontextmanager
async def _stage(
    size: Size, database_url: str, redis_url: str, home: Path, *, speed: Speed = PATIENT
) -> AsyncIterator[Stage]:
    async with stage(
        database_url=database_url,
        redis_url=redis_url,
        home=home,
        workers=size.workers,
        seed=size.seed,
        delay_seconds=size.delay_seconds,
        speed=speed,
    ) as full:
        yield full


async def _timed(scenario: Awaitable[Row]) -> Row:
    began = time.monotonic()
    row = await scenario
    return replace(row, seconds=time.monotonic() - began)


async def _all_timed(scenarios: Awaitable[list[Row]]) -> list[Row]:
    began = time.monotonic()
    rows = await scenarios
    return [replace(row, seconds=(time.monotonic() - began) / len(rows)) for row in rows]

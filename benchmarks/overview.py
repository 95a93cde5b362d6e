"""
`GET /analytics/overview` with years of mails, beside the same with ten thousand: `ARGS="overview --rows 10000000"`.

One person has sent them all, up to a week ago, and the nights have been worked through; of the last three days both
have the same forty. The rows are made in the database, without the foreign keys: they are many, and nobody follows
them here (SPEC 12).
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from uuid import UUID

import asyncpg

from benchmarks.bulk import bulk
from benchmarks.mails import SYSTEM, TABLES, fill
from benchmarks.table import Row
from roleferry.entrypoints.collecting import collect_seldom
from tests.app import App, running_app
from tests.integration.sending.journey import a_mailbox

FEW, MANY = 10_000, 300_000
_ASKED = 40
_JOBS = """
INSERT INTO jobs (user_id, id, title, company, fingerprint, raw_description, parsed, created_at)
SELECT $1, md5($1::uuid || 'job' || n)::uuid, 'Engineer', 'Company', $1::uuid || n::text, '', '{}', now()
  FROM generate_series(1, 100) n
"""
_APPLICATIONS = """
INSERT INTO applications (user_id, id, job_id, status, furthest, created_at, updated_at)
SELECT user_id, id, id, 'applied', 'applied', now(), now() FROM jobs WHERE user_id = $1
"""


def rows(database_url: str, redis_url: str, home: Path, *, rows: int | None = None) -> Iterator[Row]:
    """Yield milliseconds of a person with many mails, and of one newer than the statistics, beside one with few."""
    many = rows or MANY
    for name, (few, much) in asyncio.run(_measure(database_url, redis_url, home, many)).items():
        yield Row(name=name, value=much, reference=few, target=3.0, at_least=False)


async def _measure(database_url: str, redis_url: str, home: Path, many: int) -> dict[str, tuple[float, float]]:
    owner = await asyncpg.connect(database_url)
    system = await asyncpg.connect(database_url, server_settings=SYSTEM)
    try:
        async with running_app(database_url, redis_url, home) as app:
            few, much, new = app, await app.as_somebody_else(), await app.as_somebody_else()
            async with bulk(owner, *TABLES):
                for one, mails in ((few, FEW), (much, many)):
                    await _fill(system, one, mails)
            await _fill(system, new, FEW)
            collect_seldom()
            others = {f"{many} mails": much, "newer than statistics": new}
            return {
                f"{name} ms, {which} beside {FEW}": await _both(few, other, ask)
                for name, ask in _QUESTIONS.items()
                for which, other in others.items()
            }
    finally:
        await owner.close()
        await system.close()


async def _fill(system: asyncpg.Connection, app: App, mails: int) -> None:
    await system.execute(_JOBS, app.user_id)
    await system.execute(_APPLICATIONS, app.user_id)
    await fill(system, app.user_id, UUID(await a_mailbox(app)), mails)


async def _both(few: App, much: App, ask: Callable[[App], Awaitable[object]]) -> tuple[float, float]:
    """Return the median milliseconds of each; they take turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_ASKED):
        for app, taken in zip((few, much), times, strict=True):
            started = time.perf_counter()
            await ask(app)
            taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(times[0]), statistics.median(times[1])


async def _overview(app: App) -> object:
    return await app.get("/analytics/overview")


async def _list(app: App) -> object:
    return await app.get("/outreach")


async def _roll_up(app: App) -> object:
    return await app.container.roll_up_figures()(app.user_id)


_QUESTIONS: dict[str, Callable[[App], Awaitable[object]]] = {
    "GET /analytics/overview:": _overview,
    "GET /outreach:": _list,
    "a night's roll-up:": _roll_up,
}

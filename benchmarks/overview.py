"""
`GET /analytics/overview` with years of mails, beside the same with ten thousand: `ARGS="overview --rows 10000000"`.

One person has sent them all, up to a week ago, and the nights have been worked through; of the last three days both
have the same forty. The rows are made in the database, without the foreign keys: they are many, and nobody follows
them here (SPEC 12).
"""

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import asyncpg

from benchmarks.data import SYSTEM
from benchmarks.table import Row
from roleferry.domain.model.figures.rollup import Tally
from roleferry.entrypoints.collecting import collect_seldom
from tests.app import App, running_app
from tests.integration.sending.journey import a_mailbox

FEW, MANY = 10_000, 300_000
_ASKED = 40
_RECENT = 40
_YEARS, _DAYS_AGO = False, True
_STEPS, _PEOPLE = 4, 1_000
_LOOSEN = """
ALTER TABLE outreach DROP CONSTRAINT IF EXISTS fk_outreach_enrollment;
ALTER TABLE outreach_events DROP CONSTRAINT IF EXISTS fk_outreach_events_outreach;
ALTER TABLE outreach_events DISABLE TRIGGER USER;
"""
_JOBS = """
INSERT INTO jobs (user_id, id, title, company, fingerprint, raw_description, parsed, created_at)
SELECT $1, md5($1::uuid || 'job' || n)::uuid, 'Engineer', 'Company', $1::uuid || n::text, '', '{}', now()
  FROM generate_series(1, 100) n
"""
_APPLICATIONS = """
INSERT INTO applications (user_id, id, job_id, status, furthest, created_at, updated_at)
SELECT user_id, id, id, 'applied', 'applied', now(), now() FROM jobs WHERE user_id = $1
"""
_CAMPAIGNS = """
INSERT INTO campaigns (user_id, id, name, status, tone, created_at)
SELECT $1, md5($1::uuid || 'campaign' || n)::uuid, 'Campaign ' || n, 'completed', 'warm', now()
  FROM generate_series(0, $2::integer / $3::integer) n
"""
_OUTREACH = """
INSERT INTO outreach (user_id, id, campaign_id, enrollment_id, contact_id, application_id, mailbox_id, step_id, step,
                      step_kind, gap_days, day, same_thread, to_address, to_name, time_zone, subject, body, status,
                      due_at, send_key, message_id, provider, sent_at, delivered_at, created_at)
SELECT $1, md5($1::uuid || 'mail' || n)::uuid, md5($1::uuid || 'campaign' || n / $3::integer)::uuid, who, who,
       md5($1::uuid || 'job' || 1 + n % 100)::uuid, $2, md5('step')::uuid, 1 + n % 4, 'initial', 0, 0, false,
       'mia@firm.example', 'Mia Example', 'Europe/Lisbon', 'A subject', 'A body.', 'delivered', at,
       $1::uuid || 'k' || n, $1::uuid || 'm' || n, 'mock', at, at, at
  FROM generate_series($4::integer, $5::integer) n,
       LATERAL (SELECT md5($1::uuid || 'person' || n / 4)::uuid AS who,
                       CASE WHEN $6::boolean THEN now() - n % 70 * interval '1 hour'
                            ELSE now() - interval '7 days' - ($5::integer - n) * interval '1 minute' END AS at) m
"""
_EVENTS = """
INSERT INTO outreach_events (user_id, id, outreach_id, type, at, recorded_at, dedupe_key, number)
SELECT user_id, id, id, 'sent', sent_at, sent_at, 'sent', row_number() OVER (ORDER BY sent_at)
  FROM outreach WHERE user_id = $1
"""
_DAYS = """
INSERT INTO campaign_metrics (user_id, campaign_id, day, figures, computed_at)
SELECT user_id, id, current_date - 10 - d, $2, now() FROM campaigns, generate_series(1, 5) d WHERE user_id = $1
"""
_MARK = """
INSERT INTO figure_marks (user_id, counted_to, as_of, people, total)
SELECT $1, count(*) - $2::bigint, now(), $3, $4 FROM outreach WHERE user_id = $1
"""


def rows(database_url: str, redis_url: str, home: Path, *, rows: int | None = None) -> Iterator[Row]:
    """Yield the times of the overview, of the list of mails and of looking for due ones, in milliseconds."""
    many = rows or MANY
    measured = asyncio.run(_measure(database_url, redis_url, home, many))
    for name, (few, much) in measured.items():
        yield Row(name=f"{name} ms, {many} mails beside {FEW}", value=much, reference=few, target=3.0, at_least=False)


async def _measure(database_url: str, redis_url: str, home: Path, many: int) -> dict[str, tuple[float, float]]:
    owner = await asyncpg.connect(database_url)
    system = await asyncpg.connect(database_url, server_settings=SYSTEM)
    try:
        await owner.execute(_LOOSEN)
        async with running_app(database_url, redis_url, home) as app:
            few, much = app, await app.as_somebody_else()
            for one, mails in ((few, FEW), (much, many)):
                await _fill(system, one, mails)
            await owner.execute("VACUUM ANALYZE")
            collect_seldom()
            return {name: await _both(few, much, ask) for name, ask in _QUESTIONS.items()}
    finally:
        await owner.close()
        await system.close()


async def _fill(system: asyncpg.Connection, app: App, mails: int) -> None:
    person, mailbox = app.user_id, UUID(await a_mailbox(app))
    size = _STEPS * _PEOPLE
    await system.execute(_JOBS, person)
    await system.execute(_APPLICATIONS, person)
    await system.execute(_CAMPAIGNS, person, mails, size)
    await system.execute(_OUTREACH, person, mailbox, size, 0, mails - _RECENT - 1, _YEARS, timeout=7200)
    await system.execute(_OUTREACH, person, mailbox, size, mails - _RECENT, mails - 1, _DAYS_AGO)
    await system.execute(_EVENTS, person, timeout=7200)
    await system.execute(_DAYS, person, json.dumps(asdict(Tally(sent=100, delivered=100))))
    await system.execute(_MARK, person, _RECENT, json.dumps(_people(mails)), json.dumps(asdict(Tally(sent=mails))))


def _people(mails: int) -> dict[str, object]:
    """Return sums over people as years leave them: answers after every length of time, a day's waiting."""
    people = mails // _STEPS
    steps = [*range(3600), *range(3600, 86_400, 60), *range(86_400, 30 * 86_400, 900)][:people]
    days = [datetime.now(UTC) - timedelta(days=day) for day in range(min(people, 1500))]
    return {
        "contacted": people,
        "replied": len(steps),
        "positive": 0,
        "taken": {str(step): 1 for step in steps},
        "waiting": {day.date().isoformat(): 1 for day in days},
    }


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

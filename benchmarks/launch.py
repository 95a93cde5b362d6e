"""
Launching a campaign of 10,000 people and four steps, beside a bare COPY of the rows it makes (SPEC 12).

Measured is what follows the owner's click: everything is gathered and compared with what the preview showed, every
mail is planned, fingerprinted and written as a row, in one transaction. The words were written by the preview, some
milliseconds a person; twenty people's are given to everybody here.
"""

import asyncio
import statistics
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from uuid import UUID

import asyncpg

from benchmarks.copying import remove, time_of_copy
from benchmarks.data import SYSTEM
from benchmarks.people import add_people, target_all
from benchmarks.table import Row
from roleferry.domain.model.ids import CampaignId
from roleferry.domain.use_cases.sending.drafting import CampaignDraft
from roleferry.domain.use_cases.sending.writing_mails import Written
from roleferry.entrypoints.collecting import collect_seldom
from tests.app import App, running_app
from tests.integration.sending.journey import RESUME

PEOPLE = 10_000
_STEPS = 4
_WRITTEN_TO = 20
_TABLES = ("enrollments", "outreach")
_UNDO = "UPDATE campaigns SET status = 'draft', approved_digest = NULL, launched_at = NULL WHERE id = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Launched:
    """Seconds of one launch and of a COPY of its rows; or, if that was traced, the megabytes it held at most."""

    seconds: float = 0
    copied: float = 0
    held: float = 0


def rows(database_url: str, redis_url: str, home: Path, *, repeats: int, people: int = PEOPLE) -> Iterator[Row]:
    """Yield mails a second beside COPY's, and what half of the people take of memory beside an eighth of them."""
    many = asyncio.run(measure(database_url, redis_url, home, people=people, repeats=repeats))
    mails = people * _STEPS
    launched, copied = (statistics.median(getattr(one, name) for one in many) for name in ("seconds", "copied"))
    yield Row(
        name=f"launch of {people} x {_STEPS}: mails/s, bare COPY",
        value=mails / launched,
        reference=mails / copied,
        target=0.5,
    )
    few, half = (
        asyncio.run(measure(database_url, redis_url, home, people=one, repeats=1, traced=True))[0].held
        for one in (people // 8, people // 2)
    )
    name = f"launch: MB it holds at most, {people // 2} people beside {people // 8}"
    yield Row(name=name, value=half, reference=few, target=1.5, at_least=False)


async def measure(
    database_url: str, redis_url: str, home: Path, *, people: int, repeats: int, traced: bool = False
) -> list[Launched]:
    """Launch one campaign again and again, copying its rows back in between, or tracing what Python allocates."""
    system = await asyncpg.connect(database_url, server_settings=SYSTEM)
    owner = await asyncpg.connect(database_url)
    try:
        async with running_app(database_url, redis_url, home) as app:
            campaign = await _campaign(app, system, people)
            await owner.execute("VACUUM ANALYZE")
            collect_seldom()
            if traced:
                return [await _traced(app, campaign) for _ in range(repeats)]
            return [await _once(app, campaign, system, owner, home) for _ in range(repeats)]
    finally:
        await system.close()
        await owner.close()


async def _campaign(app: App, system: asyncpg.Connection, people: int) -> CampaignId:
    await app.finished(await app.post("/resume/upload", expect=202, files={"file": ("ada.txt", RESUME)}))
    await add_people(system, app.user_id, people=people)
    campaign = CampaignId(UUID((await app.post("/campaigns", {"name": "Everybody"}))["id"]))
    await target_all(system, app.user_id, campaign)
    return campaign


async def _once(
    app: App, campaign: CampaignId, system: asyncpg.Connection, owner: asyncpg.Connection, home: Path
) -> Launched:
    digest = await _previewed(app, campaign)
    started = time.perf_counter()
    await app.container.launch_campaign()(app.user_id, campaign, digest=digest)
    seconds = time.perf_counter() - started
    copied = await time_of_copy(system, owner, app.user_id, _TABLES, home)
    await remove(system, owner, app.user_id, _TABLES)
    await system.execute(_UNDO, campaign)
    return Launched(seconds=seconds, copied=copied)


async def _traced(app: App, campaign: CampaignId) -> Launched:
    digest = await _previewed(app, campaign)
    tracemalloc.start()
    try:
        await app.container.launch_campaign()(app.user_id, campaign, digest=digest)
        return Launched(held=tracemalloc.get_traced_memory()[1] / 2**20)
    finally:
        tracemalloc.stop()


async def _previewed(app: App, campaign: CampaignId) -> str:
    await _write(app, campaign)
    draft: CampaignDraft = await app.container.preview_campaign()(app.user_id, campaign)
    return draft.approval.digest


async def _write(app: App, campaign_id: CampaignId) -> None:
    """Leave behind what a preview leaves: mails to everybody, in twenty people's words."""
    writing = app.container.write_mails()
    async with app.container.transactions().begin(app.user_id) as uow:
        inputs = await writing.gather(uow, await uow.campaigns.find(campaign_id))
    some = [one.contact_id for one in inputs.recipients[:_WRITTEN_TO]]
    async with app.container.transactions().begin(app.user_id) as uow:
        recipients = await uow.recipients.of(some, [None] * len(some), campaign_id=campaign_id)
        words = await writing(await writing.inputs(uow, inputs.sequence, recipients))
    mails = {one.contact_id: words[contact] for one, contact in zip(inputs.recipients, cycle(some), strict=False)}
    app.container.recently_written().keep(app.user_id, campaign_id, Written(inputs=inputs, mails=mails))

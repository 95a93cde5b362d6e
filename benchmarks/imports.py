"""
Reading a table of 100,000 rows in the background, beside a bare COPY of the rows it makes (SPEC 12).

Everything a row goes through is in it: the file is read, each cell checked, people found again by their address,
companies by their name and domain, rows reported one by one. COPY writes the finished rows, companies included.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from benchmarks.copying import time_of_copy
from benchmarks.data import SYSTEM
from benchmarks.memory import peak, peak_since_now
from benchmarks.table import Row
from roleferry.entrypoints.collecting import collect_seldom
from tests.app import App, running_app

ROWS = 100_000
_KEY = "table.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What is imported, and which tables its rows go to."""

    name: str
    tables: tuple[str, ...]
    table: Callable[[int], bytes]


def leads_csv(rows: int) -> bytes:
    """Return a table of companies, each with its domain."""
    lines = (f"company{number}.example,Company {number},Lisbon,{number % 500}" for number in range(rows))
    return "\n".join(["domain,company name,city,employees", *lines]).encode()


def contacts_csv(rows: int) -> bytes:
    """Return a table of people, three to a company."""
    lines = (
        f"Mia,Example {number},mia{number}@company{number // 3}.example,Head of Platform,Company {number // 3},Lisbon"
        for number in range(rows)
    )
    return "\n".join(["first name,last name,email,title,company,location", *lines]).encode()


KINDS = (
    Kind(name="leads", tables=("leads",), table=leads_csv),
    Kind(name="contacts", tables=("companies", "contacts"), table=contacts_csv),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Seconds and megabytes of one import, and the seconds of a COPY of its rows."""

    seconds: float
    copied: float
    grown: float


def rows(database_url: str, redis_url: str, home: Path, *, rows: int | None = None) -> Iterator[Row]:
    """Yield rows a second beside COPY's, and by how much memory grows beside a table of a fifth of the rows."""
    rows = rows or ROWS
    for kind in KINDS:
        few = asyncio.run(measure(database_url, redis_url, home, kind, rows=rows // 5))
        many = asyncio.run(measure(database_url, redis_url, home, kind, rows=rows))
        yield Row(
            name=f"import of {rows} {kind.name}: rows/s, bare COPY",
            value=rows / many.seconds,
            reference=rows / many.copied,
            target=0.3,
        )
        yield Row(
            name=f"import of {kind.name}: MB beyond the file, {rows} rows beside {rows // 5}",
            value=max(1.0, many.grown),
            reference=max(1.0, few.grown),
            target=1.5,
            at_least=False,
        )


async def measure(database_url: str, redis_url: str, home: Path, kind: Kind, *, rows: int) -> Imported:
    """Import a table, take its rows out, and COPY them back in."""
    system = await asyncpg.connect(database_url, server_settings=SYSTEM)
    owner = await asyncpg.connect(database_url)
    try:
        async with running_app(database_url, redis_url, home) as app:
            collect_seldom()
            seconds, grown = await _import(app, kind, rows)
            copied = await time_of_copy(system, owner, app.user_id, kind.tables, home)
            await owner.execute(f"VACUUM ANALYZE {', '.join(kind.tables)}")
    finally:
        await system.close()
        await owner.close()
    return Imported(seconds=seconds, copied=copied, grown=grown)


async def _import(app: App, kind: Kind, rows: int) -> tuple[float, float]:
    """Return the seconds of an import as the worker does it, and the megabytes it added to the file's own."""
    table = kind.table(rows)
    size = len(table) / 2**20
    await app.container.storage().put(_KEY, table)
    del table
    before, started = peak_since_now(), time.perf_counter()
    report = await getattr(app.container, f"import_{kind.name}")()(app.user_id, {"storage_key": _KEY}, _unseen)
    seconds = time.perf_counter() - started
    if report["created"] != rows:
        raise RuntimeError(f"{report['created']} of {rows} {kind.name} were made")
    return seconds, peak() - before - size


async def _unseen(_done: int, _total: int | None) -> None:
    """Nobody watches."""

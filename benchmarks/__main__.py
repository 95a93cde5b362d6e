"""`make bench`: every row as a table, or with --json as data."""

import argparse
import asyncio
import importlib.util
import inspect
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.table import HEAD, Row, line
from roleferry.adapters.embedded import PostgresServer, ValkeyServer
from roleferry.adapters.postgres.migrate import migrate

_MODULES = tuple(
    name
    for name in ("rules", "reads", "launch", "imports", "overview", "sending", "intake", "simulate")
    if importlib.util.find_spec(f"benchmarks.{name}")
)


def main() -> int:
    """Measure on servers of our own and print; the exit code says whether every target is held."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Ratios against references of the same run.")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("only", nargs="?", choices=_MODULES, help="rows of one module alone")
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each load lasts")
    parser.add_argument("--repeats", type=int, default=3, help="of how many the median is taken")
    parser.add_argument("--rows", type=int, help="how many rows the modules with a size of their own take")
    options = parser.parse_args()
    rows = []
    for row in _rows(options):
        rows.append(row)
        if not options.json:
            print(f"{HEAD}\n{line(row)}" if len(rows) == 1 else line(row), flush=True)
    if options.json:
        print(json.dumps([row.as_json() for row in rows], indent=2))
    return 0 if all(row.held for row in rows) else 1


def _rows(options: argparse.Namespace) -> Iterator[Row]:
    """Yield the rows of every module that has some; each takes what it needs by name."""
    known = {"seconds": options.seconds, "repeats": options.repeats, "rows": options.rows}
    for name in [one for one in _MODULES if options.only in {None, one}]:
        rows = importlib.import_module(f"benchmarks.{name}").rows
        wanted = inspect.signature(rows).parameters
        if "database_url" not in wanted:
            yield from rows(**_named(wanted, known))
            continue
        with _servers() as servers:
            yield from rows(**_named(wanted, {**known, **servers}))


def _named(wanted: Iterable[str], known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: known[name] for name in wanted if name in known}


@contextmanager
def _servers() -> Iterator[Mapping[str, Any]]:
    """Yield servers and a folder of one module's own: nothing it leaves behind slows the next."""
    with tempfile.TemporaryDirectory(prefix="roleferry-bench-") as folder:
        home = Path(folder)
        postgres, valkey = PostgresServer(home / "servers"), ValkeyServer(home / "servers")
        try:
            url = postgres.start()
            asyncio.run(migrate(url))
            yield {"database_url": url, "redis_url": valkey.start(), "home": home}
        finally:
            postgres.stop()
            valkey.stop()


if __name__ == "__main__":
    sys.exit(main())

"""`make bench`: every row as a table, or with --json as data."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import reads, rules
from benchmarks.table import HEAD, Row, line
from roleferry.adapters.embedded import PostgresServer, ValkeyServer
from roleferry.adapters.postgres.migrate import migrate


def main() -> int:
    """Measure on servers of our own and print; the exit code says whether every target is held."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Ratios against references of the same run.")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--only", metavar="WORD", help="rows of one module: reads or rules")
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each load lasts")
    parser.add_argument("--repeats", type=int, default=3, help="of how many the median is taken")
    options = parser.parse_args()
    rows = []
    for row in _rows(options.only, seconds=options.seconds, repeats=options.repeats):
        rows.append(row)
        if not options.json:
            print(f"{HEAD}\n{line(row)}" if len(rows) == 1 else line(row), flush=True)
    if options.json:
        print(json.dumps([row.as_json() for row in rows], indent=2))
    return 0 if all(row.held for row in rows) else 1


def _rows(only: str | None, *, seconds: float, repeats: int) -> Iterator[Row]:
    if only in {None, "rules"}:
        yield from rules.rows(repeats=repeats)
    if only in {None, "reads"}:
        with tempfile.TemporaryDirectory(prefix="roleferry-bench-") as folder:
            home = Path(folder)
            postgres, valkey = PostgresServer(home / "servers"), ValkeyServer(home / "servers")
            try:
                url = postgres.start()
                asyncio.run(migrate(url))
                yield from reads.rows(url, valkey.start(), home, seconds=seconds, repeats=repeats)
            finally:
                postgres.stop()
                valkey.stop()


if __name__ == "__main__":
    sys.exit(main())

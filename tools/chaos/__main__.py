"""`make chaos`: play every scenario, print the table, fail if a promise broke."""

import argparse
import asyncio
import sys
import tempfile
import time
from dataclasses import fields
from pathlib import Path

from tools.chaos.programme import Size, everything
from tools.chaos.report import HEAD, Row, as_json


def main() -> int:
    """Read the options, play on servers of our own; the exit code says whether every promise held."""
    options = _options(sys.argv[1:])
    size = Size(**{field.name: getattr(options, field.name) for field in fields(Size)})
    with tempfile.TemporaryDirectory(prefix="roleferry-chaos-") as folder:
        rows = asyncio.run(_play(size, Path(folder), table=not options.json))
    if options.json:
        print(as_json(rows))
    return 0 if all(row.is_clean for row in rows) else 1


async def _play(size: Size, home: Path, *, table: bool) -> list[Row]:
    began = time.monotonic()
    rows = []
    async for row in everything(size, home):
        rows.append(row)
        if table:
            print(f"{HEAD}\n{row}" if len(rows) == 1 else row, flush=True)
    if table:
        print(f"{len(rows)} scenarios in {time.monotonic() - began:.0f} seconds")
    return rows


def _options(arguments: list[str]) -> argparse.Namespace:
    """Every field of a size is an option; the defaults are the full run."""
    parser = argparse.ArgumentParser(prog="make chaos")
    for field in fields(Size):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    parser.add_argument("--json", action="store_true", help="for programs")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

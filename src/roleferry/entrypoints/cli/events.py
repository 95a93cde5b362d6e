"""`roleferry events`: what senders told and could not be applied, and trying it again."""

import argparse
import sys
from datetime import datetime
from uuid import UUID

import msgspec
from rich.console import Console
from rich.table import Table

from roleferry.domain.use_cases.operations.replay_event import EventNotFound
from roleferry.entrypoints.container import Container, opened
from roleferry.entrypoints.settings import Settings

_MOST = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what can be asked."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--dead", action="store_true", help=f"list what was given up, with the reason (latest {_MOST})")
    what.add_argument("--replay", metavar="ID", type=UUID, help="try one of them again")
    parser.add_argument("--json", action="store_true", help="for programs")


async def events(settings: Settings, options: argparse.Namespace) -> int:
    """List the dead letters, or have one tried again; 1 when there is no such event."""
    async with opened(settings) as container:
        await container.clock().refresh()
        if options.replay is not None:
            return await _replay(container, options.replay)
        return await _list(container, as_json=options.json)


async def _replay(container: Container, event_id: UUID) -> int:
    try:
        replayed = await container.replay_event()(event_id)
    except EventNotFound as error:
        print(f"roleferry: {error.detail}", file=sys.stderr)
        return 1
    print("It is tried again by the next worker." if replayed else "It is not dead: nothing was changed.")
    return 0


async def _list(container: Container, *, as_json: bool) -> int:
    rows = await container.reads().many(None, "show_raw_events", "dead", None, None, _MOST)
    if as_json:
        sys.stdout.write(msgspec.json.encode([dict(row) for row in rows]).decode() + "\n")
        return 0
    if not rows:
        print("No event is dead.")
        return 0
    table = Table(title=f"{len(rows)} dead", title_justify="left")
    for column in ("id", "from", "received", "tries", "why"):
        table.add_column(column, overflow="fold")
    for row in rows:
        at: datetime = row["received_at"]
        table.add_row(str(row["id"]), row["provider"], f"{at:%Y-%m-%d %H:%M}", str(row["attempts"]), row["error"] or "")
    Console(highlight=False).print(table)
    return 0

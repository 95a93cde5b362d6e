"""`roleferry`: every command; each lives in a module of its own."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence

from roleferry.entrypoints import logging, settings
from roleferry.entrypoints.cli import database, dev, serve
from roleferry.entrypoints.worker import main as worker


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; a setting that is wrong is one line, not a traceback."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except settings.SettingsError as error:
        print(f"roleferry: {error}", file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    if options.command == "dev":
        return dev.run_dev(os.environ)
    loaded = settings.load()
    logging.configure(loaded)
    match options.command:
        case "serve":
            return serve.serve(loaded)
        case "worker":
            return worker.run(loaded)
        case "migrate":
            return asyncio.run(database.migrate_database(loaded))
        case "seed":
            return asyncio.run(database.seed_demo_user(loaded))
        case _:
            return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="roleferry", description="Short, true, well-timed notes to the right person.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("dev", help="start everything on this machine: servers, API, worker")
    commands.add_parser("serve", help="serve the API")
    commands.add_parser("worker", help="send due mail and do background work")
    commands.add_parser("migrate", help="bring the database's schema up to date")
    commands.add_parser("seed", help="make the demo user")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""`roleferry`: every command; each lives in a module of its own."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from roleferry.entrypoints import logging, settings
from roleferry.entrypoints.cli import database, demo, describe, dev, doctor, events, reseal, sending, serve
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
    if options.command in _WITHOUT_SETTINGS:
        return _WITHOUT_SETTINGS[options.command](options)
    if options.command in _ON_LOCAL_SERVERS:
        loaded = settings.load(doctor.with_local_servers(os.environ))
        logging.configure(loaded)
        return asyncio.run(_ON_LOCAL_SERVERS[options.command](loaded, options))
    loaded = settings.load()
    logging.configure(loaded)
    return _WITH_SETTINGS[options.command](loaded)


_WITH_SETTINGS: Mapping[str, Callable[[settings.Settings], int]] = {
    "serve": serve.serve,
    "worker": worker.run,
    "migrate": lambda loaded: asyncio.run(database.migrate_database(loaded)),
    "seed": lambda loaded: asyncio.run(database.seed_demo_user(loaded)),
}
_ON_LOCAL_SERVERS: Mapping[str, Callable[[settings.Settings, argparse.Namespace], Coroutine[Any, Any, int]]] = {
    "events": events.events,
    "hold": sending.hold,
    "release": sending.release,
    "reseal": reseal.reseal,
}
"""Commands for what `make run` started here, where nothing else is said."""
_WITHOUT_SETTINGS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "doctor": lambda options: asyncio.run(doctor.doctor(as_json=options.json)),
    "demo": demo.demo,
    "openapi": lambda _: describe.openapi(),
    "settings": lambda _: describe.settings(),
}
"""Commands that look at the service from outside."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="roleferry", description="Short, true, well-timed notes to the right person.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("dev", help="start everything on this machine: servers, API, worker")
    commands.add_parser("serve", help="serve the API")
    commands.add_parser("worker", help="send due mail and do background work")
    commands.add_parser("migrate", help="bring the database's schema up to date")
    commands.add_parser("seed", help="make the demo user")
    looking = commands.add_parser("doctor", help="what is chosen, why, what is missing, what it can cost")
    looking.add_argument("--json", action="store_true", help="for programs")
    sending.add_arguments(commands.add_parser("hold", help="let no mail leave, everybody's or one person's"))
    sending.add_arguments(commands.add_parser("release", help="let mail leave again"))
    commands.add_parser("reseal", help="seal mailbox passwords anew, so that an older sealing secret may go")
    events.add_arguments(commands.add_parser("events", help="events that could not be applied: list, try again"))
    demo.add_arguments(commands.add_parser("demo", help="walk the whole journey, and report"))
    commands.add_parser("openapi", help="print the API's OpenAPI document")
    commands.add_parser("settings", help="print the table of settings")
    return parser


if __name__ == "__main__":
    sys.exit(main())

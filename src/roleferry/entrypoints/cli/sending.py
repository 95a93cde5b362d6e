"""`roleferry hold` and `roleferry release`: the kill switch at the command line."""

import argparse
import sys
from uuid import UUID

import structlog

from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.ids import UserId
from roleferry.entrypoints.container import opened
from roleferry.entrypoints.settings import Settings

log = structlog.get_logger()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say whose sending is meant, and why."""
    parser.add_argument("--why", required=True, help="for the audit log, and for whoever asks")
    parser.add_argument("--user", type=UUID, metavar="ID", help="of this person only; else everybody's")


async def hold(settings: Settings, options: argparse.Namespace) -> int:
    """Let nothing leave from now on; workers look right before each hand-over."""
    return await _done(settings, options, "hold_sending", "nothing leaves")


async def release(settings: Settings, options: argparse.Namespace) -> int:
    """Let mail go again; after a restore, say how many mails are in doubt."""
    return await _done(settings, options, "release_sending", "mail leaves again")


async def _done(settings: Settings, options: argparse.Namespace, use_case: str, said: str) -> int:
    user_id = UserId(options.user) if options.user else None
    async with opened(settings) as container:
        try:
            doubted = await container.providers[use_case]()(options.why, user_id=user_id)
        except DomainError as error:
            print(f"roleferry: {error.detail}", file=sys.stderr)
            return 1
    log.info("sending.switched", by=use_case, user_id=str(user_id) if user_id else None, why=options.why)
    print(f"{said}{f', for {user_id}' if user_id else ''}")
    if doubted:
        print(f"{doubted} mails were due before the restore was looked at: they are in doubt, and not sent again")
    return 0

"""`roleferry reseal`: the last step of changing the key that seals mailbox passwords."""

import argparse
import sys

from roleferry.entrypoints.container import opened
from roleferry.entrypoints.settings import Settings


async def reseal(settings: Settings, options: argparse.Namespace) -> int:
    """Seal what older keys sealed with the newest; 1 if some cannot be opened, which their owners must enter again."""
    del options
    async with opened(settings) as container:
        done = await container.providers["reseal_passwords"]()()
    print(f"{done.resealed} passwords sealed anew, {done.current} were already")
    if done.lost:
        print(f"{done.lost} cannot be opened with any key: their owners must enter them again", file=sys.stderr)
    return 1 if done.lost else 0

"""`make chaos`: run, print the table, fail if a promise broke."""

import argparse
import asyncio
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from roleferry.adapters.embedded import PostgresServer, ValkeyServer
from roleferry.adapters.postgres.migrate import migrate
from tools.chaos.report import Report
from tools.chaos.run import Plan, run


def main() -> int:
    """Read the options, start servers of its own, run."""
    plan = _plan(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="roleferry-chaos-") as folder:
        home = Path(folder)
        servers = (PostgresServer(home), ValkeyServer(home))
        try:
            report = asyncio.run(_run(plan, servers[0].start(), servers[1].start(), home))
        finally:
            for server in servers:
                server.stop()
    print(report)
    return 0 if report.is_clean else 1


async def _run(plan: Plan, database_url: str, redis_url: str, home: Path) -> Report:
    await migrate(database_url)
    return await run(plan, database_url=database_url, redis_url=redis_url, home=home)


def _plan(arguments: list[str]) -> Plan:
    parser = argparse.ArgumentParser(prog="make chaos")
    parser.add_argument("--mails", type=int, default=2_000)
    parser.add_argument("--mailboxes", type=int, default=100)
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    return Plan(
        mails=given.mails,
        mailboxes=given.mailboxes,
        workers=given.workers,
        kills=given.kills,
        seed=given.seed,
        tick=timedelta(minutes=1),
    )


if __name__ == "__main__":
    sys.exit(main())

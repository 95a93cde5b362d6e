"""The bare loop: one statement over as many connections as a server's pool has, nothing else; a process of its own."""

import asyncio
import json
import sys
import time
from datetime import UTC, datetime
from uuid import UUID

import asyncpg
import uvloop

from benchmarks.mails import SYSTEM

NOW = "now"
"""An argument that stands for the moment of the measurement."""


async def measure(database_url: str, statement: str, ids: list[str], rest: list[object], seconds: float) -> float:
    """Return queries a second; `ids` are the first arguments, `rest` those after them."""
    arguments = [*map(UUID, ids), *(datetime.now(UTC) if one == NOW else one for one in rest)]
    connections = [await asyncpg.connect(database_url, server_settings=SYSTEM) for _ in range(10)]
    started = time.perf_counter()
    counts = await asyncio.gather(*(_loop(one, statement, arguments, started + seconds) for one in connections))
    elapsed = time.perf_counter() - started
    for connection in connections:
        await connection.close()
    return sum(counts) / elapsed


async def _loop(connection: asyncpg.Connection, statement: str, arguments: list[object], until: float) -> int:
    done = 0
    while time.perf_counter() < until:
        await connection.fetch(statement, *arguments)
        done += 1
    return done


if __name__ == "__main__":
    print(json.dumps({"per_second": uvloop.run(measure(**json.loads(sys.argv[1])))}))

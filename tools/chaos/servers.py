"""Valkey and PostgreSQL taken away while mail goes out, and given back (SPEC 6)."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import psutil
from redis import Redis

from roleferry.adapters.embedded import EmbeddedServer, PostgresServer, ValkeyServer
from tools.chaos.report import Row
from tools.chaos.stage import Stage


async def valkey_flushed(stage: Stage, valkey: ValkeyServer, *, mails: int) -> Row:
    """Empty Valkey at every look."""

    def flush() -> None:
        with Redis.from_url(valkey.url) as redis:
            redis.flushall()

    return await _disturbed(stage, "flushed", "Valkey emptied again and again", [flush] * mails, mails=mails)


async def valkey_stopped(stage: Stage, valkey: ValkeyServer, *, mails: int) -> Row:
    """Let half of the mails go without Valkey, and the rest after its return."""
    row = await _disturbed(stage, "stopped", "Valkey stopped, started again", [valkey.stop], mails=mails)
    valkey.start()
    return row


async def valkey_restarted(stage: Stage, valkey: ValkeyServer, *, mails: int) -> Row:
    """Kill and start it twice."""
    blows = [lambda: _kill(valkey), lambda: _kill(valkey)]
    return await _disturbed(stage, "restarted", "Valkey killed with -9 and started, twice", blows, mails=mails)


async def postgres_killed(stage: Stage, postgres: PostgresServer, *, mails: int, times: int) -> Row:
    """Kill the server under the workers, and start it; what was committed stands, what was on the wire goes on."""
    name = f"PostgreSQL killed with -9 and started, {times} x"
    return await _disturbed(stage, "crashed", name, [lambda: _kill(postgres)] * times, mails=mails)


async def connections_severed(stage: Stage, *, mails: int, times: int) -> Row:
    """End every connection of every worker to PostgreSQL."""

    async def sever(database: asyncpg.Connection) -> None:
        await database.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'roleferry' AND datname = current_database()"
        )

    cast = await stage.plant("severed", mails=mails)
    blows = iter(range(times))

    async def blow() -> None:
        if next(blows, None) is not None:
            await stage.sql(sever, role="roleferry")

    await stage.run([cast], meanwhile=blow)
    return await stage.reckon(f"connections to PostgreSQL ended, {times} x", [cast])


async def _disturbed(stage: Stage, domain: str, name: str, blows: list[Callable[[], None]], *, mails: int) -> Row:
    """Send in waves, a blow falling on each."""
    cast = await stage.plant(domain, mails=mails, mailboxes=max(mails // 4, 1))
    waiting: Iterator[Callable[[], None]] = iter(blows)
    seen = 0

    async def blow() -> None:
        nonlocal seen
        taken = len(stage.server.taken)
        if taken > seen and (strike := next(waiting, None)):
            await asyncio.to_thread(strike)
        seen = taken

    await stage.run([cast], meanwhile=blow)
    await stage.told(cast)  # a server that was away longer than these short leases left doubt, which its worker ends
    return await stage.reckon(name, [cast], allowed=0)


def _kill(server: EmbeddedServer) -> None:
    """Kill every process of it, and start it again where it was."""
    for process in psutil.process_iter(["cmdline"]):
        command = process.info["cmdline"] or [""]
        within = any(part.startswith(str(server.directory)) for part in command)
        if Path(command[0]).name == server.program and within:
            for one in (process, *process.children(recursive=True)):
                with contextlib.suppress(psutil.NoSuchProcess):
                    one.kill()
    while server.running():
        time.sleep(0.01)
    server.start()

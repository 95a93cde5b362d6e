"""
Webhook intake, verified and stored: events a second of one core, one a request and a hundred a request (SPEC 12).

A core's second is one of the API's own processor time, so that whoever else works on the machine changes little.
"""

import asyncio
import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import asyncpg
import psutil

from benchmarks.data import SYSTEM
from benchmarks.table import Row
from tests.doubles.event_senders import Delivery, Mail, SendgridSender
from tests.service import running_service

_TARGET = 2_000
"""Events a second a core (SPEC 12)."""
_CONNECTIONS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How SendGrid comes: so many requests of so many events."""

    name: str
    requests: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How one load was taken in: events a second of the API's processor time, and by the clock."""

    per_core: float
    per_second: float
    p99_ms: float


_LOADS = (
    Load(name="one event a request", requests=4_000, events=1),
    Load(name="a hundred events a request", requests=200, events=100),
)


def rows(database_url: str, redis_url: str, home: Path, *, repeats: int) -> Iterator[Row]:
    """Yield both loads; every event is signed, new, and counted afterwards."""
    sender = SendgridSender()
    with running_service(
        database_url,
        redis_url,
        home,
        ROLEFERRY_LOG_LEVEL="warning",
        ROLEFERRY_SENDGRID_WEBHOOK_KEY=sender.public_key,
    ) as url:
        port = int(url.rpartition(":")[2])
        for load in _LOADS:
            _take(sender, Load(name="warm-up", requests=50, events=load.events), port, home, database_url)
            taken = [_take(sender, load, port, home, database_url) for _ in range(repeats)]
            value = statistics.median(one.per_core for one in taken)
            yield Row(name=f"Intake, {load.name}: events/s a core", value=value, reference=_TARGET, target=1.0)


def _take(sender: SendgridSender, load: Load, port: int, home: Path, database_url: str) -> Taken:
    file = home / "requests"
    file.write_bytes(b"".join(_framed(_request(one)) for one in _deliveries(sender, load)))
    api = _api_process(port)
    before, spent = asyncio.run(_stored(database_url)), _processor_seconds(api)
    given = {"port": port, "file": str(file), "connections": _CONNECTIONS}
    command = [sys.executable, "-m", "benchmarks.posting", json.dumps(given)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=300)
    spent = _processor_seconds(api) - spent
    measured = json.loads(done.stdout)
    events = load.requests * load.events
    if asyncio.run(_stored(database_url)) - before != events:
        raise RuntimeError("not every event that was answered is stored")
    return Taken(per_core=events / spent, per_second=events / measured["seconds"], p99_ms=measured["p99_ms"])


def _deliveries(sender: SendgridSender, load: Load) -> Iterator[Delivery]:
    now, kinds = datetime.now(UTC), ("delivered", "hard", "deferred", "complained")
    for number in range(load.requests):
        yield sender.deliver(
            [
                sender.event(kinds[(number + at) % len(kinds)], Mail(), at=now, event_id=uuid4().hex)
                for at in range(load.events)
            ],
            now=now,
        )


def _request(delivery: Delivery) -> bytes:
    headers = "".join(f"{name}: {value}\r\n" for name, value in delivery.headers.items())
    length = len(delivery.body)
    head = f"POST /webhooks/sendgrid HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}content-length: {length}\r\n\r\n"
    return head.encode() + delivery.body


def _framed(request: bytes) -> bytes:
    return len(request).to_bytes(4) + request


def _api_process(port: int) -> psutil.Process:
    for process in psutil.Process().children(recursive=True):
        if any(one.laddr.port == port for one in process.net_connections() if one.status == psutil.CONN_LISTEN):
            return process
    raise RuntimeError("nobody listens there")


def _processor_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


async def _stored(database_url: str) -> int:
    connection = await asyncpg.connect(database_url, server_settings=SYSTEM)
    try:
        count: int = await connection.fetchval("SELECT count(*) FROM raw_events")
    finally:
        await connection.close()
    return count

"""Embedded servers live exactly as long as somebody uses them, and start again after anything."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import psutil
import pytest
from redis import Redis

from roleferry.adapters.embedded import EmbeddedServer, PostgresServer, ServerFailed, ValkeyServer

_HOLD = (
    "import sys; from pathlib import Path; from roleferry.adapters.embedded import ValkeyServer;"
    "print(ValkeyServer(Path(sys.argv[1])).start(), flush=True); sys.stdin.read()"
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "a home, with a long name, " / ("x" * 120)
    assert not psutil.wait_procs(_processes_in(tmp_path), timeout=15)[1]


@pytest.fixture
def valkey(home: Path) -> Iterator[ValkeyServer]:
    server = ValkeyServer(home)
    yield server
    server.stop()


@pytest.fixture
def postgres(home: Path) -> Iterator[PostgresServer]:
    server = PostgresServer(home, durable=False)
    yield server
    server.stop()


def test_a_server_keeps_its_address_over_a_restart(valkey: ValkeyServer) -> None:
    first = valkey.start()
    valkey.stop()
    assert not valkey.running()
    assert valkey.start() == first


def test_a_server_whose_port_was_taken_meanwhile_moves(valkey: ValkeyServer) -> None:
    first = valkey.start()
    valkey.stop()
    with socket.create_server(("127.0.0.1", urlsplit(first).port or 0)):
        second = valkey.start()
    assert second != first
    assert _answers(second)


def test_a_server_is_private(valkey: ValkeyServer) -> None:
    url = valkey.start()
    assert _mode(valkey.directory / "url") == _mode(valkey.directory / "valkey.conf") == 0o600
    assert not any((urlsplit(url).password or "?") in f"{each.cmdline()}" for each in _processes_in(valkey.directory))


def test_two_homes_are_two_servers(valkey: ValkeyServer, tmp_path: Path) -> None:
    other = ValkeyServer(tmp_path / "other")
    assert valkey.start() != other.start()
    other.stop()
    assert _answers(valkey.url)


def test_a_second_user_adopts_the_server_and_keeps_it_when_the_first_is_killed(
    valkey: ValkeyServer, home: Path
) -> None:
    first = _holder(home)
    url = valkey.start()
    first.kill()
    first.communicate()
    assert _answers(url)


def test_a_server_ends_when_its_only_user_is_killed(home: Path) -> None:
    holder = _holder(home)
    holder.kill()
    holder.communicate()
    assert not psutil.wait_procs(_processes_in(home), timeout=15)[1]


def test_many_who_start_it_at_once_get_the_same_server(valkey: ValkeyServer, home: Path) -> None:
    holders = [_holder(home, wait=False) for _ in range(4)]
    urls = {(holder.stdout.readline() if holder.stdout else "").strip() for holder in holders}
    assert urls == {valkey.start()}
    for holder in holders:
        holder.communicate("")


@pytest.mark.parametrize("kind", [PostgresServer, ValkeyServer])
def test_it_starts_again_after_everything_was_killed(home: Path, kind: type[EmbeddedServer]) -> None:
    server = kind(home)
    server.start()
    for process in _processes_in(home):
        process.kill()
    assert server.start() == server.url
    server.stop()


def test_it_starts_again_after_its_guard_was_killed(valkey: ValkeyServer, home: Path) -> None:
    valkey.start()
    (guard,) = [each for each in _processes_in(home) if any("guard.py" in part for part in each.cmdline())]
    guard.kill()
    assert _answers(valkey.start())


async def test_postgres_starts_although_its_old_pid_belongs_to_somebody_else_now(postgres: PostgresServer) -> None:
    postgres.start()
    postmaster = postgres.data / "postmaster.pid"
    lines = postmaster.read_text().splitlines()
    for process in _processes_in(postgres.data):
        process.kill()
    postmaster.write_text("\n".join([str(os.getpid()), *lines[1:]]))
    assert await _rows(postgres.start()) == 1


async def test_postgres_starts_although_its_first_start_was_broken_off(postgres: PostgresServer) -> None:
    leftover = postgres.directory / "data.new" / "base"
    leftover.mkdir(parents=True)
    assert await _rows(postgres.start()) == 1


async def test_what_was_committed_survives_a_kill(home: Path) -> None:
    server = PostgresServer(home)
    connection = await asyncpg.connect(server.start())
    await connection.execute("CREATE TABLE kept (x int); INSERT INTO kept VALUES (1)")
    for process in _processes_in(home):
        process.kill()
    await connection.close(timeout=5)
    assert await _rows(server.start(), "kept") == 1
    server.stop()


def test_data_of_another_postgres_is_refused_and_left_alone(postgres: PostgresServer) -> None:
    postgres.start()
    postgres.stop()
    version = postgres.data / "PG_VERSION"
    version.write_text("15\n")
    with pytest.raises(ServerFailed, match="PostgreSQL 15"):
        postgres.start()
    assert version.exists()


def test_a_server_that_cannot_start_says_why(valkey: ValkeyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ValkeyServer, "prepare", lambda *_: ["/bin/sh", "-c", "echo the reason; exit 1"])
    with pytest.raises(ServerFailed, match="the reason"):
        valkey.start()


def test_a_signal_to_the_guard_stops_the_server_in_order(valkey: ValkeyServer, home: Path) -> None:
    valkey.start()
    (guard,) = [each for each in _processes_in(home) if any("guard.py" in part for part in each.cmdline())]
    guard.send_signal(signal.SIGTERM)
    assert not psutil.wait_procs(_processes_in(home), timeout=15)[1]


def _holder(home: Path, *, wait: bool = True) -> subprocess.Popen[str]:
    """Start a process that uses the server until its input ends."""
    command = [sys.executable, "-c", _HOLD, str(home)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    if wait and holder.stdout:
        holder.stdout.readline()
    return holder


def _processes_in(directory: Path) -> list[psutil.Process]:
    everything = psutil.process_iter(["cmdline", "status"])
    running = [each for each in everything if each.info["status"] != psutil.STATUS_ZOMBIE]
    return [each for each in running if str(directory) in f"{each.info['cmdline']}"]


def _answers(url: str) -> bool:
    with Redis.from_url(url) as client:
        return bool(client.ping())


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


async def _rows(url: str, table: str = "(VALUES (1))") -> int:
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(f"SELECT count(*) FROM {table} AS t"))
    finally:
        await connection.close()

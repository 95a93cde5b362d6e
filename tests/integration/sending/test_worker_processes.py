"""Real workers that are told to stop in the middle, or that sleep too long (SPEC 6)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.app import App, running_app
from tests.doubles.smtp import SmtpDouble
from tests.integration.sending.engine_world import people, rows, statuses, until
from tests.service import COMMAND

_PEOPLE = 8


@pytest.fixture
def server() -> Iterator[SmtpDouble]:
    with SmtpDouble(delay_seconds=0.2) as double:
        yield double


@pytest.fixture
def environment(server: SmtpDouble, fresh_database_url: str, redis_url: str, tmp_path: Path) -> dict[str, str]:
    return {
        "DATABASE_URL": fresh_database_url,
        "REDIS_URL": redis_url,
        "ROLEFERRY_ENV": "dev",
        "ROLEFERRY_HOME": str(tmp_path),
        "ROLEFERRY_EMAIL": "smtp",
        "ROLEFERRY_SMTP_URL": f"smtp+plain://127.0.0.1:{server.port}",
        "ROLEFERRY_PHASE": "week12",
        "ROLEFERRY_AUTH": "stub",
        "ROLEFERRY_STORAGE": "local",
        "ROLEFERRY_SENDING_CONNECTIONS": "2",
        "ROLEFERRY_SENDING_POLL_SECONDS": "0.2",
    }


@pytest.fixture
async def service(
    environment: dict[str, str], fresh_database_url: str, redis_url: str, tmp_path: Path
) -> AsyncIterator[App]:
    settings = {name: value for name, value in environment.items() if name.startswith("ROLEFERRY_")}
    settings = {name: value for name, value in settings.items() if name not in {"ROLEFERRY_ENV", "ROLEFERRY_HOME"}}
    async with running_app(fresh_database_url, redis_url, tmp_path, **settings) as app:
        yield app


@contextmanager
def _process(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.timeout(180)
async def test_a_worker_told_to_stop_finishes_what_is_on_the_wire_and_gives_back_the_rest(
    service: App, server: SmtpDouble, environment: dict[str, str]
) -> None:
    await people(service, _PEOPLE)
    with _process([*COMMAND, "worker"], environment) as worker:
        server.on_taken = lambda _: worker.terminate() if len(server.taken) == 3 else None
        await until(lambda: worker.poll() is not None, seconds=120)
        assert worker.returncode == 0
    taken = len(server.taken)
    assert 3 <= taken < _PEOPLE
    assert set(server.counts.values()) == {1}
    assert await statuses(service) == {"sent": taken, "scheduled": _PEOPLE - taken}
    assert await rows(service, "SELECT 1 FROM outreach WHERE lease_token IS NOT NULL") == []


@pytest.mark.timeout(180)
async def test_a_worker_that_slept_longer_than_its_lease_does_not_send_when_it_wakes(
    service: App, server: SmtpDouble, environment: dict[str, str]
) -> None:
    await people(service, 1)
    with _process([sys.executable, "-m", "tests.integration.sending.sleepy_worker"], environment) as worker:
        await until(lambda: _is_stopped(worker.pid), seconds=120, every=0.1)
        settle = service.container.settle_uncertain()

        async def in_doubt() -> bool:
            await settle(limit=10)
            return await statuses(service) == {"uncertain": 1}

        await until(in_doubt, seconds=120, every=0.2)
        worker.send_signal(signal.SIGCONT)
        await until(lambda: worker.poll() is not None, seconds=120)
        assert worker.returncode == 0
    assert server.taken == []
    assert await statuses(service) == {"uncertain": 1}


def _is_stopped(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    return state == "T"

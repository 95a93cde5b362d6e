"""Fixtures for everybody: real servers, started when a test first asks for one, and doubles of vendors."""

import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import pytest

from roleferry.adapters.embedded import PostgresServer, ValkeyServer
from tests.app import App, running_app
from tests.doubles.http import VendorDouble
from tests.servers import Session, database, redis_database, server_url, unique_name
from tests.service import running_service

_PROGRAMS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "apt-get install chromium"),
    "curl": (("curl",), "apt-get install curl"),
    "dovecot": (("dovecot", "/usr/sbin/dovecot"), "apt-get install dovecot-imapd (2.3)"),
}
_SESSION = pytest.StashKey[Session]()


def pytest_configure(config: pytest.Config) -> None:
    """Give the session its home before any xdist worker starts; workers find it in the environment."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        config.stash[_SESSION] = Session.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what the session started, after a Ctrl-C too."""
    if _SESSION in config.stash:
        config.stash[_SESSION].end()
        del config.stash[_SESSION]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests that need a program this machine lacks; nothing is skipped without a word, see below."""
    lacking = set(_lacking())
    left_out = [item for item in items if any(lacking.intersection(mark.args) for mark in item.iter_markers("needs"))]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out and how to get it, right above the last line."""
    for program in _lacking():
        terminalreporter.write_line(f"left out: tests that need {program}; to run them: {_PROGRAMS[program][1]}")


def _lacking() -> list[str]:
    return [name for name, (commands, _) in _PROGRAMS.items() if not any(_is_here(one) for one in commands)]


@cache
def _is_here(command: str) -> bool:
    """Say whether a program is installed; of dovecot, the line whose settings the double writes."""
    if shutil.which(command) is None or "dovecot" not in command:
        return shutil.which(command) is not None
    version = subprocess.run([command, "--version"], capture_output=True, text=True, check=False, timeout=60)
    return version.stdout.startswith("2.3")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Address of the PostgreSQL server's own database; the role may create databases and is no superuser."""
    with server_url(PostgresServer, "TEST_DATABASE_URL") as url:
        yield url


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    """Address of the Valkey server."""
    with server_url(ValkeyServer, "TEST_REDIS_URL") as url:
        yield url


@pytest.fixture(scope="session")
def database_url(postgres_url: str, worker_id: str) -> Iterator[str]:
    """Address of this worker's own migrated database; tests keep apart by using their own users."""
    with database(postgres_url, worker_id) as url:
        yield url


@pytest.fixture
def fresh_database_url(postgres_url: str) -> Iterator[str]:
    """Address of a migrated database for this test alone."""
    with database(postgres_url, unique_name("fresh")) as url:
        yield url


@pytest.fixture
def empty_database_url(postgres_url: str) -> Iterator[str]:
    """Address of a database for this test alone that no migration has touched."""
    with database(postgres_url, unique_name("empty"), migrated=False) as url:
        yield url


@pytest.fixture(scope="session")
def redis_url(valkey_url: str, worker_id: str) -> Iterator[str]:
    """Address of this worker's own Valkey database, empty at the start of the session."""
    number = 1 + int(worker_id.removeprefix("gw")) if worker_id != "master" else 0
    with redis_database(valkey_url, number) as url:
        yield url


@pytest.fixture
def vendor_double() -> Iterator[VendorDouble]:
    """Serve HTTP on the loopback interface in place of a vendor."""
    with VendorDouble() as double:
        yield double


@pytest.fixture
async def app(fresh_database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[App]:
    """The whole service in this process, on a database of its own: a test may move its clock and drain its queues."""
    async with running_app(fresh_database_url, redis_url, tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def service_url(database_url: str, redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a real server process on this worker's database, where the demo user is signed in."""
    with running_service(database_url, redis_url, tmp_path_factory.mktemp("service")) as url:
        yield url

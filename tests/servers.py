"""
The servers a test session shares: one PostgreSQL and one Valkey for all xdist workers.

The process that runs the session names a home in the environment before workers start. Whoever first needs a server
starts it there, everybody else adopts it; it ends with its last user, however the session ends. TEST_DATABASE_URL and
TEST_REDIS_URL point at real servers instead.
"""

import asyncio
import fcntl
import os
import secrets
import shutil
import tempfile
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar
from urllib.parse import urlsplit

import asyncpg
from redis import Redis

from roleferry.adapters.embedded import EmbeddedServer, PostgresServer, ValkeyServer
from roleferry.adapters.postgres.migrate import migrate

_HOME = "TEST_SERVERS_HOME"
_PREFIX = "roleferry-tests-"
_DROPS = 100
"""So often a database is asked to go, at fifths of a second."""
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Session:
    """What the process that runs the session keeps until its end."""

    home: Path
    lock: IO[str]

    @classmethod
    def begin(cls) -> "Session":
        """Make a home for the servers, and clear away those of sessions that were killed."""
        for old in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
            _remove_if_abandoned(old)
        draft = Path(tempfile.mkdtemp(prefix=".new-"))
        lock = (draft / "session.lock").open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        home = draft.rename(draft.with_name(draft.name.replace(".new-", _PREFIX)))
        os.environ[_HOME] = str(home)
        return cls(home, lock)

    def end(self) -> None:
        """Stop the servers and leave nothing behind."""
        if url := os.environ.get("TEST_DATABASE_URL"):
            run(_drop_databases(url, like=f"{_database_prefix()}%"))
        for server in (PostgresServer(self.home), ValkeyServer(self.home)):
            server.stop()
        shutil.rmtree(self.home)
        self.lock.close()
        del os.environ[_HOME]


def _remove_if_abandoned(home: Path) -> None:
    try:
        with (home / "session.lock").open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(home, ignore_errors=True)
    except OSError:  # in use, or another user's
        return


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine to its end in a loop of its own."""
    return asyncio.run(coroutine)


def session_home() -> Path:
    """Return the home the session's servers live in."""
    return Path(os.environ[_HOME])


@contextmanager
def server_url(kind: type[EmbeddedServer], given: str) -> Iterator[str]:
    """Yield the address of the session's server, or of the one named by the environment variable."""
    if url := os.environ.get(given):
        yield url
        return
    server = kind(session_home(), durable=False)
    try:
        yield server.start()
    finally:
        server.release()


@contextmanager
def database(server: str, name: str, *, migrated: bool = True) -> Iterator[str]:
    """Yield the address of a fresh database, dropped at the end."""
    template = _migrated_template(server) if migrated else "template0"
    name = f"{_database_prefix()}{name}"
    run(_execute(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    try:
        yield with_database(server, name)
    finally:
        run(_drop_databases(server, like=name))


@contextmanager
def redis_database(server: str, number: int) -> Iterator[str]:
    """Yield the address of an empty numbered database of the server."""
    url = urlsplit(server)._replace(path=f"/{number}").geturl()
    with Redis.from_url(url) as client:
        client.flushdb()
        yield url
        client.flushdb()


def with_database(url: str, name: str) -> str:
    """Return the address of another database of the same server."""
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def unique_name(prefix: str) -> str:
    """Return a name nobody else uses."""
    return f"{prefix}_{secrets.token_hex(4)}"


def _database_prefix() -> str:
    return "t_" + session_home().name.removeprefix(_PREFIX) + "_"


def _migrated_template(server: str) -> str:
    """Migrate a template once in a session, whichever worker comes first."""
    name = f"{_database_prefix()}template"
    with (session_home() / "template.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        if not lock.read():
            run(_execute(server, f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}" TEMPLATE template0'))
            run(migrate(with_database(server, name)))
            lock.write("migrated")
    return name


async def _execute(url: str, *statements: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def _drop_databases(url: str, *, like: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        for row in await connection.fetch("SELECT datname FROM pg_database WHERE datname LIKE $1", like):
            await _drop(connection, row["datname"])
    finally:
        await connection.close()


async def _drop(connection: asyncpg.Connection, name: str) -> None:
    """Drop a database, whoever is still connected; a vacuum that has just come by is nobody's to end, and soon gone."""
    for _ in range(_DROPS):
        with suppress(asyncpg.InsufficientPrivilegeError):
            await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            return
        await asyncio.sleep(0.2)
    raise RuntimeError(f"somebody who may not be sent away stays in {name}")

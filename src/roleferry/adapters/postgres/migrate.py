"""Apply the plain-SQL files of `migrations/`, in order, once, and refuse to go on when one of them was changed."""

import hashlib
from pathlib import Path

import asyncpg

_LOCK = 0x726F6C65  # any constant shared by all processes that migrate this database
_HISTORY = """
CREATE TABLE IF NOT EXISTS schema_migrations (
    version    text NOT NULL CONSTRAINT pk_schema_migrations PRIMARY KEY,
    sha256     text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
)
"""
_OUTSIDE = "-- migrate: outside a transaction"
"""First line of a file whose one statement (CREATE INDEX CONCURRENTLY) refuses to run in a transaction."""


class MigrationFailed(Exception):
    """A migration could not be applied; the database is at the one before it."""


class MigrationChanged(Exception):
    """A file that was applied before has other content now: write a new migration instead."""


def directory() -> Path:
    """Return where the SQL files are: beside the package when installed, at the top of the checkout otherwise."""
    packaged = Path(__file__).parents[2] / "migrations"
    return packaged if packaged.is_dir() else Path(__file__).parents[4] / "migrations"


async def migrate(database_url: str, *, source: Path | None = None) -> list[str]:
    """
    Bring the schema up to date and return the names of the files applied now.

    Safe when several processes start at once: one migrates, the others wait and find nothing to do.

    Raises:
        MigrationFailed: with the file and PostgreSQL's own words.
        MigrationChanged: with the file that differs.
    """
    files = sorted((source or directory()).glob("*.sql"))
    connection = await asyncpg.connect(database_url, statement_cache_size=0)
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        await connection.execute(_HISTORY)
        applied = dict(await connection.fetch("SELECT version, sha256 FROM schema_migrations"))
        _refuse_changes(applied, files)
        pending = [file for file in files if file.stem not in applied]
        for file in pending:
            await _apply(connection, file)
        return [file.stem for file in pending]
    finally:
        await connection.close()


async def pending(connection: asyncpg.Connection, *, source: Path | None = None) -> list[str]:
    """Return the names of the files this database has not seen, for readiness."""
    known = {row["version"] for row in await connection.fetch("SELECT version FROM schema_migrations")}
    return [file.stem for file in sorted((source or directory()).glob("*.sql")) if file.stem not in known]


def _refuse_changes(applied: dict[str, str], files: list[Path]) -> None:
    there = {file.stem: _digest(file) for file in files}
    for version, digest in applied.items():
        if there.get(version) not in {digest, None}:
            raise MigrationChanged(f"{version} was changed after it was applied: write a new migration instead")


async def _apply(connection: asyncpg.Connection, file: Path) -> None:
    sql = file.read_text(encoding="utf-8")
    record = "INSERT INTO schema_migrations (version, sha256) VALUES ($1, $2)"
    try:
        if sql.startswith(_OUTSIDE):
            await connection.execute(sql)
            await connection.execute(record, file.stem, _digest(file))
            return
        async with connection.transaction():
            await connection.execute("SET LOCAL lock_timeout = '4s'")
            await connection.execute(sql)
            await connection.execute(record, file.stem, _digest(file))
    except asyncpg.PostgresError as error:
        raise MigrationFailed(f"{file.name}: {error}") from error


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()

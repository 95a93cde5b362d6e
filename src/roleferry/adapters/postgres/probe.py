"""Look at a database from outside: can it be reached, is its schema current, does a worker live."""

from dataclasses import dataclass

import asyncpg

from roleferry.adapters.postgres.migrate import directory, pending

_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseState:
    """What was seen; `heartbeat_age` in seconds, None when no worker ever ran; `sending_hold`: why nothing leaves."""

    version: str
    pending: list[str]
    heartbeat_age: float | None
    sending_hold: str | None = None


async def probe_database(database_url: str) -> DatabaseState | str:
    """Return the state, or in words why it cannot be seen."""
    try:
        connection = await asyncpg.connect(database_url, timeout=_SECONDS, statement_cache_size=0)
    except ValueError:
        return "this is no address of a database; it looks like postgresql://user:password@host:5432/name"
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return str(error) or type(error).__name__
    try:
        version = str(await connection.fetchval("SHOW server_version")).split()[0]
        missing = await _pending(connection)
        age = None if missing else await _heartbeat_age(connection)
        hold = None if missing else await _sending_hold(connection)
        return DatabaseState(version=version, pending=missing, heartbeat_age=age, sending_hold=hold)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return str(error) or type(error).__name__
    finally:
        await connection.close()


async def _pending(connection: asyncpg.Connection) -> list[str]:
    try:
        return await pending(connection)
    except asyncpg.UndefinedTableError:
        return sorted(file.stem for file in directory().glob("*.sql"))


async def _heartbeat_age(connection: asyncpg.Connection) -> float | None:
    async with connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        age = await connection.fetchval(
            "SELECT extract(epoch FROM clock_timestamp() - max(beat_at)) FROM worker_heartbeats"
        )
    return None if age is None else float(age)


async def _sending_hold(connection: asyncpg.Connection) -> str | None:
    async with connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        why = await connection.fetchval("SELECT value ->> 'why' FROM service_state WHERE key = 'sending_stopped'")
    return None if why is None else str(why)

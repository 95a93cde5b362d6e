"""The reference of everything that writes many rows: the same rows, by COPY, into the same tables."""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import UUID

import asyncpg

_ROWS = "SELECT {} FROM {} WHERE user_id = '{}'"
_COLUMNS = """
SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute
 WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
"""
_REMOVE = "DELETE FROM {} WHERE user_id = '{}'"
_WALL = "ALTER TABLE {} {} ROW LEVEL SECURITY"


async def time_of_copy(
    system: asyncpg.Connection, owner: asyncpg.Connection, user_id: UUID, tables: Iterable[str], home: Path
) -> float:
    """Take a person's rows out of the tables (parents first), COPY them back, and return the seconds."""
    files = {table: home / f"{table}.copy" for table in tables}
    for table, file in files.items():
        columns = await system.fetchval(_COLUMNS, table)
        await system.copy_from_query(_ROWS.format(columns, table, user_id), output=file, format="binary")
    await remove(system, owner, user_id, files)
    return await _copy(owner, files)


async def remove(system: asyncpg.Connection, owner: asyncpg.Connection, user_id: UUID, tables: Iterable[str]) -> None:
    """Remove a person's rows, last table first, and what they leave behind."""
    for table in reversed(list(tables)):
        await system.execute(_REMOVE.format(table, user_id))
        await owner.execute(f"VACUUM ANALYZE {table}")


async def _copy(owner: asyncpg.Connection, files: Mapping[str, Path]) -> float:
    """COPY is refused under row-level security, so the owner steps out of it; indexes and foreign keys are kept."""
    for table in files:
        await owner.execute(_WALL.format(table, "NO FORCE"))
    try:
        started = time.perf_counter()
        async with owner.transaction():
            for table, file in files.items():
                await owner.copy_to_table(table, source=file, format="binary")
        return time.perf_counter() - started
    finally:
        for table in files:
            await owner.execute(_WALL.format(table, "FORCE"))

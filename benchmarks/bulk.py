"""Loading tables with millions of rows: indexes, keys and triggers stand aside; indexes are built afterwards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

_LONG = 7200.0
_FOREIGN_KEYS = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
 WHERE contype = 'f' AND (conrelid = ANY ($1::regclass[]) OR confrelid = ANY ($1::regclass[]))
"""
_KEYS = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS make
  FROM pg_constraint WHERE contype IN ('p', 'u') AND conrelid = ANY ($1::regclass[])
"""
_INDEXES = """
SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop, pg_get_indexdef(indexrelid) AS make
  FROM pg_index WHERE indrelid = ANY ($1::regclass[])
"""


@asynccontextmanager
async def bulk(owner: asyncpg.Connection, *tables: str) -> AsyncIterator[None]:
    """
    Load `tables` inside, without anything that slows it; then build their indexes and learn their statistics.

    Their foreign keys and triggers, and foreign keys that refer to them, do not come back: rows may stand without those
    they refer to.
    """
    for statement in await owner.fetch(_FOREIGN_KEYS, tables):
        await owner.execute(statement[0])
    for table in tables:
        await owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER, SET (autovacuum_enabled = off)")
    again = [*await _removed(owner, _KEYS, tables), *await _removed(owner, _INDEXES, tables)]
    yield
    await owner.execute("SET maintenance_work_mem = '1GB'")
    for statement in again:
        await owner.execute(statement, timeout=_LONG)
    await owner.execute("VACUUM ANALYZE", timeout=_LONG)


async def _removed(owner: asyncpg.Connection, query: str, tables: tuple[str, ...]) -> list[str]:
    """Remove what the query finds, and return the statements that make it again."""
    found = await owner.fetch(query, tables)
    for one in found:
        await owner.execute(one["drop"])
    return [one["make"] for one in found]

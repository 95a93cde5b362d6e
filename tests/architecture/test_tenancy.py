"""The wall between people stands in the database itself, for every table, including ones added later."""

import asyncpg
import pytest

from roleferry.adapters.postgres.pool import UnsafeRole, open_pool

_TABLES = """
SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
       (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
  FROM pg_class c
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
   AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped)
"""


async def test_every_table_with_a_user_forces_row_level_security(database_url: str) -> None:
    connection = await asyncpg.connect(database_url)
    tables = await connection.fetch(_TABLES)
    await connection.close()
    assert len(tables) > 20
    assert [t["name"] for t in tables if not (t["enabled"] and t["forced"] and t["policies"] == 2)] == []


async def test_every_key_of_a_persons_table_begins_with_the_user(database_url: str) -> None:
    connection = await asyncpg.connect(database_url)
    keys = await connection.fetch(
        "SELECT i.indrelid::regclass::text AS name, a.attname AS first FROM pg_index i"
        " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]"
        " WHERE i.indisprimary AND i.indrelid IN (SELECT attrelid FROM pg_attribute WHERE attname = 'user_id')"
        " AND i.indrelid::regclass::text NOT LIKE 'pg_%'"
    )
    await connection.close()
    assert [key["name"] for key in keys if key["first"] != "user_id"] == []


async def test_the_application_acts_as_a_role_that_cannot_bypass_the_wall(database_url: str) -> None:
    pool = await open_pool(database_url, size=2)
    row = await pool.fetchrow("SELECT rolsuper OR rolbypassrls AS unsafe FROM pg_roles WHERE rolname = current_user")
    await pool.close()
    assert row["unsafe"] is False


async def test_without_a_user_the_application_sees_nothing(database_url: str) -> None:
    pool = await open_pool(database_url, size=2)
    assert await pool.fetchval("SELECT count(*) FROM users") == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await pool.execute("INSERT INTO users (id, email) VALUES (gen_random_uuid(), 'mallory@example.test')")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await pool.fetchval("SELECT count(*) FROM raw_events")
    await pool.close()


async def test_the_audit_log_can_only_grow(database_url: str) -> None:
    pool = await open_pool(database_url, size=2)
    for statement in ("UPDATE audit_log SET action = 'x'", "DELETE FROM audit_log"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await pool.execute(statement)
    await pool.close()


async def test_a_pool_refuses_a_role_that_owns_the_tables(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = await asyncpg.connect(database_url)
    monkeypatch.setattr("roleferry.adapters.postgres.pool.APP_ROLE", await owner.fetchval("SELECT current_user"))
    await owner.close()
    with pytest.raises(UnsafeRole):
        await open_pool(database_url, size=2)

"""The shared servers are real, separate for each worker, and never reached as a superuser."""

import asyncpg
from redis.asyncio import Redis


async def test_the_database_role_can_neither_bypass_row_level_security_nor_everything_else(postgres_url: str) -> None:
    connection = await asyncpg.connect(postgres_url)
    row = await connection.fetchrow("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    await connection.close()
    assert dict(row) == {"rolsuper": False, "rolbypassrls": False}


async def test_the_database_of_a_worker_is_migrated(database_url: str, empty_database_url: str) -> None:
    assert await _tables(database_url) > 0
    assert await _tables(empty_database_url) == 0


async def test_valkey_refuses_to_forget(redis_url: str) -> None:
    async with Redis.from_url(redis_url) as client:
        assert await client.ping()
        assert (await client.config_get("maxmemory-policy"))["maxmemory-policy"] == "noeviction"


async def _tables(url: str) -> int:
    connection = await asyncpg.connect(url)
    count = await connection.fetchval("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
    await connection.close()
    return int(count)

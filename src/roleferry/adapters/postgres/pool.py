"""Connections: opened as a role that cannot bypass row-level security, returned without a round trip."""

from typing import Any

import asyncpg
import msgspec

APP_ROLE = "roleferry_app"
_LIMITS = {"statement_timeout": "15000", "lock_timeout": "5000", "idle_in_transaction_session_timeout": "20000"}
"""Milliseconds: a statement that hangs must not hold a lock for long (reliability rule 7.3)."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.decode


class UnsafeRole(Exception):
    """The role of the connection could see past row-level security."""


async def open_pool(database_url: str, *, size: int = 10) -> asyncpg.Pool:
    """
    Open the application's pool. Works behind PgBouncer in transaction mode: no session state is relied on.

    Raises:
        UnsafeRole: the application's role is a superuser, may bypass row-level security, or owns tables.
    """
    pool = await asyncpg.create_pool(
        database_url,
        min_size=min(2, size),
        max_size=size,
        init=_prepare,
        reset=_leave_clean,
        command_timeout=30,
        statement_cache_size=256,
        server_settings={"role": APP_ROLE, "application_name": "roleferry", **_LIMITS},
    )
    try:
        async with pool.acquire() as connection:
            await _refuse_unsafe_role(connection)
    except BaseException:
        await pool.close()
        raise
    return pool


async def _prepare(connection: Any) -> None:
    await connection.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        encoder=lambda value: b"\x01" + _encode(value),
        decoder=lambda data: _decode(data[1:]),
        format="binary",
    )


async def _leave_clean(connection: Any) -> None:
    """Undo what a canceled request left open; asyncpg's own reset costs a round trip every time."""
    if connection.is_in_transaction():
        await connection.execute("ROLLBACK")


async def _refuse_unsafe_role(connection: Any) -> None:
    row = await connection.fetchrow(
        "SELECT current_user AS name, rolsuper OR rolbypassrls AS unsafe,"
        " EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS owner"
        " FROM pg_roles WHERE rolname = current_user"
    )
    if row["unsafe"] or row["owner"] or row["name"] != APP_ROLE:
        raise UnsafeRole(f"the application must act as {APP_ROLE}, without superuser, BYPASSRLS or tables of its own")

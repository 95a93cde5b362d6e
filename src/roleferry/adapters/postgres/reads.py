"""Queries that only show: no domain object is built on the way from a row to the answer."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import asyncpg

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.postgres.transactions import UnstorableValue, opening
from roleferry.domain.model.ids import UserId
from roleferry.ports.errors import Unavailable
from roleferry.ports.transactions import Reads


class PostgresReads(Reads):
    """One read-only transaction a call: begin, query, commit."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def many(self, user_id: UserId | None, query: str, *args: object) -> Sequence[Mapping[str, Any]]:
        rows: Sequence[Mapping[str, Any]] = await self._read(user_id, "fetch", query, args)
        return rows

    async def one(self, user_id: UserId | None, query: str, *args: object) -> Mapping[str, Any] | None:
        row: Mapping[str, Any] | None = await self._read(user_id, "fetchrow", query, args)
        return row

    async def _read(self, user_id: UserId | None, how: Literal["fetch", "fetchrow"], query: str, args: Any) -> Any:
        try:
            async with self._pool.acquire() as connection:
                await connection.execute(opening(user_id, read_only=True))
                found = await getattr(connection, how)(STATEMENTS[query], *args)
                await connection.execute("COMMIT")
                return found
        except asyncpg.DataError as error:
            raise UnstorableValue("a value is out of the range this service can look for") from error
        except (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError) as lost:
            raise Unavailable("the database cannot be reached") from lost

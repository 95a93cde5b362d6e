"""Queries that only show: no domain object is built on the way from a row to the answer."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal

import asyncpg

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.postgres.transactions import UnstorableValue, opening
from roleferry.domain.model.ids import UserId
from roleferry.ports.errors import Unavailable
from roleferry.ports.transactions import Reads

_PARAMETER = re.compile(r"\$(\d+)")
_OPTIONAL = re.compile(r"\((\$(\d+)::\w+(?:\[\])? IS NULL) OR ")
_LIMIT = re.compile(r"LIMIT \$(\d+)")
_AS_A_USER = """
WITH me AS MATERIALIZED (SELECT set_config('app.user_id', ${user}::uuid::text, true)::uuid AS id)
SELECT found.* FROM me CROSS JOIN LATERAL (
SELECT q.* FROM (
{statement}
) q WHERE me.id IS NOT NULL OFFSET 0) found
"""


@lru_cache(maxsize=1024)
def as_a_user(statement: str) -> str:
    """
    Return the statement with one more parameter, behind its own: the user it is asked for.

    One round trip instead of three: the user is set for the statement's own transaction, and is gone with it, however
    it ends. `LATERAL` and `OFFSET 0` leave no other order than to set the user first; were it ever otherwise, row-level
    security would find nobody acting, and show no row.
    """
    user = 1 + max((int(number) for number in _PARAMETER.findall(statement)), default=0)
    return _AS_A_USER.format(user=user, statement=statement)


@lru_cache(maxsize=1024)
def decided(statement: str, absent: frozenset[int], limit: int | None = None) -> str:
    """
    Return the statement with every `($2::text IS NULL OR ...)` decided by which parameters are NULL, and its LIMIT.

    Otherwise no plan fits every case, and PostgreSQL plans anew each time, which takes longer than the reading. What
    does not count any more stays behind a `true OR`, which it drops when planning: the parameters keep their types.
    """
    if limit is not None:
        statement = _LIMIT.sub(rf"LIMIT CASE WHEN true OR $\1::bigint IS NULL THEN {int(limit)} END", statement)
    place = 0
    while found := _OPTIONAL.search(statement, place):
        end = _closing(statement, found.start())
        if int(found[2]) in absent:
            kept = f"(true OR {statement[found.start() : end + 1]})"
        else:
            kept = f"(({found[1]} OR true) AND ({statement[found.end() : end]}))"
        statement = statement[: found.start()] + kept + statement[end + 1 :]
        place = found.start() + len(kept)
    return statement


def _fitted(statement: str, args: Sequence[object]) -> str:
    """Return the statement as it is best planned for these arguments."""
    absent = frozenset(number for number, value in enumerate(args, start=1) if value is None)
    wanted = _LIMIT.search(statement)
    limit = args[int(wanted[1]) - 1] if wanted else None
    return decided(statement, absent, limit if isinstance(limit, int) else None)


def _closing(text: str, opening: int) -> int:
    """Return where the bracket that opens there closes."""
    depth = 0
    for place in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise ValueError("a bracket is not closed")


class PostgresReads(Reads):
    """A user's read is one statement, a transaction of its own; the system's is begin, query, commit."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def many(self, user_id: UserId | None, query: str, *args: object) -> Sequence[Mapping[str, Any]]:
        rows: Sequence[Mapping[str, Any]] = await self._read(user_id, "fetch", STATEMENTS[query], args)
        return rows

    async def one(self, user_id: UserId | None, query: str, *args: object) -> Mapping[str, Any] | None:
        row: Mapping[str, Any] | None = await self._read(user_id, "fetchrow", STATEMENTS[query], args)
        return row

    async def _read(self, user_id: UserId | None, how: Literal["fetch", "fetchrow"], statement: str, args: Any) -> Any:
        try:
            async with self._pool.acquire() as connection:
                if user_id is not None:
                    return await getattr(connection, how)(as_a_user(_fitted(statement, args)), *args, user_id)
                await connection.execute(opening(None, read_only=True))
                found = await getattr(connection, how)(statement, *args)
                await connection.execute("COMMIT")
                return found
        except asyncpg.DataError as error:
            raise UnstorableValue("a value is out of the range this service can look for") from error
        except (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError) as lost:
            raise Unavailable("the database cannot be reached") from lost

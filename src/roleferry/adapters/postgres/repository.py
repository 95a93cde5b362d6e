"""What every repository shares: named statements on one connection."""

from collections.abc import Mapping, Sequence
from typing import Any

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.domain.model.ids import UserId


class Repository:
    """Rows of one aggregate, within a transaction; `user_id` is whose it is (None: the system's)."""

    def __init__(self, connection: Any, user_id: UserId | None) -> None:
        self._connection = connection
        self._user_id = user_id

    async def _many(self, statement: str, *args: object) -> Sequence[Mapping[str, Any]]:
        rows: Sequence[Mapping[str, Any]] = await self._connection.fetch(STATEMENTS[statement], *args)
        return rows

    async def _one(self, statement: str, *args: object) -> Mapping[str, Any] | None:
        row: Mapping[str, Any] | None = await self._connection.fetchrow(STATEMENTS[statement], *args)
        return row

    async def _execute(self, statement: str, *args: object) -> int:
        """Return how many rows were touched."""
        tag: str = await self._connection.execute(STATEMENTS[statement], *args)
        return int(tag.rpartition(" ")[2])

"""Suppressions as rows: a person's in `suppressions`, everybody's in `service_suppressions`."""

from collections.abc import Sequence

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import SuppressionId, UserId
from roleferry.domain.model.sending.suppression import Suppression, SuppressionScope
from roleferry.ports.suppressions import SuppressionNotFound, SuppressionRepository


class PostgresSuppressions(Repository, SuppressionRepository):
    """Rows of suppressions; entries that bind everybody can only be written by the system."""

    async def add(self, suppressions: Sequence[Suppression]) -> int:
        added = 0
        if own := [one for one in suppressions if one.user_id is not None]:
            columns = (
                [one.user_id for one in own],
                *(
                    [getattr(one, name) for one in own]
                    for name in ("id", "kind", "hashed", "shown", "reason", "source", "at")
                ),
            )
            added += await self._execute("add_suppressions", *columns)
        if shared := [one for one in suppressions if one.scope is SuppressionScope.GLOBAL]:
            names = ("hashed", "id", "kind", "reason", "at")
            await self._execute("add_service_suppressions", *([getattr(one, name) for one in shared] for name in names))
        return added

    async def find(self, suppression_id: SuppressionId) -> Suppression:
        row = await self._one("find_suppression", self._user_id, suppression_id)
        if row is None:
            raise SuppressionNotFound("there is no such suppression", suppression_id=suppression_id)
        return to(Suppression, row)

    async def remove(self, suppression_id: SuppressionId) -> None:
        await self._execute("remove_suppression", self._user_id, suppression_id)

    async def matching(self, hashes: Sequence[str], *, user_ids: Sequence[UserId]) -> Sequence[Suppression]:
        rows = await self._many("match_suppressions", list(user_ids), list(hashes))
        return [to(Suppression, row) for row in rows]

"""The service's own switches."""

from collections.abc import Sequence
from datetime import datetime

import asyncpg

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.ids import UserId
from roleferry.domain.model.people.account import AccountNotFound
from roleferry.ports.send_witness import Epoch
from roleferry.ports.service_state import ServiceHold, ServiceState, Stops

_KEY = "sending_stopped"
constraints.register("fk_sending_holds_user", AccountNotFound("there is no such person"))


class PostgresServiceState(Repository, ServiceState):
    """Rows of service_state and sending_holds."""

    async def stops(self, user_ids: Sequence[UserId]) -> Stops:
        rows = await self._many("list_sending_stops", list(user_ids))
        whys = {row["user_id"]: str(row["why"]) for row in rows}
        return Stops(service=whys.pop(None, None), users={UserId(one): why for one, why in whys.items()})

    async def sending_hold(self) -> ServiceHold | None:
        row = await self._one("read_state", _KEY)
        return to(ServiceHold, row["value"]) if row and row["value"] else None

    async def stop_sending(self, why: str, *, at: datetime, restored: bool = False) -> None:
        await self._execute("write_state", _KEY, plain(ServiceHold(why=why, at=at, restored=restored)))

    async def resume_sending(self) -> None:
        await self._execute("write_state", _KEY, "")

    async def outlast_beginnings(self) -> bool:
        try:
            await self._many("outlast_beginnings")
        except asyncpg.LockNotAvailableError:
            return False
        return True

    async def stop_user(self, user_id: UserId, why: str, *, at: datetime) -> None:
        await self._execute("hold_sending", user_id, why, at)

    async def resume_user(self, user_id: UserId) -> bool:
        return bool(await self._execute("release_sending", user_id))

    async def epoch(self) -> Epoch | None:
        row = await self._one("read_state", "send_epoch")
        return to(Epoch, row["value"]) if row else None

    async def advance_epoch(self, *, beyond: int = 0) -> Epoch:
        (row,) = await self._many("advance_epoch", beyond)
        return to(Epoch, row["value"])

"""What is kept for a while only."""

from datetime import date, datetime

from roleferry.adapters.postgres.repository import Repository
from roleferry.ports.housekeeping import Housekeeping


class PostgresHousekeeping(Repository, Housekeeping):
    """Across tables and users."""

    async def done(self, name: str, day: date) -> bool:
        return await self._one("find_nightly_run", name, day) is not None

    async def last_run(self, name: str) -> date | None:
        row = await self._one("find_last_nightly_run", name)
        return row["day"] if row else None

    async def record(self, name: str, day: date) -> None:
        await self._execute("begin_nightly_run", name, day)

    async def purge_bodies(self, *, before: datetime) -> int:
        mails = await self._execute("purge_mail_bodies", before)
        return mails + await self._execute("purge_reply_texts", before)

    async def forget_raw_events(self, *, before: datetime) -> int:
        return await self._execute("forget_raw_events", before)

    async def forget_stale(self) -> int:
        return await self._execute("forget_idempotent") + await self._execute("forget_dead_workers")

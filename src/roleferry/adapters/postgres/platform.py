"""The built-in warmup pool, as its own series tells of it."""

from datetime import date

import asyncpg

from roleferry.adapters.postgres.reads import PostgresReads
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.ports.platform import OutreachPlatform, WarmupDay


class PostgresPool(OutreachPlatform):
    """Rows of warmup_days; the mails themselves are carried by our workers."""

    source = "built-in"
    carries = True

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._reads = PostgresReads(pool)

    async def warmup_days(
        self, user_id: UserId, mailbox_id: MailboxId, *, since: date, until: date
    ) -> tuple[WarmupDay, ...]:
        rows = await self._reads.many(user_id, "show_warmup_days", user_id, mailbox_id, since, until)
        return tuple(WarmupDay(**dict(row)) for row in rows)

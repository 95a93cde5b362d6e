"""The log of what happened to mails."""

from collections.abc import Sequence

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.ids import OutreachId
from roleferry.ports.events import EventLog, OutreachFact

_COLUMNS = ("user_id", "id", "outreach_id", "type", "at", "recorded_at", "dedupe_key", "counted")


class PostgresEventLog(Repository, EventLog):
    """Rows of outreach_events."""

    async def add(self, facts: Sequence[OutreachFact]) -> int:
        if not facts:
            return 0
        columns = [[getattr(one, name) for one in facts] for name in _COLUMNS]
        return await self._execute("add_outreach_events", *columns, [plain(one.facts) for one in facts])

    async def of_mail(self, outreach_id: OutreachId) -> Sequence[OutreachFact]:
        return [to(OutreachFact, row) for row in await self._many("list_mail_events", self._user_id, outreach_id)]

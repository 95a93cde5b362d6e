"""Mailboxes' health as rows, and their facts out of the log."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from roleferry.adapters.postgres.figures import numbered_facts
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.authentication import DnsReport
from roleferry.ports.figures import NumberedFact
from roleferry.ports.health import HealthDay, HealthRepository, WatchedMailbox


class PostgresHealth(Repository, HealthRepository):
    """Rows of mailbox_health and mailbox_watch."""

    async def mailboxes(self, mailbox_id: MailboxId | None = None) -> Sequence[WatchedMailbox]:
        rows = await self._many("list_watched_mailboxes", self._user_id, mailbox_id)
        return [
            WatchedMailbox(
                id=MailboxId(row["id"]),
                address=row["address"],
                display_name=row["display_name"],
                status=row["status"],
                time_zone=row["time_zone"],
                warmup=row["warmup"],
                pause=row["pause"],
                warmup_started_on=row["warmup_started_on"],
                dns=to(DnsReport, row["dns"]) if row["dns"] else DnsReport(),
            )
            for row in rows
        ]

    async def facts(
        self, *, since: datetime, mailbox_id: MailboxId | None = None
    ) -> Mapping[MailboxId, Sequence[NumberedFact]]:
        rows = await self._many("list_facts_of_mailboxes", self._user_id, since, mailbox_id)
        by_mailbox = defaultdict(list)
        for row in rows:
            by_mailbox[MailboxId(row["mailbox_id"])].append(row)
        return {mailbox: numbered_facts(its) for mailbox, its in by_mailbox.items()}

    async def last_day(self) -> date | None:
        row = await self._one("find_last_health_day", self._user_id)
        return row["day"] if row else None

    async def save_days(self, days: Sequence[HealthDay], *, at: datetime) -> int:
        if not days:
            return 0
        mailboxes, dates = [one.mailbox_id for one in days], [one.day for one in days]
        return await self._execute(
            "save_mailbox_days", self._user_id, mailboxes, dates, [dict(one.figures) for one in days], at
        )

    async def note_evidence(self, mailbox_id: MailboxId, number: int) -> bool:
        return bool(await self._execute("note_mailbox_evidence", self._user_id, mailbox_id, number))

    async def note_low_replies(self, mailbox_id: MailboxId, today: date) -> bool:
        return bool(await self._execute("note_low_replies", self._user_id, mailbox_id, today))

    async def users_who_sent(self, *, since: datetime) -> Sequence[UserId]:
        return [UserId(row["user_id"]) for row in await self._many("list_users_who_sent", since)]

"""Connected sending accounts as rows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.ids import MailboxId, OutreachId, UserId
from roleferry.domain.model.sending.authentication import DnsReport
from roleferry.domain.model.sending.caps import MailboxCaps
from roleferry.domain.model.sending.mailbox import Mailbox, MailboxPause, MailboxStatus, WarmupState
from roleferry.ports.mailboxes import (
    CheckedMailbox,
    MailboxChanged,
    MailboxExists,
    MailboxInUse,
    MailboxNotFound,
    MailboxRepository,
)

constraints.register("uq_mailboxes_address", MailboxExists("this address is connected already"))
constraints.register("fk_enrollments_mailbox", MailboxInUse("conversations go through it: pause it instead"))


class PostgresMailboxes(Repository, MailboxRepository):
    """Rows of mailboxes."""

    async def add(self, mailbox: Mailbox, *, at: datetime) -> None:
        await self._execute("add_mailbox", *_values(mailbox), mailbox.address, mailbox.provider, at)

    async def find(self, mailbox_id: MailboxId) -> Mailbox:
        row = await self._one("lock_mailbox", self._user_id, mailbox_id)
        if row is None:
            raise MailboxNotFound("there is no such mailbox", mailbox_id=mailbox_id)
        return mailbox_of(row)

    async def all(self) -> Sequence[Mailbox]:
        return [mailbox_of(row) for row in await self._many("list_all_mailboxes", self._user_id)]

    async def save(self, mailbox: Mailbox) -> None:
        if not await self._execute("save_mailbox", *_values(mailbox)):
            raise MailboxChanged("somebody changed the mailbox meanwhile", mailbox_id=mailbox.id)

    async def remove(self, mailbox_id: MailboxId) -> None:
        if not await self._execute("remove_mailbox", self._user_id, mailbox_id):
            raise MailboxNotFound("there is no such mailbox", mailbox_id=mailbox_id)

    async def save_dns(self, mailbox_id: MailboxId, report: DnsReport, *, at: datetime) -> None:
        await self._execute("save_mailbox_dns", self._user_id, mailbox_id, plain(report), at)

    async def checked_before(self, moment: datetime, *, limit: int) -> Sequence[CheckedMailbox]:
        rows = await self._many("list_mailboxes_checked_before", moment, limit)
        return [
            CheckedMailbox(user_id=UserId(row["user_id"]), id=MailboxId(row["id"]), dns=to(DnsReport, row["dns"]))
            for row in rows
        ]

    async def taken(
        self, mailbox_ids: Sequence[MailboxId], *, since: datetime, without: Sequence[OutreachId] = ()
    ) -> dict[MailboxId, tuple[datetime, ...]]:
        times: dict[MailboxId, list[datetime]] = defaultdict(list)
        for row in await self._many("list_taken_times", self._user_id, list(mailbox_ids), since, list(without)):
            times[MailboxId(row["mailbox_id"])].append(row["at"])
        return {mailbox_id: tuple(moments) for mailbox_id, moments in times.items()}


def mailbox_of(row: Mapping[str, Any]) -> Mailbox:
    """Return the mailbox of a row that holds every column of one."""
    return Mailbox(
        id=MailboxId(row["id"]),
        user_id=UserId(row["user_id"]),
        address=row["address"],
        display_name=row["display_name"],
        provider=row["provider"],
        time_zone=row["time_zone"],
        caps=MailboxCaps(
            daily=row["daily_cap"],
            gap=timedelta(seconds=row["gap_seconds"]),
            warmup_started_on=row["warmup_started_on"],
        ),
        status=MailboxStatus(row["status"]),
        pause=MailboxPause(row["pause"]) if row["pause"] else None,
        pause_detail=row["pause_detail"],
        closed_until=row["closed_until"],
        postal_address=row["postal_address"],
        warmup=WarmupState(row["warmup"]),
        version=row["version"],
    )


def _values(mailbox: Mailbox) -> tuple[Any, ...]:
    return (
        mailbox.user_id,
        mailbox.id,
        mailbox.version,
        mailbox.display_name,
        mailbox.time_zone,
        mailbox.caps.daily,
        int(mailbox.caps.gap.total_seconds()),
        mailbox.caps.warmup_started_on,
        mailbox.status.value,
        mailbox.pause.value if mailbox.pause else None,
        mailbox.pause_detail,
        mailbox.closed_until,
        mailbox.postal_address,
        mailbox.warmup.value,
    )

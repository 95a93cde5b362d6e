"""The warmup pool as rows, apart from everything a campaign has."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres.mailboxes import mailbox_of
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import json_text, to
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.warmup.mail import MAY_FOLLOW, WarmupCounts, WarmupMail, WarmupStatus, counted
from roleferry.domain.model.warmup.pool import Pool
from roleferry.ports.warmup import Membership, WarmupRepository

_NOTHING = WarmupCounts()
_PLANNED = (
    "user_id",
    "id",
    "mailbox_id",
    "partner_user_id",
    "partner_mailbox_id",
    "day",
    "slot",
    "thread_id",
    "place",
    "message_id",
)


class PostgresWarmup(Repository, WarmupRepository):
    """Rows of warmup_members, warmup_mails and warmup_days."""

    async def membership(self, mailbox_id: MailboxId) -> Membership | None:
        row = await self._one("find_warmup_member", self._user_id, mailbox_id)
        return to(Membership, row) if row else None

    async def join(self, mailbox_id: MailboxId, pool: Pool, *, shares_identity: bool, at: datetime) -> None:
        await self._execute("join_warmup", self._user_id, mailbox_id, pool.value, shares_identity, at)

    async def leave(self, mailbox_id: MailboxId, *, at: datetime) -> None:
        await self._execute("leave_warmup", self._user_id, mailbox_id)
        await self._execute("drop_planned_warmup", self._user_id, mailbox_id, at)

    async def to_plan(self, *, now: datetime, limit: int) -> Sequence[Mailbox]:
        return [mailbox_of(row) for row in await self._many("list_warmup_to_plan", now, limit)]

    async def plan_again(self, mailbox: Mailbox, *, at: datetime) -> None:
        await self._execute("plan_warmup_again", mailbox.user_id, mailbox.id, at)

    async def candidates(self, mailbox: Mailbox, *, limit: int) -> Sequence[Mailbox]:
        return [mailbox_of(row) for row in await self._many("list_warmup_candidates", mailbox.id, limit)]

    async def apart(self, mailbox: Mailbox) -> frozenset[MailboxId]:
        rows = await self._many("list_warmup_apart", mailbox.user_id, mailbox.id, mailbox.address)
        return frozenset(MailboxId(row["mailbox_id"]) for row in rows)

    async def real_mails(self, mailbox: Mailbox, *, since: datetime, until: datetime) -> tuple[int, datetime | None]:
        row = await self._one("count_real_mails", mailbox.user_id, mailbox.id, since, until)
        return (row["mails"], row["last_at"]) if row else (0, None)

    async def plan(self, mails: Sequence[WarmupMail]) -> int:
        if not mails:
            return 0
        columns = [[getattr(one, name) for one in mails] for name in _PLANNED]
        earlier = [json_text(one.earlier) for one in mails]
        return await self._execute("plan_warmup_mails", *columns, earlier, [one.due_at for one in mails])

    async def next_due(self, *, now: datetime) -> WarmupMail | None:
        row = await self._one("find_due_warmup", now)
        return _mail(row) if row else None

    async def claim(self, mail: WarmupMail) -> bool:
        return await self._one("claim_warmup", mail.user_id, mail.id) is not None

    async def find(self, mail_id: UUID) -> WarmupMail | None:
        row = await self._one("lock_warmup_mail", mail_id)
        return _mail(row) if row else None

    async def member(self, mailbox_id: MailboxId) -> Mailbox | None:
        row = await self._one("find_warmup_mailbox", mailbox_id)
        return mailbox_of(row) if row else None

    async def written_on(self, mailbox: Mailbox, day: date) -> int:
        row = await self._one("count_warmup_on", mailbox.user_id, mailbox.id, day)
        return row["mails"] if row else 0

    async def begin(self, mail: WarmupMail, *, lease_seconds: float) -> None:
        await self._execute("begin_warmup", mail.user_id, mail.id, lease_seconds)

    async def settle(self, mail: WarmupMail, status: WarmupStatus, *, at: datetime, why: str | None = None) -> bool:
        if status not in MAY_FOLLOW[mail.status]:
            return False
        left = status is not WarmupStatus.DROPPED
        await self._execute("settle_warmup", mail.user_id, mail.id, status.value, at, why, left)
        sender, receiver = counted(mail.status, status)
        await self._count(mail.user_id, mail.mailbox_id, sender, at)
        await self._count(mail.partner_user_id, mail.partner_mailbox_id, receiver, at)
        return True

    async def _count(self, user_id: UserId, mailbox_id: MailboxId, counts: WarmupCounts, at: datetime) -> None:
        if counts != _NOTHING:
            day = at.astimezone(UTC).date()
            await self._execute("add_warmup_counts", user_id, mailbox_id, day, *astuple(counts))

    async def expired(self) -> Sequence[WarmupMail]:
        return [_mail(row) for row in await self._many("list_expired_warmup")]

    async def unreceived(self, *, sent_by: datetime, limit: int) -> Sequence[WarmupMail]:
        return [_mail(row) for row in await self._many("list_unreceived_warmup", sent_by, limit)]

    async def forget(self, *, before: datetime) -> int:
        return await self._execute("forget_warmup_mails", before)


def _mail(row: Mapping[str, Any]) -> WarmupMail:
    return to(WarmupMail, row)

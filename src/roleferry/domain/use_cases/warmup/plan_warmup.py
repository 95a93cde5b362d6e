"""Plan a mailbox's day in the pool: how many, to whom, when (SPEC 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.mailbox import Mailbox, WarmupState
from roleferry.domain.model.sending.window import instant, jitter
from roleferry.domain.model.sending.zones import zone_named
from roleferry.domain.model.warmup.mail import WarmupMail, message_id_of
from roleferry.domain.model.warmup.pool import Hours, allowance, moment_within, partners_of, shared_hours
from roleferry.domain.use_cases.warmup.reaching import can_reach
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.mail import Mailer
from roleferry.ports.transactions import Transactions, UnitOfWork

_CANDIDATES = 50
_SPREAD = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWarmup:
    """Plan the days that are to be planned; a day planned twice has the same slots once."""

    transactions: Transactions
    mailer: Mailer
    allowed_recipients: AllowedRecipients | None
    clock: Clock
    ids: Ids

    async def __call__(self, *, limit: int) -> int:
        """Return how many mails were planned; as the system, since a pool is made of many people's mailboxes."""
        now = self.clock.now()
        async with self.transactions.begin(None) as uow:
            mailboxes = await uow.warmup.to_plan(now=now, limit=limit)
            planned = [await self._plan(uow, mailbox, now=now) for mailbox in mailboxes]
        return sum(planned)

    async def _plan(self, uow: UnitOfWork, mailbox: Mailbox, *, now: datetime) -> int:
        day, begins, ends = day_of(mailbox, now)
        await uow.warmup.plan_again(mailbox, at=ends + jitter(mailbox.id, _SPREAD, salt="warmup"))
        real, _ = await uow.warmup.real_mails(mailbox, since=begins, until=ends)
        number = allowance(mailbox.caps, day, real=real)
        if not number or mailbox.warmup is not WarmupState.ON or not mailbox.may_send(now=now):
            return 0
        partners = await self._partners(uow, mailbox, day)
        mails = [
            self._mail(mailbox, partner, hours, day, slot, number)
            for slot, (partner, hours) in enumerate(partners[:number])
        ]
        return await uow.warmup.plan([mail for mail in mails if mail.due_at > now])

    async def _partners(self, uow: UnitOfWork, mailbox: Mailbox, day: date) -> Sequence[tuple[Mailbox, Hours]]:
        """Return whom it can write to that day, once each, with the hours both share."""
        found = {one.id: one for one in await uow.warmup.candidates(mailbox, limit=_CANDIDATES)}
        order = partners_of(mailbox.id, day, found, await uow.warmup.apart(mailbox))
        zone = zone_named(mailbox.time_zone)
        with_hours = ((found[one], shared_hours(day, zone, zone_named(found[one].time_zone))) for one in order)
        return [
            (partner, hours)
            for partner, hours in with_hours
            if hours is not None and can_reach(mailbox, partner, mailer=self.mailer, allowed=self.allowed_recipients)
        ]

    def _mail(self, mailbox: Mailbox, partner: Mailbox, hours: Hours, day: date, slot: int, number: int) -> WarmupMail:
        new_id = self.ids.new()
        return WarmupMail(
            id=new_id,
            user_id=mailbox.user_id,
            mailbox_id=mailbox.id,
            partner_user_id=partner.user_id,
            partner_mailbox_id=partner.id,
            day=day,
            slot=slot,
            thread_id=new_id,
            place=1,
            message_id=message_id_of(new_id, mailbox.address),
            due_at=moment_within(hours, slot=slot, of=number, seed=new_id),
        )


def day_of(mailbox: Mailbox, now: datetime) -> tuple[date, datetime, datetime]:
    """Return the mailbox's own day, and when it begins and ends."""
    zone = zone_named(mailbox.time_zone)
    day = now.astimezone(zone).date()
    return day, instant(day, time(), zone), instant(day + timedelta(days=1), time(), zone).astimezone(UTC)

"""How a mailbox's warmup goes: who does it, how much today, why it rests, and its own series."""

from dataclasses import dataclass
from datetime import UTC, date, timedelta

from roleferry.domain.model.figures.health import HealthLabel
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mailbox import Mailbox, WarmupState
from roleferry.domain.model.warmup.pool import Pool, allowance
from roleferry.domain.use_cases.figures.see_health import SeeHealth
from roleferry.domain.use_cases.warmup.plan_warmup import day_of
from roleferry.ports.clock import Clock
from roleferry.ports.platform import OutreachPlatform, WarmupDay
from roleferry.ports.transactions import Transactions

_SERIES = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmupSeen:
    """What is shown of a mailbox's warmup; `rests` says why no pool mail leaves now, in words."""

    mailbox_id: MailboxId
    state: str
    started_on: date | None
    pool: Pool
    source: str | None
    allowed_today: int
    rests: str | None
    days: tuple[WarmupDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeWarmup:
    """Show the warmup of one mailbox."""

    transactions: Transactions
    platform: OutreachPlatform
    see_health: SeeHealth
    clock: Clock

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId) -> WarmupSeen:
        """
        Return it as of now.

        Raises:
            MailboxNotFound: there is no such mailbox.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            mailbox = await uow.mailboxes.find(mailbox_id)
            membership = await uow.warmup.membership(mailbox_id)
            day, begins, ends = day_of(mailbox, now)
            real, _ = await uow.warmup.real_mails(mailbox, since=begins, until=ends)
        pool = membership.pool if membership else Pool.NONE
        days: tuple[WarmupDay, ...] = ()
        if membership is not None and pool is Pool.BUILT_IN:
            today = now.astimezone(UTC).date()
            since = max(membership.joined_at.astimezone(UTC).date(), today - _SERIES)
            days = await self.platform.warmup_days(user_id, mailbox_id, since=since, until=today)
        (seen,) = await self.see_health(user_id, mailbox_id)
        allowed = allowance(mailbox.caps, day, real=real) if pool is Pool.BUILT_IN else 0
        return WarmupSeen(
            mailbox_id=mailbox_id,
            state=mailbox.warmup.value,
            started_on=mailbox.caps.warmup_started_on,
            pool=pool,
            source=self.platform.source if pool is Pool.BUILT_IN else None,
            allowed_today=allowed,
            rests=_rests(
                mailbox,
                pool,
                allowed,
                at_risk=seen.health.label is HealthLabel.AT_RISK,
                sends=mailbox.may_send(now=now),
            ),
            days=days,
        )


def _rests(mailbox: Mailbox, pool: Pool, allowed: int, *, at_risk: bool, sends: bool) -> str | None:
    reasons = (
        (pool is Pool.NONE, "nobody warms it up: its ramp limits it, and that is all"),
        (pool is Pool.EXTERNAL, "another service warms it up: nothing is sent or counted here"),
        (mailbox.warmup is not WarmupState.ON, "its warmup is paused"),
        (not sends, "the mailbox is paused"),
        (at_risk, "the mailbox is at risk: look at its health"),
        (allowed == 0, "there is no room beside today's real mail"),
    )
    return next((why for holds, why in reasons if holds), None)

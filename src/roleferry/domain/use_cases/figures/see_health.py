"""How each mailbox is doing, from the log itself, by the one rule (SPEC 3.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.figures.health import HEALTH_WINDOW, Health, MailboxWeek, assess
from roleferry.domain.model.figures.mailbox_week import is_bad_news, week_of
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mailbox import MailboxPause
from roleferry.domain.model.sending.warmup import day_of_warmup
from roleferry.domain.model.sending.zones import zone_named
from roleferry.ports.clock import Clock
from roleferry.ports.figures import NumberedFact
from roleferry.ports.health import HealthRepository, WatchedMailbox
from roleferry.ports.mailboxes import MailboxNotFound
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxHealth:
    """A mailbox, its seven days and what they say; `evidence` numbers the last event that speaks against it."""

    mailbox: WatchedMailbox
    week: MailboxWeek
    health: Health
    evidence: int = 0

    @property
    def anything(self) -> bool:
        """Say whether there is anything to be said of it yet: a mail, a complaint, a reason to worry."""
        return bool(self.week.sent or self.week.complained or self.health.risks)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeHealth:
    """Show the health of a person's mailboxes as of now."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId | None = None) -> Sequence[MailboxHealth]:
        """
        Return each mailbox's health, or only this one's.

        Raises:
            MailboxNotFound: there is no such mailbox.
        """
        async with self.transactions.begin(user_id) as uow:
            seen = await health_of(uow.health, now=self.clock.now(), mailbox_id=mailbox_id)
        if mailbox_id is not None and not seen:
            raise MailboxNotFound("there is no such mailbox", mailbox_id=mailbox_id)
        return seen


async def health_of(
    repository: HealthRepository, *, now: datetime, mailbox_id: MailboxId | None = None
) -> Sequence[MailboxHealth]:
    """Work out the health of the transaction's user's mailboxes."""
    mailboxes = await repository.mailboxes(mailbox_id)
    facts = await repository.facts(since=now - HEALTH_WINDOW, mailbox_id=mailbox_id)
    return [as_of(mailbox, facts.get(mailbox.id, ()), now=now) for mailbox in mailboxes]


def as_of(mailbox: WatchedMailbox, facts: Sequence[NumberedFact], *, now: datetime) -> MailboxHealth:
    """Say how a mailbox is doing, from its facts; a reporter whose clock is ahead is believed."""
    week = week_of(
        (one.fact for one in facts),
        as_of=now,
        warmed_days=warmed_days(mailbox, at=now),
        dns_failing=mailbox.dns.authentication_fails,
        paused_by_system=mailbox.pause is not None and MailboxPause(mailbox.pause).by_system,
    )
    evidence = max((one.number for one in facts if is_bad_news(one.fact)), default=0)
    return MailboxHealth(mailbox=mailbox, week=week, health=assess(week), evidence=evidence)


def warmed_days(mailbox: WatchedMailbox, *, at: datetime) -> int:
    """Return how many whole days of warmup lie behind a mailbox, by its own calendar."""
    if mailbox.warmup_started_on is None:
        return 0
    today = at.astimezone(zone_named(mailbox.time_zone)).date()
    return max(0, day_of_warmup(mailbox.warmup_started_on, today) - 1)

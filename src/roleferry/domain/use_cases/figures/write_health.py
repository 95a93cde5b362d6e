"""Write down how each mailbox of a person has been, day by day; missed nights are made up for (SPEC 3.10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from roleferry.domain.model.figures.health import HEALTH_WINDOW
from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.figures.see_health import MailboxHealth, as_of
from roleferry.domain.use_cases.figures.watching import pause_if_ill, tell_of_silence
from roleferry.ports.clock import Clock
from roleferry.ports.figures import NumberedFact
from roleferry.ports.health import HealthDay, WatchedMailbox, in_counts
from roleferry.ports.transactions import Transactions

LONGEST_CATCH_UP = timedelta(days=90)
_RECOUNTED = timedelta(days=7)
"""How far back closed days are counted again each night: reports come late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteHealth:
    """Write closed UTC days, pause who must pause, tell of silence; done twice, nothing changes."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId) -> int:
        """Return how many days of mailboxes changed."""
        now = self.clock.now()
        today = now.astimezone(UTC).date()
        async with self.transactions.begin(user_id) as uow:
            first = _first(await uow.health.last_day(), today)
            since = midnight(first) - HEALTH_WINDOW
            facts = await uow.health.facts(since=since)
            days: list[HealthDay] = []
            for mailbox in await uow.health.mailboxes():
                its = facts.get(mailbox.id, ())
                days += _days(mailbox, its, first, today)
                seen = as_of(mailbox, its, now=now)
                await pause_if_ill(uow, seen)
                await tell_of_silence(uow, seen, now=now)
            return await uow.health.save_days(days, at=now)


def _first(written: date | None, today: date) -> date:
    """Return the first day to count: those that reports may still change, and all that were missed."""
    missed = written + timedelta(days=1) if written else date.min
    return max(min(missed, today - _RECOUNTED), today - LONGEST_CATCH_UP)


def midnight(day: date) -> datetime:
    """Return the moment a UTC day begins."""
    return datetime.combine(day, time(), tzinfo=UTC)


def _days(mailbox: WatchedMailbox, facts: Sequence[NumberedFact], first: date, today: date) -> list[HealthDay]:
    """Count each closed day as it stood at its end; days of a week in which nothing happened are left out."""
    found = []
    for back in range((today - first).days):
        day = first + timedelta(days=back)
        ends = midnight(day + timedelta(days=1))
        seen = as_of(mailbox, [one for one in facts if one.fact.at < ends], now=ends)
        if seen.week.sent or seen.week.complained:
            found.append(HealthDay(mailbox_id=mailbox.id, day=day, figures=_figures(seen, is_new=ends.date() == today)))
    return found


def _figures(seen: MailboxHealth, *, is_new: bool) -> dict[str, object]:
    """Return counts and score; the label is said only of the night just over, when DNS and pauses are known."""
    counts: dict[str, object] = {**in_counts(seen.week), "score": seen.health.score if seen.week.sent else None}
    if is_new:
        counts |= {"label": seen.health.label.value, "risks": [risk.value for risk in seen.health.risks]}
    return counts

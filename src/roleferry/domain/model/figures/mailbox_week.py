"""One mailbox's seven days, counted from the same facts by the same rules as every other figure (SPEC 3.10, 3.11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from roleferry.domain.model.figures.facts import Fact, FactKind, fold
from roleferry.domain.model.figures.health import HEALTH_WINDOW, MailboxWeek
from roleferry.domain.model.figures.rollup import tally

_BAD = frozenset({FactKind.BOUNCED, FactKind.COMPLAINED})


def week_of(
    facts: Iterable[Fact],
    *,
    as_of: datetime,
    warmed_days: int = 0,
    dns_failing: bool = False,
    paused_by_system: bool = False,
) -> MailboxWeek:
    """
    Count what these facts say of the mails that left in the seven days before.

    A complaint counts in the week it is made, however old the mail: people report late, receivers remember at once.
    """
    since = as_of - HEALTH_WINDOW
    records = [item for item in fold(facts).values() if item.counts]
    counts = tally((item for item in records if item.sent_at is not None and item.sent_at > since), as_of=as_of)
    return MailboxWeek(
        sent=counts.sent,
        delivered=counts.delivered,
        bounced=counts.bounced,
        complained=sum(item.complained_at is not None and item.complained_at > since for item in records),
        replied=counts.replied,
        warmed_days=warmed_days,
        dns_failing=dns_failing,
        paused_by_system=paused_by_system,
    )


def is_bad_news(fact: Fact) -> bool:
    """Say whether a fact speaks against a mailbox: a complaint, or a bounce that stands."""
    return fact.kind in _BAD and not fact.soft

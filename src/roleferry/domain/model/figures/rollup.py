"""Counts by campaign and day that add up to the whole, so that a night's work never has to be redone (SPEC 3.11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from roleferry.domain.model.figures.facts import MailRecord
from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.ids import CampaignId


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Distinct mails by what happened to them; each is counted on the UTC day it first happened."""

    sent: int = 0
    delivered: int = 0
    bounced: int = 0
    clicked: int = 0
    replied: int = 0
    positive: int = 0
    complained: int = 0
    unsubscribed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add two tallies of different days, campaigns or mails."""
        return Tally(
            sent=self.sent + other.sent,
            delivered=self.delivered + other.delivered,
            bounced=self.bounced + other.bounced,
            clicked=self.clicked + other.clicked,
            replied=self.replied + other.replied,
            positive=self.positive + other.positive,
            complained=self.complained + other.complained,
            unsubscribed=self.unsubscribed + other.unsubscribed,
        )

    @property
    def click_rate(self) -> Rate:
        """Return distinct mails clicked over delivered."""
        return Rate.of(self.clicked, self.delivered)

    @property
    def reply_rate(self) -> Rate:
        """Return distinct mails answered by a person over delivered."""
        return Rate.of(self.replied, self.delivered)

    @property
    def bounce_rate(self) -> Rate:
        """Return mails bounced for good over sent."""
        return Rate.of(self.bounced, self.sent)


RollUp = Mapping[tuple[CampaignId, date], Tally]


def roll_up(records: Iterable[MailRecord], *, as_of: datetime) -> dict[tuple[CampaignId, date], Tally]:
    """Count every campaign's days."""
    cells: dict[tuple[CampaignId, date], Counter[str]] = {}
    for item in records:
        for name, day in _marks(item, as_of=as_of):
            cells.setdefault((item.mail.campaign_id, day), Counter())[name] += 1
    return {key: Tally(**counts) for key, counts in cells.items()}


def add(one: RollUp, other: RollUp) -> dict[tuple[CampaignId, date], Tally]:
    """Add two roll-ups of disjoint mails, or of disjoint days."""
    return {key: one.get(key, Tally()) + other.get(key, Tally()) for key in one.keys() | other.keys()}


def total(rolled: RollUp) -> Tally:
    """Add up all days and campaigns."""
    return sum(rolled.values(), Tally())


def tally(records: Iterable[MailRecord], *, as_of: datetime) -> Tally:
    """Count mails, whatever their day."""
    return total(roll_up(records, as_of=as_of))


def days_changed(
    before: MailRecord | None, after: MailRecord, *, then: datetime, now: datetime
) -> frozenset[tuple[CampaignId, date]]:
    """Name the campaign days whose counts differ between two states of a mail: what a night must recount."""
    old = set(_marks(before, as_of=then)) if before is not None else set()
    return frozenset((after.mail.campaign_id, day) for _, day in old ^ set(_marks(after, as_of=now)))


def _marks(item: MailRecord, *, as_of: datetime) -> Iterator[tuple[str, date]]:
    """List what one mail adds to, and on which day."""
    if not item.counts:
        return
    moments = {
        "sent": item.sent_at,
        "delivered": item.delivered_at(as_of=as_of),
        "bounced": item.bounced_at if item.replied_at is None else None,
        "clicked": item.clicked_at(as_of=as_of),
        "replied": item.replied_at,
        "positive": item.positive_at,
        "complained": item.complained_at,
        "unsubscribed": item.unsubscribed_at,
    }
    for name, at in moments.items():
        if at is not None:
            yield name, at.astimezone(UTC).date()

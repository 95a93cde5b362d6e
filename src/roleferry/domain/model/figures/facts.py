"""What the event log says happened to one mail, folded so that order and repetition cannot matter (SPEC 3.11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from roleferry.domain.model.ids import ApplicationId, CampaignId, CompanyId, ContactId, OutreachId

UNREPORTED_DELIVERY = timedelta(hours=24)
"""After this long without a bounce, a mail of a provider that reports no deliveries counts as delivered (SPEC 3.11)."""
SCANNER_SPEED = timedelta(seconds=2)
"""A click sooner than this after delivery is a machine's (SPEC 3.11)."""


class FactKind(StrEnum):
    """The events that figures are made of; there is no open, anywhere."""

    SENT = "sent"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    CLICKED = "clicked"
    REPLIED = "replied"
    COMPLAINED = "complained"
    UNSUBSCRIBED = "unsubscribed"
    RELABELED = "relabeled"
    """A person has said what an answer is; it counts as that from the day the answer came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRef:
    """Which mail, and everything it is counted under; the same for every fact about that mail."""

    outreach_id: OutreachId
    campaign_id: CampaignId
    contact_id: ContactId
    application_id: ApplicationId | None = None
    company_id: CompanyId | None = None
    step: int = 0
    variant: str = ""
    warmup: bool = False
    reports_deliveries: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the event log, as far as figures care."""

    mail: MailRef
    kind: FactKind
    at: datetime
    automatic: bool = False
    """A reply written by a machine, or a click by a known scanner."""
    positive: bool = False
    """A reply that wants to go on; a mere `ask somebody else` does not."""
    soft: bool = False
    """A bounce that may still succeed; it does not undo a delivery."""
    answer: str = ""
    """Which answer this is, or puts right: several may come to one mail."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Answer:
    """What one answer is, as it was read at `at`, or as a person said at `at`: the last word about it counts."""

    answer: str
    at: datetime
    human: bool
    positive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRecord:
    """All that is known of one mail; joining two of them is associative, commutative and idempotent."""

    mail: MailRef
    sent_at: datetime | None = None
    reported_at: datetime | None = None
    bounced_at: datetime | None = None
    complained_at: datetime | None = None
    unsubscribed_at: datetime | None = None
    clicks: frozenset[datetime] = frozenset()
    answers: frozenset[Answer] = frozenset()
    corrections: frozenset[Answer] = frozenset()

    def join(self, other: MailRecord) -> MailRecord:
        """Know what both know: the earliest of each moment, every click, every answer and what was said of it."""
        return replace(
            self,
            sent_at=earliest(self.sent_at, other.sent_at),
            reported_at=earliest(self.reported_at, other.reported_at),
            bounced_at=earliest(self.bounced_at, other.bounced_at),
            complained_at=earliest(self.complained_at, other.complained_at),
            unsubscribed_at=earliest(self.unsubscribed_at, other.unsubscribed_at),
            clicks=self.clicks | other.clicks,
            answers=self.answers | other.answers,
            corrections=self.corrections | other.corrections,
        )

    @property
    def counts(self) -> bool:
        """Whether the mail left and is no warmup mail."""
        return self.sent_at is not None and not self.mail.warmup

    @property
    def replied_at(self) -> datetime | None:
        """Say when a person first answered; a correction changes whether, never when."""
        return min((at for at, what in self._read() if what.human), default=None)

    @property
    def positive_at(self) -> datetime | None:
        """Say when a person first answered that they want to go on."""
        return min((at for at, what in self._read() if what.human and what.positive), default=None)

    def _read(self) -> Iterator[tuple[datetime, Answer]]:
        """Yield each answer's time with what it is by the last word about it."""
        last = {said.answer: said for said in sorted(self.corrections, key=lambda said: (said.at, said))}
        return ((one.at, last.get(one.answer, one)) for one in self.answers)

    def delivered_at(self, *, as_of: datetime) -> datetime | None:
        """Say since when the mail counts as delivered; an answer proves it, a bounce that stands disproves it."""
        if self.bounced_at is not None:
            return self.replied_at
        known = earliest(self.reported_at, self.replied_at)
        if known is not None or self.mail.reports_deliveries or self.sent_at is None:
            return known or self._first_click()
        assumed = self.sent_at + UNREPORTED_DELIVERY
        return earliest(self._first_click(), assumed if assumed <= as_of else None)

    def clicked_at(self, *, as_of: datetime) -> datetime | None:
        """Say when a person first clicked; clicks on a mail that was not delivered are a gateway's."""
        return self._first_click() if self.delivered_at(as_of=as_of) is not None else None

    def _first_click(self) -> datetime | None:
        """Find the first click late enough to be a person's; without a reported delivery the send is the start."""
        start = self.reported_at or self.sent_at
        return min((at for at in self.clicks if start is None or at - start >= SCANNER_SPEED), default=None)


def earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    """Return the earlier of two moments, either of which may be missing."""
    if one is None or other is None:
        return one or other
    return min(one, other)


def record(fact: Fact) -> MailRecord:
    """Turn one fact into what it says about its mail; a scanner's click and a soft bounce say nothing."""
    silent = (fact.automatic and fact.kind is FactKind.CLICKED) or (fact.soft and fact.kind is FactKind.BOUNCED)
    kind = None if silent else fact.kind

    def when(wanted: FactKind) -> datetime | None:
        return fact.at if kind is wanted else None

    return MailRecord(
        mail=fact.mail,
        sent_at=when(FactKind.SENT),
        reported_at=when(FactKind.DELIVERED),
        bounced_at=when(FactKind.BOUNCED),
        complained_at=when(FactKind.COMPLAINED),
        unsubscribed_at=when(FactKind.UNSUBSCRIBED),
        clicks=frozenset({fact.at}) if kind is FactKind.CLICKED else frozenset(),
        answers=frozenset({_answer(fact)}) if kind is FactKind.REPLIED else frozenset(),
        corrections=frozenset({_answer(fact)}) if kind is FactKind.RELABELED else frozenset(),
    )


def _answer(fact: Fact) -> Answer:
    """Read a fact about an answer; a reply without a name of its own goes by its time."""
    name = fact.answer or fact.at.isoformat()
    return Answer(answer=name, at=fact.at, human=not fact.automatic, positive=fact.positive)


def fold(facts: Iterable[Fact]) -> dict[OutreachId, MailRecord]:
    """Gather facts, in any order and any number of times, into one record a mail."""
    records: dict[OutreachId, MailRecord] = {}
    for fact in facts:
        _put(records, record(fact))
    return records


def merge(one: Mapping[OutreachId, MailRecord], other: Mapping[OutreachId, MailRecord]) -> dict[OutreachId, MailRecord]:
    """Join two folds: `merge(fold(a), fold(b)) == fold(a + b)` for any way of cutting a history."""
    records = dict(one)
    for item in other.values():
        _put(records, item)
    return records


def _put(records: dict[OutreachId, MailRecord], item: MailRecord) -> None:
    known = records.get(item.mail.outreach_id)
    records[item.mail.outreach_id] = item if known is None else known.join(item)

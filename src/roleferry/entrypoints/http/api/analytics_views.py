"""Figures as they are shown: every rate with the two counts it was made of (SPEC 3.11)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.figures.rollup import Tally
from roleferry.domain.model.figures.spend import UnitCost
from roleferry.domain.use_cases.figures.see_campaign import CampaignSeen
from roleferry.domain.use_cases.figures.see_health import MailboxHealth
from roleferry.domain.use_cases.figures.see_overview import Seen
from roleferry.entrypoints.http.api.mailbox_views import score_of

_CURRENCY = "USD"


class CostView(msgspec.Struct, frozen=True, kw_only=True):
    """Money over a count; `value` is null while there is nothing to divide by."""

    value: str | None
    total: str
    count: int
    currency: str = _CURRENCY

    @classmethod
    def of(cls, cost: UnitCost) -> "CostView":
        """Return the view of a unit cost."""
        value = None if cost.value is None else f"{cost.value:.4f}"
        return cls(value=value, total=f"{cost.total:.2f}", count=cost.count)


class TallyView(msgspec.Struct, frozen=True, kw_only=True):
    """Distinct mails by what happened to them, and the rates of SPEC 3.11."""

    total_sent: int
    delivered: int
    bounced: int
    clicked: int
    replied: int
    positive: int
    complained: int
    unsubscribed: int
    click_rate: Rate
    reply_rate: Rate
    bounce_rate: Rate
    positive_rate: Rate

    @classmethod
    def of(cls, tally: Tally) -> "TallyView":
        """Return the view of sums."""
        return cls(**tally_fields(tally))


class TimeToReplyView(msgspec.Struct, frozen=True, kw_only=True):
    """From a person's first mail to their first answer; the median needs five answers."""

    median_seconds: float | None
    answered: int
    still_open: int
    open_since: date | None


class OverviewView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything at a glance; warmup mail and automatic answers count nowhere, opens are not tracked."""

    as_of: datetime
    total_sent: int
    delivered: int
    bounced: int
    clicked: int
    replied: int
    positive: int
    complained: int
    unsubscribed: int
    click_rate: Rate
    reply_rate: Rate
    bounce_rate: Rate
    positive_rate: Rate
    roles_applied: int
    people_contacted: int
    people_replied: Rate
    people_positive: Rate
    roles_by_stage: dict[str, int]
    outreach_to_interview: Rate
    time_to_reply: TimeToReplyView
    cost_per_reply: CostView
    cost_per_interview: CostView
    in_words: list[str]

    @classmethod
    def of(cls, seen: Seen) -> "OverviewView":
        """Return the view of what was counted."""
        return cls(
            **tally_fields(seen.tally),
            as_of=seen.as_of,
            roles_applied=seen.roles_applied,
            people_contacted=seen.people.contacted,
            people_replied=seen.people_replied,
            people_positive=seen.people_positive,
            roles_by_stage=dict(seen.roles_by_stage),
            outreach_to_interview=seen.outreach_to_interview,
            time_to_reply=TimeToReplyView(
                median_seconds=seen.people.median_seconds,
                answered=seen.people.replied,
                still_open=sum(seen.people.waiting.values()),
                open_since=seen.people.waiting_since,
            ),
            cost_per_reply=CostView.of(seen.cost_per_reply),
            cost_per_interview=CostView.of(seen.cost_per_interview),
            in_words=[
                f"Answers: {seen.tally.reply_rate.words('delivered mails')}",
                f"Clicks: {seen.tally.click_rate.words('delivered mails')}",
                f"People who answered: {seen.people_replied.words('people first mailed two days ago or longer')}",
            ],
        )


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """One step, or one variant of it."""

    step: int
    variant: str | None
    figures: TallyView


class GroupView(msgspec.Struct, frozen=True, kw_only=True):
    """The mails about one role, or to people of one company; `in_words` claims no rate of a small sample."""

    id: UUID
    name: str
    figures: TallyView
    in_words: str

    @classmethod
    def all_of(cls, groups: Mapping[Any, Tally], names: Mapping[UUID, str]) -> "list[GroupView]":
        """Return a view of each group, the one with most mails first."""
        made = [
            cls(
                id=key,
                name=names.get(key, ""),
                figures=TallyView.of(tally),
                in_words=f"Answers: {tally.reply_rate.words('delivered mails')}",
            )
            for key, tally in groups.items()
        ]
        return sorted(made, key=lambda one: (-one.figures.total_sent, one.name, one.id))


class CampaignFiguresView(msgspec.Struct, frozen=True, kw_only=True):
    """One campaign: the whole, each step, variant, role and company."""

    campaign_id: UUID
    name: str
    figures: TallyView
    people_contacted: int
    people_replied: int
    steps: list[StepView]
    variants: list[StepView]
    roles: list[GroupView]
    companies: list[GroupView]

    @classmethod
    def of(cls, campaign_id: UUID, seen: CampaignSeen) -> "CampaignFiguresView":
        """Return the view of a campaign's sums."""
        variants = [(step, variant, tally) for (step, variant), tally in sorted(seen.variants.items()) if variant]
        return cls(
            campaign_id=campaign_id,
            name=seen.name,
            figures=TallyView.of(seen.tally),
            people_contacted=seen.people.contacted,
            people_replied=seen.people.replied,
            steps=[
                StepView(step=step, variant=None, figures=TallyView.of(tally))
                for step, tally in sorted(seen.steps.items())
            ],
            variants=[
                StepView(step=step, variant=variant, figures=TallyView.of(tally)) for step, variant, tally in variants
            ],
            roles=GroupView.all_of(seen.roles, seen.names),
            companies=GroupView.all_of(seen.companies, seen.names),
        )


class MailboxHealthView(msgspec.Struct, frozen=True, kw_only=True):
    """One mailbox over its last seven days (SPEC 3.10); `score` is null while nothing was sent."""

    mailbox_id: UUID
    address: str
    status: str
    score: float | None
    label: str
    risks: list[str]
    sent: int
    bounce_rate: Rate
    complaint_rate: Rate
    reply_rate: Rate
    low_replies: bool

    @classmethod
    def of(cls, seen: MailboxHealth) -> "MailboxHealthView":
        """Return the view of a mailbox's week."""
        health = seen.health
        return cls(
            mailbox_id=seen.mailbox.id,
            address=seen.mailbox.address,
            status=seen.mailbox.status,
            score=score_of(seen),
            label=health.label.value,
            risks=[risk.value for risk in health.risks],
            sent=seen.week.sent,
            bounce_rate=health.bounce_rate,
            complaint_rate=health.complaint_rate,
            reply_rate=health.reply_rate,
            low_replies=health.low_replies,
        )


class DeliverabilityView(msgspec.Struct, frozen=True, kw_only=True):
    """How well mail arrives: everything ever sent, and each mailbox's last seven days."""

    delivery_rate: Rate
    bounce_rate: Rate
    complaint_rate: Rate
    unsubscribe_rate: Rate
    mailboxes: list[MailboxHealthView]


class PointView(msgspec.Struct, frozen=True, kw_only=True):
    """One UTC day; a count has no denominator, a rate of a day without one has no value."""

    day: date
    value: float | None
    numerator: int
    denominator: int | None


class TimeseriesView(msgspec.Struct, frozen=True, kw_only=True):
    """A metric day by day."""

    metric: str
    points: list[PointView]


def tally_fields(tally: Tally) -> dict[str, Any]:
    """Return sums and rates by the names they are shown under."""
    return {
        "total_sent": tally.sent,
        "delivered": tally.delivered,
        "bounced": tally.bounced,
        "clicked": tally.clicked,
        "replied": tally.replied,
        "positive": tally.positive,
        "complained": tally.complained,
        "unsubscribed": tally.unsubscribed,
        "click_rate": tally.click_rate,
        "reply_rate": tally.reply_rate,
        "bounce_rate": tally.bounce_rate,
        "positive_rate": Rate.of(tally.positive, tally.delivered),
    }

"""`/analytics`: what came of it, counted honestly (SPEC 3.11)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from litestar import Controller, get
from litestar.params import FromPath, FromQuery, QueryParameter

from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.figures.rollup import Tally
from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.domain.use_cases.figures.see_campaign import SeeCampaign
from roleferry.domain.use_cases.figures.see_days import SeeDays
from roleferry.domain.use_cases.figures.see_health import SeeHealth
from roleferry.domain.use_cases.figures.see_overview import SeeOverview
from roleferry.entrypoints.http.api.analytics_views import (
    CampaignFiguresView,
    DeliverabilityView,
    MailboxHealthView,
    OverviewView,
    PointView,
    TimeseriesView,
)
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.ports.clock import Clock

_LONGEST = 366
_USUAL = timedelta(days=29)
Counted = Literal["sent", "delivered", "bounced", "clicked", "replied", "positive", "complained", "unsubscribed"]
Rated = Literal["click_rate", "reply_rate", "bounce_rate"]

_RATE = {"value": 0.25, "numerator": 2, "denominator": 8}
_NONE = {"value": None, "numerator": 0, "denominator": 0}
_TALLY: dict[str, Any] = {
    "total_sent": 8,
    "delivered": 8,
    "bounced": 0,
    "clicked": 2,
    "replied": 2,
    "positive": 2,
    "complained": 0,
    "unsubscribed": 0,
    "click_rate": _RATE,
    "reply_rate": _RATE,
    "bounce_rate": {"value": 0.0, "numerator": 0, "denominator": 8},
    "positive_rate": _RATE,
}
_OVERVIEW: dict[str, Any] = {
    **_TALLY,
    "as_of": "2026-11-23T09:00:00Z",
    "roles_applied": 1,
    "people_contacted": 2,
    "people_replied": {"value": 1.0, "numerator": 2, "denominator": 2},
    "people_positive": {"value": 1.0, "numerator": 2, "denominator": 2},
    "roles_by_stage": {"saved": 0, "applied": 1, "interviewing": 0, "offer": 0},
    "outreach_to_interview": {"value": 0.0, "numerator": 0, "denominator": 1},
    "time_to_reply": {"median_seconds": None, "answered": 2, "still_open": 0, "open_since": None},
    "cost_per_reply": {"value": "0.0000", "total": "0.00", "count": 2, "currency": "USD"},
    "cost_per_interview": {"value": None, "total": "0.00", "count": 0, "currency": "USD"},
    "in_words": ["Answers: 2 of 8 delivered mails; too few for a rate"],
}
_CAMPAIGN: dict[str, Any] = {
    "campaign_id": "0192e1a0-0000-7000-8000-000000000041",
    "name": "2026-11-23 – Staff Engineer – Porto – email – warm",
    "figures": _TALLY,
    "people_contacted": 2,
    "people_replied": 2,
    "steps": [{"step": 1, "variant": None, "figures": _TALLY}],
    "variants": [],
    "roles": [
        {
            "id": "0192e1a0-0000-7000-8000-000000000031",
            "name": "Staff Engineer",
            "figures": _TALLY,
            "in_words": "Answers: 2 of 8 delivered mails; too few for a rate",
        }
    ],
    "companies": [],
}
_DELIVERABILITY: dict[str, Any] = {
    "delivery_rate": {"value": 1.0, "numerator": 8, "denominator": 8},
    "bounce_rate": _NONE,
    "complaint_rate": _NONE,
    "unsubscribe_rate": _NONE,
    "mailboxes": [
        {
            "mailbox_id": "0192e1a0-0000-7000-8000-000000000021",
            "address": "ada@sample.example",
            "status": "active",
            "score": 100.0,
            "label": "warming",
            "risks": [],
            "sent": 8,
            "bounce_rate": {"value": 0.0, "numerator": 0, "denominator": 8},
            "complaint_rate": {"value": 0.0, "numerator": 0, "denominator": 8},
            "reply_rate": _RATE,
            "low_replies": False,
        }
    ],
}


class BadRange(Invalid):
    """The days asked for make no range of at most a year."""

    code = "analytics.bad_range"


class AnalyticsController(Controller):
    """Figures of the calling user."""

    path = "/analytics"
    tags = ("Analytics",)

    @get("/overview", operation_id="GetOverview", summary="Everything at a glance.", opt=example(answer=_OVERVIEW))
    async def overview(self, user_id: Injected[UserId], see_overview: Injected[SeeOverview]) -> OverviewView:
        """Return all figures as of now, each rate with its numerator and denominator."""
        return OverviewView.of(await see_overview(user_id))

    @get(
        "/campaigns/{campaign_id:uuid}",
        operation_id="GetCampaignFigures",
        summary="One campaign, per step, variant, role and company.",
        opt=example(answer=_CAMPAIGN),
    )
    async def campaign(
        self, campaign_id: FromPath[UUID], user_id: Injected[UserId], see_campaign: Injected[SeeCampaign]
    ) -> CampaignFiguresView:
        """Return a campaign's figures as of now."""
        return CampaignFiguresView.of(campaign_id, await see_campaign(user_id, CampaignId(campaign_id)))

    @get(
        "/deliverability",
        operation_id="GetDeliverability",
        summary="How well your mail arrives, and each mailbox's health.",
        opt=example(answer=_DELIVERABILITY),
    )
    async def deliverability(
        self,
        user_id: Injected[UserId],
        see_overview: Injected[SeeOverview],
        see_health: Injected[SeeHealth],
    ) -> DeliverabilityView:
        """Return rates over all that was sent, and every mailbox's last seven days."""
        tally = (await see_overview(user_id)).tally
        return DeliverabilityView(
            delivery_rate=Rate.of(tally.delivered, tally.sent),
            bounce_rate=tally.bounce_rate,
            complaint_rate=Rate.of(tally.complained, tally.delivered),
            unsubscribe_rate=Rate.of(tally.unsubscribed, tally.delivered),
            mailboxes=[MailboxHealthView.of(one) for one in await see_health(user_id)],
        )

    @get(
        "/timeseries",
        operation_id="GetTimeseries",
        summary="One metric, day by day.",
        opt=example(
            answer={
                "metric": "sent",
                "points": [{"day": "2026-11-23", "value": 8.0, "numerator": 8, "denominator": None}],
            }
        ),
    )
    async def timeseries(
        self,
        user_id: Injected[UserId],
        see_days: Injected[SeeDays],
        clock: Injected[Clock],
        metric: FromQuery[Counted | Rated],
        since: Annotated[date | None, QueryParameter(name="from", description="First UTC day; 30 days ago.")] = None,
        until: Annotated[date | None, QueryParameter(name="to", description="Last UTC day; today.")] = None,
    ) -> TimeseriesView:
        """Return every day of the range, those on which nothing happened too."""
        last = until or clock.now().date()
        first = since or _before(last)
        if not 0 <= (last - first).days < _LONGEST:
            wrong = FieldError("from", f"must be at most {_LONGEST} days before `to`, and not after it")
            raise BadRange("give a range of days of at most a year", errors=(wrong,))
        days = await see_days(user_id)
        wanted = [first + timedelta(days=at) for at in range((last - first).days + 1)]
        return TimeseriesView(metric=metric, points=[_point(days, metric, day) for day in wanted])


def _before(last: date) -> date:
    return last - _USUAL if last.toordinal() > _USUAL.days else last


def _point(days: Mapping[date, Tally], metric: str, day: date) -> PointView:
    figure = getattr(days.get(day, Tally()), metric)
    if isinstance(figure, Rate):
        return PointView(day=day, value=figure.value, numerator=figure.numerator, denominator=figure.denominator)
    return PointView(day=day, value=float(figure), numerator=figure, denominator=None)

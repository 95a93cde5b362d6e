"""`/beta-feedback`: what testers think."""

from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, get, post
from litestar.params import JSONBody
from msgspec import Meta

from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.operations.give_feedback import GiveFeedback
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.operators import operators_only
from roleferry.ports.transactions import Reads


class FeedbackBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Answer what you like, at least one; `suggested_price` is US dollars."""

    would_pay_499: bool | None = None
    suggested_price: Annotated[str, Meta(pattern=r"^[0-9]{1,6}([.][0-9]{1,2})?$")] | None = None
    nps: Annotated[int, Meta(ge=0, le=10)] | None = None
    comments: Annotated[str, Meta(max_length=5000)] | None = None


class FeedbackView(msgspec.Struct, frozen=True, kw_only=True):
    """It has been kept."""

    id: UUID


class FeedbackSummary(msgspec.Struct, frozen=True, kw_only=True):
    """Of everybody's latest answers; null where nobody has answered."""

    answers: int
    willing_at_499: Rate
    median_suggested_price: str | None
    nps: float | None
    nps_answers: int
    currency: str = "USD"


_SUMMARY: dict[str, Any] = {
    "answers": 0,
    "willing_at_499": {"value": None, "numerator": 0, "denominator": 0},
    "median_suggested_price": None,
    "nps": None,
    "nps_answers": 0,
    "currency": "USD",
}


class BetaFeedbackController(Controller):
    """What testers think."""

    path = "/beta-feedback"
    tags = ("Survey",)

    @post(
        operation_id="GiveFeedback",
        summary="Say what you think.",
        opt=example(
            request={"would_pay_499": True, "suggested_price": "299.00", "nps": 9},
            answer={"id": "019ab7c2-c350-7055-9c4b-8d5faf9e1c61"},
        ),
    )
    async def give(
        self, data: JSONBody[FeedbackBody], user_id: Injected[UserId], give_feedback: Injected[GiveFeedback]
    ) -> FeedbackView:
        """Keep your answers; when you answer again, the latest counts."""
        price = Decimal(data.suggested_price) if data.suggested_price is not None else None
        made = await give_feedback(
            user_id, would_pay_499=data.would_pay_499, suggested_price=price, nps=data.nps, comments=data.comments
        )
        return FeedbackView(id=made)

    @get(
        "/summary",
        operation_id="GetFeedbackSummary",
        summary="What testers think, in figures (operators).",
        guards=[operators_only],
        opt=example(answer=_SUMMARY),
    )
    async def summary(self, reads: Injected[Reads]) -> FeedbackSummary:
        """Return figures only, over everybody: hence read as the system, behind a door for operators."""
        row = await reads.one(None, "summarise_beta_feedback") or {}
        scored = row["scored"]
        return FeedbackSummary(
            answers=row["answers"],
            willing_at_499=Rate.of(row["willing"], row["asked"]),
            median_suggested_price=row["median_price"],
            nps=round(100 * (row["promoters"] - row["detractors"]) / scored, 1) if scored else None,
            nps_answers=scored,
        )

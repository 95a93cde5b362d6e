"""Spend caps and the survey as rows."""

from datetime import datetime

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import columns
from roleferry.domain.model.figures.spend_caps import Money, Vendor
from roleferry.domain.model.ids import UserId
from roleferry.ports.operations import Feedback, OperationsRepository

_FEEDBACK = ("user_id", "id", "would_pay_499", "suggested_price", "nps", "comments", "created_at")


class PostgresOperations(Repository, OperationsRepository):
    """Rows of spend_caps and beta_feedback."""

    async def set_cap(self, vendor: Vendor, cap: Money, *, by: UserId, at: datetime) -> None:
        await self._execute("set_spend_cap", vendor.value, cap.micro, str(by), at)

    async def add_feedback(self, feedback: Feedback) -> None:
        await self._execute("add_beta_feedback", *columns(feedback, *_FEEDBACK))

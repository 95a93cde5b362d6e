"""What operators set and what testers say."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from roleferry.domain.model.figures.spend_caps import Money, Vendor
from roleferry.domain.model.ids import UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One tester's answers; what was not answered is None."""

    id: UUID
    user_id: UserId
    would_pay_499: bool | None
    suggested_price: Decimal | None
    nps: int | None
    comments: str | None
    created_at: datetime


class OperationsRepository(Protocol):
    """Rows of spend caps and of the survey."""

    @abstractmethod
    async def set_cap(self, vendor: Vendor, cap: Money, *, by: UserId, at: datetime) -> None:
        """Set what a vendor may cost a month; the system's alone to do."""

    @abstractmethod
    async def add_feedback(self, feedback: Feedback) -> None:
        """Keep a tester's answers."""

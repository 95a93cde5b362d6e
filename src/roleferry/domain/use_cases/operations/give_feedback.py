"""Say what you think of the service."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import UserId
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.operations import Feedback
from roleferry.ports.transactions import Transactions


class NothingSaid(Invalid):
    """An answer to at least one question is needed."""

    code = "feedback.empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveFeedback:
    """Keep answers to the survey; of several answers of one person the latest counts."""

    transactions: Transactions
    clock: Clock
    ids: Ids

    async def __call__(
        self,
        user_id: UserId,
        *,
        would_pay_499: bool | None,
        suggested_price: Decimal | None,
        nps: int | None,
        comments: str | None,
    ) -> UUID:
        """
        Return the answer's id.

        Raises:
            NothingSaid: no question is answered.
        """
        if would_pay_499 is None and suggested_price is None and nps is None and not (comments or "").strip():
            raise NothingSaid("answer at least one question")
        feedback = Feedback(
            id=self.ids.new(),
            user_id=user_id,
            would_pay_499=would_pay_499,
            suggested_price=suggested_price,
            nps=nps,
            comments=comments,
            created_at=self.clock.now(),
        )
        async with self.transactions.begin(user_id) as uow:
            await uow.operations.add_feedback(feedback)
            await uow.audit.record("feedback.given", entity="beta_feedback", entity_id=feedback.id)
        return feedback.id

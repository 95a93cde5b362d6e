"""Let mail go again, for everybody or for one person."""

from dataclasses import dataclass

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.sending.stretches import Stretches
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


class NotHeld(Conflict):
    """Nothing holds sending: there is nothing to release."""

    code = "sending.not_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSending:
    """
    End a hold. After a restore, every mail that was due by now is in doubt: it may have gone before the backup was
    put back, so evidence settles it, or its owner does (SPEC 6).
    """

    transactions: Transactions
    stretches: Stretches
    clock: Clock

    async def __call__(self, why: str, *, operator: UserId | None = None, user_id: UserId | None = None) -> int:
        """
        Return how many mails are in doubt because of a restore.

        Raises:
            NotHeld: there is no such hold.
        """
        async with self.transactions.begin(None) as uow:
            doubted = 0
            if user_id is not None:
                if not await uow.service_state.resume_user(user_id):
                    raise NotHeld("this person's sending is not held", user_id=user_id)
            else:
                hold = await uow.service_state.sending_hold()
                if hold is None:
                    raise NotHeld("sending is not held")
                if hold.restored:
                    doubted = await uow.outreach.doubt_due(now=self.clock.now())
                    await self.stretches.catch_up(uow)
                await uow.service_state.resume_sending()
            if (whose := operator or user_id) is not None:
                by = {"operator": str(operator)} if operator else {}
                facts = {"why": why, "doubted": doubted, **by}
                await uow.audit.record("sending.released", entity="user", entity_id=user_id, user_id=whose, **facts)
        return doubted

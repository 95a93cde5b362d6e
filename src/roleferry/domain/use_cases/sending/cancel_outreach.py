"""Never send one mail."""

from dataclasses import dataclass

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelOutreach:
    """Cancel a mail that has not left; the ones after it wait for their owner."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, outreach_id: OutreachId) -> None:
        """
        Return when it can no longer leave.

        Raises:
            OutreachNotFound: there is none.
            IllegalTransition: it is being sent, or has been, or never will be.
        """
        async with self.transactions.begin(user_id) as uow:
            outreach = await uow.outreach.find(outreach_id)
            await uow.outreach.save(outreach.cancel("you canceled it"))
            await uow.audit.record("outreach.canceled", entity="outreach", entity_id=outreach_id)

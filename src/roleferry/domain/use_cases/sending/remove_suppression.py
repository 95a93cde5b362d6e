"""Take a suppression back."""

from dataclasses import dataclass

from roleferry.domain.model.ids import SuppressionId, UserId
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSuppression:
    """Take back an entry that the user added; what the other side asked for stays."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, suppression_id: SuppressionId) -> None:
        """
        Return when gone.

        Raises:
            SuppressionNotFound: there is none.
            SuppressionStays: it came from the other side.
        """
        async with self.transactions.begin(user_id) as uow:
            (await uow.suppressions.find(suppression_id)).check_removable()
            await uow.suppressions.remove(suppression_id)
            await uow.audit.record("suppression.removed", entity="suppression", entity_id=suppression_id)

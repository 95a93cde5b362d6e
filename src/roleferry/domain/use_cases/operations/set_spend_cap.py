"""Cap what a vendor may cost a month."""

from dataclasses import dataclass

from roleferry.domain.model.figures.spend_caps import Money, Vendor
from roleferry.domain.model.ids import UserId
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSpendCap:
    """Set a cap for the whole service; it belongs to no user, hence the system's transaction."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, operator: UserId, vendor: Vendor, cap: Money) -> None:
        """Return when it holds."""
        async with self.transactions.begin(None) as uow:
            await uow.operations.set_cap(vendor, cap, by=operator, at=self.clock.now())
            await uow.audit.record(
                "spend_cap.set", entity="spend_cap", user_id=operator, vendor=vendor.value, cap=str(cap)
            )

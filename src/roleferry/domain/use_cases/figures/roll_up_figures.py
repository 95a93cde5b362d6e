"""Bring one person's kept sums up to now; done twice, or after missed nights, it ends in the same sums."""

from dataclasses import dataclass

from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.figures.changing import BEGINNING, change_since
from roleferry.ports.clock import Clock
from roleferry.ports.figures import Mark
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUpFigures:
    """Add what changed since the mark to `campaign_metrics`, and move the mark, in one transaction."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId) -> int:
        """Return how many campaign days changed."""
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            await uow.figures.lock()
            mark = await uow.figures.mark() or BEGINNING
            changed = await change_since(uow.figures, mark, as_of=now)
            await uow.figures.save_cells(changed.cells, at=now)
            counted_to = await uow.figures.last_number()
            people, total = mark.people + changed.people, mark.total + changed.total
            await uow.figures.save_mark(Mark(counted_to=counted_to, as_of=now, people=people, total=total))
        return len(changed.cells)

"""Sums by day, for curves (SPEC 3.11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from roleferry.domain.model.figures.rollup import Tally
from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.figures.changing import BEGINNING, change_since
from roleferry.ports.clock import Clock
from roleferry.ports.figures import Cell, FigureRepository
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeDays:
    """Kept sums and today's changes, by UTC day, over all campaigns."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId) -> Mapping[date, Tally]:
        """Return the days on which anything happened."""
        async with self.transactions.begin(user_id) as uow:
            cells = await self._cells(uow.figures)
        days: dict[date, Tally] = {}
        for (_, day), tally in cells.items():
            days[day] = days.get(day, Tally()) + tally
        return days

    async def _cells(self, figures: FigureRepository) -> Mapping[Cell, Tally]:
        """Look again when a night's work came in between, so that nothing counts twice."""
        while True:
            mark = await figures.mark() or BEGINNING
            cells = dict(await figures.cells())
            changed = await change_since(figures, mark, as_of=self.clock.now())
            if (await figures.mark() or BEGINNING).counted_to == mark.counted_to:
                break
        for key, tally in changed.cells.items():
            cells[key] = cells.get(key, Tally()) + tally
        return cells

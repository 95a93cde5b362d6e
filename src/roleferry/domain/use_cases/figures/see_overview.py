"""The whole picture for one person, from kept sums and what has changed since (SPEC 3.11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.figures.overview import STAGES
from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.figures.rollup import Tally
from roleferry.domain.model.figures.spend import UnitCost, cost_per
from roleferry.domain.model.figures.standing import Standing, ripe
from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.figures.changing import BEGINNING, Change, change_since
from roleferry.ports.clock import Clock
from roleferry.ports.figures import FigureRepository, Mark
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Figures as of a moment."""

    as_of: datetime
    tally: Tally
    people: Standing
    people_replied: Rate
    people_positive: Rate
    roles_applied: int
    roles_by_stage: Mapping[str, int]
    outreach_to_interview: Rate
    cost_per_reply: UnitCost
    cost_per_interview: UnitCost


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeOverview:
    """Answer from sums, so that it stays quick whatever has been sent in years."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId) -> Seen:
        """Return a person's figures as of now."""
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            mark, changed, kept = await self._consistent(uow.figures, now)
            roles = await uow.figures.roles()
        people = mark.people + changed.people
        replied, positive = ripe(people, changed.touched, as_of=now)
        return Seen(
            as_of=now,
            tally=kept + changed.total,
            people=people,
            people_replied=replied,
            people_positive=positive,
            roles_applied=roles.applied,
            roles_by_stage={stage: roles.by_stage.get(stage, 0) for stage in STAGES},
            outreach_to_interview=Rate.of(roles.interviewed, roles.mailed),
            cost_per_reply=cost_per(roles.spent, people.replied),
            cost_per_interview=cost_per(roles.spent, roles.interviewed),
        )

    @staticmethod
    async def _consistent(figures: FigureRepository, now: datetime) -> tuple[Mark, Change, Tally]:
        """Look again when a night's work came in between, so that nothing counts twice."""
        while True:
            mark = await figures.mark() or BEGINNING
            kept = await figures.total()
            changed = await change_since(figures, mark, as_of=now)
            if (await figures.mark() or BEGINNING).counted_to == mark.counted_to:
                return mark, changed, kept

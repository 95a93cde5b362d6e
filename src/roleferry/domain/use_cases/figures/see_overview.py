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
from roleferry.ports.clock import Clock
from roleferry.ports.figures import FigureReader


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
    """Answer from kept sums and what has changed since, so that it stays quick whatever has been sent in years."""

    figure_reader: FigureReader
    clock: Clock

    async def __call__(self, user_id: UserId) -> Seen:
        """Return a person's figures as of now."""
        now = self.clock.now()
        figures = await self.figure_reader.figures(user_id, as_of=now)
        people, roles = figures.people, figures.roles
        replied, positive = ripe(people, figures.unripe)
        return Seen(
            as_of=now,
            tally=figures.total,
            people=people,
            people_replied=replied,
            people_positive=positive,
            roles_applied=roles.applied,
            roles_by_stage={stage: roles.by_stage.get(stage, 0) for stage in STAGES},
            outreach_to_interview=Rate.of(roles.interviewed, roles.mailed),
            cost_per_reply=cost_per(roles.spent, people.replied),
            cost_per_interview=cost_per(roles.spent, roles.interviewed),
        )

"""What has changed since the sums were kept; the overview's statement says the same in SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from roleferry.domain.model.figures.facts import fold
from roleferry.domain.model.figures.rollup import Tally, roll_up
from roleferry.domain.model.figures.standing import SILENT_AFTER, Standing, standing
from roleferry.ports.figures import Cell, FigureRepository, Mark, NumberedFact

BEGINNING = Mark(counted_to=0, as_of=datetime(1970, 1, 4, tzinfo=UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What to add to the kept sums."""

    cells: Mapping[Cell, Tally]
    people: Standing

    @property
    def total(self) -> Tally:
        """Return the change of all cells, added up."""
        return sum(self.cells.values(), Tally())


async def change_since(figures: FigureRepository, mark: Mark, *, as_of: datetime) -> Change:
    """Work out what everybody touched since the mark adds to sums that end at the mark."""
    since = silent_since(mark, as_of=as_of)
    return change(await figures.facts_of_touched(after=mark.counted_to, sent_since=since), mark, as_of=as_of)


def silent_since(mark: Mark, *, as_of: datetime) -> datetime:
    """Return from when on a mail may count otherwise than at the mark, though nothing more happened to it."""
    return min(mark.as_of, as_of) - SILENT_AFTER


def change(facts: Sequence[NumberedFact], mark: Mark, *, as_of: datetime) -> Change:
    """Compare what these facts say with what they said at the mark."""
    before = fold(one.fact for one in facts if one.number <= mark.counted_to)
    after = fold(one.fact for one in facts)
    then = roll_up(before.values(), as_of=mark.as_of)
    now = roll_up(after.values(), as_of=as_of)
    cells = {key: _minus(now.get(key, Tally()), then.get(key, Tally())) for key in now.keys() | then.keys()}
    return Change(
        cells={key: tally for key, tally in cells.items() if tally != Tally()},
        people=standing(after.values()) - standing(before.values()),
    )


def _minus(one: Tally, other: Tally) -> Tally:
    taken = asdict(other)
    return Tally(**{name: count - taken[name] for name, count in asdict(one).items()})

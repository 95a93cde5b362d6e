"""Nights and days: kept sums and what is new equal a full recount, whatever is late, put right or missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.figures.facts import Fact, fold
from roleferry.domain.model.figures.overview import MEDIAN_FLOOR
from roleferry.domain.model.figures.rollup import Tally, roll_up
from roleferry.domain.model.figures.standing import SILENT_AFTER, Standing, standing
from roleferry.domain.use_cases.figures.changing import BEGINNING, Change, change
from roleferry.ports.figures import Cell, Mark, NumberedFact
from tests.unit.figures.histories import START, histories


class Kept:
    """What a person's rows hold: the log as it came in, the sums, and how far they go."""

    def __init__(self) -> None:
        self.log: list[NumberedFact] = []
        self.cells: dict[Cell, Tally] = {}
        self.mark: Mark = BEGINNING

    def arrive(self, facts: Sequence[Fact]) -> None:
        self.log += [NumberedFact(len(self.log) + 1 + at, fact) for at, fact in enumerate(facts)]

    def since_mark(self, now: datetime) -> Change:
        """Ask for what the statement gives: all about people with news, or with a mail young enough to change."""
        young = min(self.mark.as_of, now) - SILENT_AFTER
        touched = {
            one.fact.mail.contact_id
            for one in self.log
            if one.number > self.mark.counted_to or (one.fact.kind == "sent" and one.fact.at > young)
        }
        return change([one for one in self.log if one.fact.mail.contact_id in touched], self.mark, as_of=now)

    def night(self, now: datetime) -> None:
        """Roll up; killed in the middle, a transaction has done nothing, which is to have missed the night."""
        changed = self.since_mark(now)
        for cell, tally in changed.cells.items():
            self.cells[cell] = self.cells.get(cell, Tally()) + tally
        self.mark = Mark(counted_to=len(self.log), as_of=now, people=self.mark.people + changed.people)

    def shown(self, now: datetime) -> dict[Cell, Tally]:
        changed = self.since_mark(now)
        keys = self.cells.keys() | changed.cells.keys()
        summed = {key: self.cells.get(key, Tally()) + changed.cells.get(key, Tally()) for key in keys}
        return {key: tally for key, tally in summed.items() if any(asdict(tally).values())}


@given(histories(), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40), st.integers(0, 2)), max_size=12))
@settings(max_examples=150, deadline=None)
def test_sums_and_news_equal_a_full_recount_at_every_moment(
    facts: list[Fact], turns: list[tuple[int, int, int]]
) -> None:
    """Each turn some of the history becomes known, hours pass, and no, one or two roll-ups run."""
    kept, now, told = Kept(), START, 0
    for count, hours, nights in [*turns, (len(facts), 0, 0), (0, 50, 2)]:
        kept.arrive(facts[told : told + count])
        told += count
        now += timedelta(hours=hours)
        for _ in range(nights):
            kept.night(now)
        records = list(fold(one.fact for one in kept.log).values())
        assert kept.shown(now) == roll_up(records, as_of=now)
        assert kept.mark.people + kept.since_mark(now).people == standing(records)


@given(st.lists(st.integers(0, 3599), max_size=20))
def test_the_median_of_what_is_kept_is_that_of_all_answers(seconds: list[int]) -> None:
    kept = Standing(taken={str(one): count for one, count in Counter(seconds).items()})
    assert kept.median_seconds == (median(seconds) if len(seconds) >= MEDIAN_FLOOR else None)

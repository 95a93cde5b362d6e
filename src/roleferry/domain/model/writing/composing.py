"""
Choose which sentences a letter has, and in which wording, so that its length is right and nothing is said twice.

The search prefers, in this order: the best results, their needs, the contact's own wordings, more evidence, no filler.
It is a depth-first search over additive lengths, cut off where the rest can no longer reach the length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roleferry.domain.model.writing.skeletons.grammar import Unit, Weight
from roleferry.domain.model.writing.wording import Wording

_MOST_STEPS = 6_000
_PARAGRAPH_GAP = 2


@dataclass(frozen=True, slots=True)
class Slot:
    """A sentence of a skeleton with the wordings it can have."""

    unit: Unit
    wordings: tuple[Wording, ...]

    def choices(self, *, may_drop: bool) -> tuple[Wording | None, ...]:
        """Return what can stand here, the preferred first; None is to leave it out."""
        match self.unit.weight:
            case Weight.FILLER:
                return (None, *self.wordings)
            case Weight.EVIDENCE:
                return (*self.wordings, None)
            case Weight.NEEDED:
                return (*self.wordings, None) if may_drop or not self.wordings else self.wordings

    @property
    def tells_result(self) -> bool:
        """Tell whether a result can stand here."""
        return any(_is(wording, "result") for wording in self.wordings)


def _is(wording: Wording | None, family: str) -> bool:
    return wording is not None and wording.point is not None and wording.point.key.startswith(f"{family}:")


def laid_out(slots: Sequence[Slot], chosen: Sequence[Wording | None], *, head: str, tail: str) -> str:
    """Return the body: paragraphs apart by an empty line, between greeting and name."""
    paragraphs: dict[int, list[str]] = {}
    for slot, wording in zip(slots, chosen, strict=True):
        if wording is not None:
            paragraphs.setdefault(slot.unit.paragraph, []).append(wording.text)
    blocks = (head, *(" ".join(texts) for texts in paragraphs.values()), tail)
    return "\n\n".join(block for block in blocks if block)


@dataclass(slots=True)
class _Search:
    """One search; `least` and `most` are the characters the whole body may have."""

    slots: Sequence[Slot]
    head: str
    tail: str
    least: int
    most: int
    may_drop: bool
    steps: int = 0

    def run(self) -> tuple[Wording | None, ...] | None:
        order = sorted(range(len(self.slots)), key=lambda place: (_priority(self.slots[place]), place))
        choices = [self.slots[place].choices(may_drop=self.may_drop) for place in order]
        lows, highs = _suffix_sums(choices)
        base = sum(len(text) + _PARAGRAPH_GAP for text in (self.head, self.tail) if text)
        return next(self._from(0, order, choices, lows, highs, base, [None] * len(self.slots)), None)

    def _from(
        self,
        depth: int,
        order: list[int],
        choices: list[tuple[Wording | None, ...]],
        lows: list[int],
        highs: list[int],
        length: int,
        chosen: list[Wording | None],
    ) -> Iterator[tuple[Wording | None, ...]]:
        self.steps += 1
        slack = _PARAGRAPH_GAP * 2
        if self.steps > _MOST_STEPS or length + lows[depth] > self.most + slack or length + highs[depth] < self.least:
            return
        if depth == len(order):
            if self._fits(chosen):
                yield tuple(chosen)
            return
        for choice in choices[depth]:
            if choice is not None and not self._consistent(choice, order[depth], chosen):
                continue
            chosen[order[depth]] = choice
            added = len(choice.text) + 1 if choice else 0
            yield from self._from(depth + 1, order, choices, lows, highs, length + added, chosen)
            chosen[order[depth]] = None

    def _fits(self, chosen: Sequence[Wording | None]) -> bool:
        if not _answered(chosen) or _also_first(self.slots, chosen):
            return False
        return self.least <= len(laid_out(self.slots, chosen, head=self.head, tail=self.tail)) <= self.most

    def _consistent(self, choice: Wording, place: int, chosen: Sequence[Wording | None]) -> bool:
        if any(other is not None and _clash(choice, place, other, at) for at, other in enumerate(chosen)):
            return False
        if not _is(choice, "need"):
            return True
        first = next((w for w in chosen if _is(w, "result")), None)
        return (
            first is None or first.point is None or choice.point is None or first.point.answers == choice.point.answers
        )


def _clash(one: Wording, one_at: int, other: Wording, other_at: int) -> bool:
    if one.text == other.text:
        return True
    if one.point is None or other.point is None:
        return False
    if one.point.key == other.point.key:
        return True
    earlier, later = (one, other) if one_at < other_at else (other, one)
    return _misplaces(earlier, later)


def _misplaces(earlier: Wording, later: Wording) -> bool:
    """
    Tell whether the later sentence would be read as done at the employer that the earlier one names, or names it again.

    "At Acme, I cut costs. I also led a team." says that the team was at Acme.
    """
    there = _named(earlier)
    if there is None or not _is(later, "result"):
        return there is not None and there == _named(later)
    here = later.point.fills.get("employer") if later.point else None
    return _named(later) == there or (_named(later) is None and here != there)


def _named(wording: Wording) -> str | None:
    employer = wording.point.fills.get("employer") if wording.point else None
    return employer if employer and employer in wording.text else None


def _answered(chosen: Sequence[Wording | None]) -> bool:
    """Tell whether the first result after a need is the one that answers it."""
    need = next((w for w in chosen if _is(w, "need")), None)
    if need is None or need.point is None or need.point.answers is None:
        return True
    result = next((w for w in chosen if _is(w, "result")), None)
    return result is not None and result.point is not None and result.point.answers == need.point.answers


def _also_first(slots: Sequence[Slot], chosen: Sequence[Wording | None]) -> bool:
    """Tell whether a further result stands before the first one: "I also …" with nothing to add to."""
    at = next((at for at, wording in enumerate(chosen) if _is(wording, "result")), None)
    if at is None or slots[at].unit.weight is Weight.NEEDED:
        return False
    return any(slot.unit.weight is Weight.NEEDED and slot.tells_result for slot in slots[:at])


def _priority(slot: Slot) -> int:
    if slot.unit.weight is Weight.NEEDED:
        return 0 if slot.tells_result else 1
    return 3 if slot.unit.weight is Weight.FILLER else 2


def _suffix_sums(choices: list[tuple[Wording | None, ...]]) -> tuple[list[int], list[int]]:
    """Return, for each depth, the least and most characters that the sentences from there on can add."""
    lows, highs = [0], [0]
    for options in reversed(choices):
        sizes = [len(option.text) if option else 0 for option in options] or [0]
        lows.append(lows[-1] + (min(sizes) + 1 if min(sizes) else 0))
        highs.append(highs[-1] + max(sizes) + _PARAGRAPH_GAP)
    return lows[::-1], highs[::-1]


@dataclass(frozen=True, slots=True)
class Composed:
    """The sentences chosen; `fits` tells whether the body has the length asked for."""

    chosen: tuple[Wording | None, ...]
    body: str
    fits: bool


def compose(slots: Sequence[Slot], *, head: str, tail: str, least: int, most: int) -> Composed | None:
    """
    Return the best letter within the length; with thin evidence the longest that is shorter, never a padded one.

    None when there is nothing at all to choose from.
    """
    for may_drop in (False, True):
        for floor in (least, *(least * percent // 100 for percent in range(90, -1, -15))) if may_drop else (least,):
            chosen = _Search(slots, head, tail, floor, most, may_drop).run()
            if chosen is not None and any(chosen):
                body = laid_out(slots, chosen, head=head, tail=tail)
                return Composed(chosen, body, least <= len(body) <= most)
    return _barest(slots, head, tail)


def _barest(slots: Sequence[Slot], head: str, tail: str) -> Composed | None:
    """Return the needed sentences in their shortest wordings, however long they are: long names cannot be cut."""
    chosen = tuple(
        min(slot.wordings, key=lambda wording: len(wording.text))
        if slot.wordings and slot.unit.weight is Weight.NEEDED and not _mentions_need(slot)
        else None
        for slot in slots
    )
    return Composed(chosen, laid_out(slots, chosen, head=head, tail=tail), fits=False) if any(chosen) else None


def _mentions_need(slot: Slot) -> bool:
    return any(_is(wording, "need") for wording in slot.wordings)

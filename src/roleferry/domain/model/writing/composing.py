"""
Choose which sentences a letter has, and in which wording, so that its length is right and nothing is said twice.

The search prefers, in this order: the best results, their needs, the contact's own wordings, more evidence, no filler.
It is a depth-first search over additive lengths, cut off where the rest can no longer reach the length.
"""

from __future__ import annotations

from collections.abc import Sequence
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
        return any(wording.tells_result for wording in self.wordings)


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
        return self._from(0, order, choices, lows, highs, base, [None] * len(self.slots))

    def _from(
        self,
        depth: int,
        order: list[int],
        choices: list[tuple[Wording | None, ...]],
        lows: list[int],
        highs: list[int],
        length: int,
        chosen: list[Wording | None],
    ) -> tuple[Wording | None, ...] | None:
        self.steps += 1
        slack = _PARAGRAPH_GAP * 2
        if self.steps > _MOST_STEPS or length + lows[depth] > self.most + slack or length + highs[depth] < self.least:
            return None
        if depth == len(order):
            return tuple(chosen) if self._fits(chosen) else None
        place = order[depth]
        for choice in choices[depth]:
            if choice is not None and not _consistent(choice, place, chosen):
                continue
            chosen[place] = choice
            added = len(choice.text) + 1 if choice else 0
            found = self._from(depth + 1, order, choices, lows, highs, length + added, chosen)
            if found is not None:
                return found
            chosen[place] = None
        return None

    def _fits(self, chosen: Sequence[Wording | None]) -> bool:
        if not _answered(chosen) or _also_first(self.slots, chosen):
            return False
        return self.least <= len(laid_out(self.slots, chosen, head=self.head, tail=self.tail)) <= self.most


def _consistent(choice: Wording, place: int, chosen: Sequence[Wording | None]) -> bool:
    for at, other in enumerate(chosen):
        if other is not None and _clash(choice, place, other, at):
            return False
    if not choice.tells_need:
        return True
    first = _first_result(chosen)
    return first is None or first.answers == choice.answers


def _first_result(chosen: Sequence[Wording | None]) -> Wording | None:
    for wording in chosen:
        if wording is not None and wording.tells_result:
            return wording
    return None


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
    there = earlier.named
    if there is None or not later.tells_result:
        return there is not None and there == later.named
    return later.named == there or (later.named is None and later.employer != there)


def _answered(chosen: Sequence[Wording | None]) -> bool:
    """Tell whether the first result after a need is the one that answers it."""
    for wording in chosen:
        if wording is not None and wording.tells_need:
            if wording.answers is None:
                return True
            result = _first_result(chosen)
            return result is not None and result.answers == wording.answers
    return True


def _also_first(slots: Sequence[Slot], chosen: Sequence[Wording | None]) -> bool:
    """Tell whether a further result stands before the first one: "I also …" with nothing to add to."""
    for at, wording in enumerate(chosen):
        if wording is not None and wording.tells_result:
            if slots[at].unit.weight is Weight.NEEDED:
                return False
            return any(slot.unit.weight is Weight.NEEDED and slot.tells_result for slot in slots[:at])
    return False


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
    return any(wording.tells_need for wording in slot.wordings)

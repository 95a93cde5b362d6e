"""Problems of work, told in many words: `reduce churn` and `renewal rate` are both about keeping customers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from roleferry.domain.model.text import Span

Spelled = Sequence[tuple[str, Span]]
"""The words of a line: stem, and where it stands."""
Part = tuple[str, ...]
"""Stems that stand beside each other."""
_NEAR = 9
"""Words between the parts of one problem at most: a long line speaks of many things."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: what it is called, and how much it says (0–1) that two lines share it."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Sighting:
    """A problem found in a line: the words that show it, as quoted and as places."""

    problem: Problem
    quote: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ProblemIndex:
    """All known problems, by the first stem of each of the ways they are told."""

    by_stem: Mapping[str, Sequence[tuple[tuple[Part, ...], Problem]]] = field(default_factory=dict)

    @classmethod
    def of(cls, ways: Iterable[tuple[tuple[Part, ...], Problem]]) -> ProblemIndex:
        """Build from (parts that must all stand in a line, problem) pairs; the first listed wins within a line."""
        found: dict[str, list[tuple[tuple[Part, ...], Problem]]] = {}
        for parts, problem in ways:
            found.setdefault(parts[0][0], []).append((parts, problem))
        return cls(found)

    def found_in(self, text: str, words: Spelled) -> Mapping[str, Sighting]:
        """Return the problems a line speaks of, by name, each with the first words that show it."""
        found: dict[str, Sighting] = {}
        stems = [stem for stem, _ in words]
        for stem in dict.fromkeys(stems):
            for parts, problem in self.by_stem.get(stem, ()):
                if problem.name not in found and (places := _places(stems, parts)):
                    spans = tuple(Span(words[first][1].start, words[last][1].end) for first, last in places)
                    found[problem.name] = Sighting(problem, _quote(text, spans), spans)
        return found


def _places(stems: Sequence[str], parts: Sequence[Part]) -> list[tuple[int, int]] | None:
    """Return where the parts stand near each other, in the order of the text, or None when one is missing."""
    for first, last in _at(stems, parts[0]):
        low, high = max(0, first - _NEAR), last + 1 + _NEAR
        rest = [next(_at(stems[low:high], part), None) for part in parts[1:]]
        if None not in rest:
            return sorted([(first, last), *((low + at, low + to) for at, to in filter(None, rest))])
    return None


def _at(stems: Sequence[str], part: Part) -> Iterator[tuple[int, int]]:
    size = len(part)
    for index, stem in enumerate(stems):
        if stem == part[0] and tuple(stems[index : index + size]) == part:
            yield index, index + size - 1


def _quote(text: str, spans: Sequence[Span]) -> str:
    """Return literal words; what stands between two parts is left out and marked."""
    return " … ".join(span.of(text) for span in spans)

"""Words that tell what one line of an advert is for, each with its weight; weights add up like evidence.

A weight of 1 is a hint, 2 usually decides, 3 decides alone. Every pattern is tried on plain lower-case text
(`headings.plain`), and only at the words with which it can begin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from roleferry.domain.model.jobs.reading.openings import LETTERS, alternatives_of

_WORD = re.compile(r"\w+")
_OPENINGS_KEPT = 20_000


class Side(StrEnum):
    """What a line speaks of, before must and nice are told apart."""

    DUTY = "duty"
    ASKED = "asked"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern and how much it says for one side."""

    side: Side
    weight: float
    pattern: re.Pattern[str]


def cues(side: Side, *rows: tuple[float, str]) -> tuple[Cue, ...]:
    """Build the cues of one side from (weight, pattern) rows."""
    return tuple(Cue(side, weight, re.compile(pattern)) for weight, pattern in rows)


Try = tuple[int, re.Pattern[str]]
"""The number of a cue, and one of its alternatives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueIndex:
    """Cues by the letters they can begin with: finds what a search for each of them finds, in a sixth of the time."""

    cues: tuple[Cue, ...]
    at_words: Callable[[str], Sequence[Try]]
    """What can begin at a word, by its first letters."""
    at_start: tuple[Try, ...]
    anywhere: tuple[Try, ...]

    @classmethod
    def of(cls, listed: Iterable[Cue]) -> CueIndex:
        """Build from cues; what they find keeps their order."""
        cues = tuple(listed)
        ways = [
            (alternative, (number, re.compile(alternative.pattern)))
            for number, cue in enumerate(cues)
            for alternative in alternatives_of(cue.pattern.pattern)
        ]
        return cls(
            cues=cues,
            at_words=_by_opening([(letters, one) for way, one in ways for letters in sorted(way.words)]),
            at_start=tuple(one for way, one in ways if way.start),
            anywhere=tuple(one for way, one in ways if way.anywhere),
        )

    def found_in(self, said: str) -> list[Cue]:
        """Return the cues a plain text holds."""
        hits = {number for number, pattern in self.anywhere if pattern.search(said)}
        hits.update(number for number, pattern in self.at_start if pattern.match(said))
        for word in _WORD.finditer(said):
            at = word.start()
            for number, pattern in self.at_words(said[at : at + LETTERS]):
                if number not in hits and pattern.match(said, at):
                    hits.add(number)
        return [self.cues[number] for number in sorted(hits)]


def _by_opening(openings: Iterable[tuple[str, Try]]) -> Callable[[str], Sequence[Try]]:
    listed: defaultdict[str, list[Try]] = defaultdict(list)
    for letters, attempt in openings:
        listed[letters].append(attempt)

    @lru_cache(maxsize=_OPENINGS_KEPT)
    def at_words(letters: str) -> Sequence[Try]:
        return tuple(one for size in range(1, len(letters) + 1) for one in listed.get(letters[:size], ()))

    return at_words

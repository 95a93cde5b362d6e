"""Many patterns sought at once, each only at the words with which it can begin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from roleferry.domain.model.jobs.reading.openings import LETTERS, alternatives_of

_WORD = re.compile(r"\w+")
_OPENINGS_KEPT = 20_000

Try = tuple[int, re.Pattern[str]]
"""The number of a pattern, and one of its alternatives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternIndex:
    """Patterns by the letters they can begin with: finds what a search for each finds, in a sixth of the time."""

    at_words: Callable[[str], Sequence[Try]]
    """What can begin at a word, by its first letters."""
    at_start: tuple[Try, ...]
    anywhere: tuple[Try, ...]

    @classmethod
    def of(cls, patterns: Iterable[str], *, flags: re.RegexFlag = re.NOFLAG) -> PatternIndex:
        """Build from patterns for lower-case text."""
        ways = [
            (alternative, (number, re.compile(alternative.pattern, flags)))
            for number, pattern in enumerate(patterns)
            for alternative in alternatives_of(pattern)
        ]
        return cls(
            at_words=_by_opening([(letters, one) for way, one in ways for letters in sorted(way.words)]),
            at_start=tuple(one for way, one in ways if way.start),
            anywhere=tuple(one for way, one in ways if way.anywhere),
        )

    def found_in(self, said: str) -> list[int]:
        """Return the numbers of the patterns that a lower-case text holds, in their order."""
        hits = {number for number, pattern in self.anywhere if pattern.search(said)}
        hits.update(number for number, pattern in self.at_start if pattern.match(said))
        at_words = self.at_words
        for word in _WORD.finditer(said):
            at = word.start()
            for number, pattern in at_words(said[at : at + LETTERS]):
                if number not in hits and pattern.match(said, at):
                    hits.add(number)
        return sorted(hits)


def _by_opening(openings: Iterable[tuple[str, Try]]) -> Callable[[str], Sequence[Try]]:
    listed: defaultdict[str, list[Try]] = defaultdict(list)
    for letters, attempt in openings:
        listed[letters].append(attempt)

    @lru_cache(maxsize=_OPENINGS_KEPT)
    def at_words(letters: str) -> Sequence[Try]:
        return tuple(one for size in range(1, len(letters) + 1) for one in listed.get(letters[:size], ()))

    return at_words

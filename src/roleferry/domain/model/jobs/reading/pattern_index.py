"""Many patterns sought at once, each only at the words with which it can begin."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from roleferry.domain.model.jobs.reading.openings import LETTERS, alternatives_of

_OPENINGS_KEPT = 20_000

Try = tuple[int, re.Pattern[str]]
"""The number of a pattern, and one of its alternatives."""


class _Tries(dict[str, tuple[Try, ...]]):
    """What can begin at a word, by its first letters; worked out when first asked for, kept up to a bound."""

    def __init__(self, openings: Iterable[tuple[str, Try]]) -> None:
        super().__init__()
        self._listed: defaultdict[str, list[Try]] = defaultdict(list)
        for letters, attempt in openings:
            self._listed[letters].append(attempt)

    def __missing__(self, letters: str) -> tuple[Try, ...]:
        sizes = range(1, len(letters) + 1)
        found = tuple(one for size in sizes for one in self._listed.get(letters[:size], ()))
        if len(self) < _OPENINGS_KEPT:
            self[letters] = found
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternIndex:
    """Patterns by the letters they can begin with: finds what a search for each finds, in a sixth of the time."""

    words: re.Pattern[str]
    """Where a word begins that may open something."""
    at_words: Mapping[str, tuple[Try, ...]]
    """What can begin at a word, by its first letters."""
    at_start: Mapping[str, tuple[Try, ...]]
    """What can begin the text, by its first letters."""
    anywhere: tuple[tuple[int, Callable[[str], object]], ...]
    """What has to be sought in all of a text, or tried at its start."""

    @classmethod
    def of(cls, patterns: Iterable[str], *, flags: re.RegexFlag = re.NOFLAG) -> PatternIndex:
        """Build from patterns for lower-case text."""
        ways = [
            (alternative, (number, re.compile(alternative.pattern, flags)))
            for number, pattern in enumerate(patterns)
            for alternative in alternatives_of(pattern)
        ]
        openings = [(way.start, letters, one) for way, one in ways for letters in sorted(way.words)]
        return cls(
            words=_begun_by(letters for start, letters, _ in openings if not start),
            at_words=_Tries((letters, one) for start, letters, one in openings if not start),
            at_start=_Tries((letters, one) for start, letters, one in openings if start),
            anywhere=tuple(
                (number, pattern.match if way.start else pattern.search)
                for way, (number, pattern) in ways
                if not way.words
            ),
        )

    def found_in(self, said: str) -> list[int]:
        """Return the numbers of the patterns that a lower-case text holds, in their order."""
        hits = {number for number, found in self.anywhere if found(said)}
        hits.update([number for number, pattern in self.at_start[said[:LETTERS]] if pattern.match(said)])
        at_words = self.at_words
        for word in self.words.finditer(said):
            at = word.start()
            for number, pattern in at_words[said[at : at + LETTERS]]:
                if number not in hits and pattern.match(said, at):
                    hits.add(number)
        return sorted(hits)


def _begun_by(openings: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for the start of words that begin as something may; the letters branch as in a tree."""
    return re.compile(rf"\b(?={_branches(frozenset(openings)) or '(?!)'})")


def _branches(openings: frozenset[str]) -> str:
    """Return a pattern for what begins with one of these; what is told by its first letters needs no more of them."""
    if not openings or "" in openings:
        return ""
    rest: defaultdict[str, set[str]] = defaultdict(set)
    for letters in openings:
        rest[letters[0]].add(letters[1:])
    ways = [re.escape(first) + _branches(frozenset(more)) for first, more in sorted(rest.items())]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"

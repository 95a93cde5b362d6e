"""Words as the matcher sees them: stemmed, with synonyms folded together, each with how much it says (SPEC 3.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from roleferry.domain.model.matching.problems import ProblemIndex, Sighting
from roleferry.domain.model.text import Span

_WORD = re.compile(
    r"\.net\b|[^\W_]+(?:\.(?:js|net|io|ai)\b)?(?:&[^\W\d_]\b)?[+#]*|[.,;:!?|()•]",  # a mark ends an alias
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d{1,3}(?:st|nd|rd|th|[akmhxp]|am|pm|hrs?|yrs?|[+])?|(?:19|20)\d\d|0+|\d{6,}")
"""Amounts, dates and years; what is left of numbers are names, such as the 27001 of ISO."""
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A word or alias in its common form, and where it was written."""

    key: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """
    What is known of words before any text is read; built and loaded by an adapter.

    `rarities` says how much a stem of everyday job texts tells of the work, 0–1; `aliases` lists under their first
    stem, longest first, the stems of each alias with the name of its class; `trades` maps a stem of job titles to the
    occupation groups it names, as shares of 1.
    """

    stem: Callable[[str], str]
    stop_words: frozenset[str]
    rarities: Mapping[str, float]
    aliases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    trades: Mapping[str, Mapping[str, float]]
    problems: ProblemIndex = field(default_factory=ProblemIndex)
    """Problems of work, by the words that show them."""
    classes_asked: ProblemIndex = field(default_factory=ProblemIndex)
    """Classes of tools, by the words that ask for them: `relational database`."""
    classes_told: ProblemIndex = field(default_factory=ProblemIndex)
    """The same classes, by the tools that are one: `PostgreSQL`."""

    def terms(self, text: str) -> tuple[Term, ...]:
        """Return what a text says, word by word, without stop words and bare numbers; an alias is one term."""
        found = list(_WORD.finditer(text))
        stems = [self.stem(word.group().lower()) for word in found]
        return tuple(
            Term(key, Span(found[first].start(), found[last].end())) for key, first, last in self._folded(stems)
        )

    def keys(self, text: str) -> list[str]:
        """Return the common forms alone, in the order written."""
        stems = [self.stem(word.lower()) for word in _WORD.findall(text)]
        return [key for key, _, _ in self._folded(stems)]

    def stems(self, text: str) -> list[str]:
        """Return every word, stop words and numbers too, stemmed and in the order written."""
        return [self.stem(word.lower()) for word in _WORD.findall(text) if word[0].isalnum() or len(word) > 1]

    def spelled(self, text: str) -> list[tuple[str, Span]]:
        """Return every word, stemmed, with its place; one that has a synonym of one word, as that."""
        found = ((self.stem(word.group().lower()), Span(*word.span())) for word in _WORD.finditer(text))
        return [(self._common(stem), span) for stem, span in found]

    def problems_in(self, text: str, *, told: bool) -> Mapping[str, Sighting]:
        """Return the problems a line speaks of, and the classes of tools it asks for, or of which it tells a tool."""
        words = self.spelled(text)
        classes = self.classes_told if told else self.classes_asked
        return {**self.problems.found_in(text, words), **classes.found_in(text, words)}

    def _common(self, stem: str) -> str:
        name = next((name for alias, name in self.aliases.get(stem, ()) if len(alias) == 1), stem)
        return stem if " " in name else name

    def rarity(self, key: str) -> float:
        """Return how much a term says, 0 (it stands in every job text) to 1 (hardly ever seen)."""
        return self.rarities.get(key, 1.0)

    def _folded(self, stems: list[str]) -> Iterator[tuple[str, int, int]]:
        """Yield each term with the places of its first and last word, the longest alias first."""
        aliases, stop_words = self.aliases, self.stop_words
        after = 0
        for index, stem in enumerate(stems):
            if index < after or (stem in stop_words and stem not in aliases):
                continue
            size, key = self._alias_at(stems, index) if stem in aliases else (1, stem)
            after = index + size
            if _says_something(key) and key not in stop_words:
                yield key, index, after - 1

    def _alias_at(self, stems: list[str], index: int) -> tuple[int, str]:
        """Return how many words from here form the longest alias, and the class; or one word as it stands."""
        for alias, name in self.aliases[stems[index]]:
            if len(alias) == 1 or tuple(stems[index : index + len(alias)]) == alias:
                return len(alias), name
        return 1, stems[index]


def _says_something(key: str) -> bool:
    if key[:1].isdigit():
        return not _FIGURE.fullmatch(key)
    return len(key) >= _SHORTEST

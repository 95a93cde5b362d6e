"""Words as the matcher sees them: stemmed, with synonyms folded together, each with how much it says (SPEC 3.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from roleferry.domain.model.text import Span

_WORD = re.compile(r"\.net\b|[^\W_]+(?:\.(?:js|net|io|ai)\b)?(?:&[^\W\d_]\b)?[+#]*", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:st|nd|rd|th|[akmhxp]|am|pm|hrs?|yrs?|[+])?")
_SHORTEST = 2
_ONE_LETTER = frozenset({"c", "r"})


class _Word(NamedTuple):
    stem: str
    start: int
    end: int


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

    def terms(self, text: str) -> tuple[Term, ...]:
        """Return what a text says, word by word, without stop words and bare numbers; an alias is one term."""
        return tuple(self._folded(list(self._words(text)), text))

    def stems(self, text: str) -> list[str]:
        """Return every word, stop words and numbers too, stemmed and in the order written."""
        return [word.stem for word in self._words(text)]

    def keys(self, text: str) -> tuple[str, ...]:
        """Return the common forms alone, in the order written."""
        return tuple(term.key for term in self.terms(text))

    def rarity(self, key: str) -> float:
        """Return how much a term says, 0 (it stands in every job text) to 1 (hardly ever seen)."""
        return self.rarities.get(key, 1.0)

    def _words(self, text: str) -> Iterator[_Word]:
        for found in _WORD.finditer(text):
            yield _Word(self.stem(found.group().lower()), found.start(), found.end())

    def _folded(self, words: Sequence[_Word], text: str) -> Iterator[Term]:
        index = 0
        while index < len(words):
            word = words[index]
            size, key = self._alias_at(words, index, text) if word.stem in self.aliases else (1, word.stem)
            index += size
            if key not in self.stop_words and _says_something(key):
                yield Term(key, Span(word.start, words[index - 1].end))

    def _alias_at(self, words: Sequence[_Word], index: int, text: str) -> tuple[int, str]:
        """Return how many words from here form the longest alias, and the class; or one word as it stands."""
        for alias, name in self.aliases[words[index].stem]:
            here = words[index : index + len(alias)]
            if alias == tuple(word.stem for word in here) and _together(here, text):
                return len(alias), name
        return 1, words[index].stem


def _together(words: Sequence[_Word], text: str) -> bool:
    """Tell whether only spaces, hyphens or strokes stand between neighbours."""
    return all(not text[left.end : right.start].strip(" \n-/&") for left, right in pairwise(words))


def _says_something(key: str) -> bool:
    return not _FIGURE.fullmatch(key) and (len(key) >= _SHORTEST or key in _ONE_LETTER)

"""The small words that frame what is known: where a noun phrase begins, ends and says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseWords:
    """Words by what they do around a noun phrase; all in lower case."""

    lead: frozenset[str]
    """Left out at its start: `a solid knowledge of`."""
    trail: frozenset[str]
    """Left out at its end: `skills required`."""
    stop: frozenset[str]
    """Begin another clause: `to`, `which`, `is`."""
    empty: frozenset[str]
    """Name nothing that is known: `team`, `environment`, `ability`."""

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> PhraseWords:
        """Build from (role, words split by spaces) pairs."""
        words = {role: frozenset(listed.split()) for role, listed in rows}
        return cls(lead=words["lead"], trail=words["trail"], stop=words["stop"], empty=words["empty"])

    def say_nothing(self, words: list[str]) -> bool:
        """Tell whether a phrase of these words would name nothing that is known."""
        known = self.empty | self.lead | self.trail
        return words[0].endswith("ly") or all(word in known or not word[:1].isalpha() for word in words)

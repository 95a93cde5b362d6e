"""Words that tell what one line of an advert is for, each with its weight; weights add up like evidence.

A weight of 1 is a hint, 2 usually decides, 3 decides alone. Every pattern is tried on plain lower-case text
(`headings.plain`), and only at the words with which it can begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.jobs.reading.pattern_index import PatternIndex


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


@dataclass(frozen=True, slots=True)
class CueIndex:
    """Cues that are sought together."""

    cues: tuple[Cue, ...]
    patterns: PatternIndex

    @classmethod
    def of(cls, listed: Iterable[Cue]) -> CueIndex:
        """Build from cues; what they find keeps their order."""
        found = tuple(listed)
        return cls(found, PatternIndex.of(cue.pattern.pattern for cue in found))

    def found_in(self, said: str) -> list[Cue]:
        """Return the cues a plain text holds."""
        return [self.cues[number] for number in self.patterns.found_in(said)]

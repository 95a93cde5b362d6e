"""Words that tell what one line of an advert is for, each with its weight; weights add up like evidence.

A weight of 1 is a hint, 2 usually decides, 3 decides alone. Every pattern is tried on plain lower-case text
(`headings.plain`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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

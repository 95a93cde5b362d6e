"""One side of a match, and the whole of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PartName(StrEnum):
    """What is compared."""

    SKILLS = "skills"
    EVIDENCE = "evidence"
    TITLE = "title"
    EXPERIENCE = "experience"
    INDUSTRY = "industry"
    PREFERENCES = "preferences"


WEIGHTS: dict[PartName, float] = {
    PartName.SKILLS: 30.0,
    PartName.EVIDENCE: 30.0,
    PartName.TITLE: 15.0,
    PartName.EXPERIENCE: 10.0,
    PartName.INDUSTRY: 5.0,
    PartName.PREFERENCES: 10.0,
}
"""How much each part counts when all are known; parts with nothing known are left out, the rest keep their ratio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One comparison: `score` 0–1, the words it rests on, and what it means in a sentence."""

    name: PartName
    weight: float
    score: float
    evidence: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How well a job suits a person: `score` 0–100, `confidence` 0–1 says how much of it was known (SPEC 3.5)."""

    score: float
    confidence: float
    parts: tuple[Part, ...]

"""The parts an advert is made of."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What a stretch of an advert is about."""

    DUTIES = "duties"
    ROLE = "role"
    """Prose about the role: duties in the main, but requirements hide in it."""
    GOALS = "goals"
    ASKED = "asked"
    PREFERRED = "preferred"
    BENEFITS = "benefits"
    COMPANY = "company"
    LEGAL = "legal"
    APPLY = "apply"
    FACTS = "facts"
    STACK = "stack"
    NEUTRAL = "neutral"

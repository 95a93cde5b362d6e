"""A skill as the vocabulary knows it, and one mention of it in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.text import Span


class Caution(StrEnum):
    """How much a spelling must prove before it counts as a skill."""

    NONE = ""
    """Any case, anywhere: `Kubernetes`, `kubernetes`."""
    CASE = "case"
    """Only in its own case, or in a list of skills: `Excel`, not `you will excel at`."""
    CONTEXT = "context"
    """Its own case and another skill or a telling word close by: `Go`, `R`, `Spring`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillEntry:
    """One skill: its canonical name, its field of work, and the other ways people write it."""

    name: str
    category: str
    hard: bool = True
    caution: Caution = Caution.NONE
    aliases: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Return the canonical name first, then the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMention:
    """A skill found in a text: canonical name, the literal words, where they stand; `hard` is False for soft skills."""

    name: str
    written: str
    span: Span
    hard: bool = True
    category: str = ""

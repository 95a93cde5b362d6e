"""A skill as the vocabulary knows it, and one mention of it in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.text import Span


class Caution(StrEnum):
    """How much a spelling must prove before it counts as a skill; the value is its mark in the data files."""

    NONE = ""
    """Any case, anywhere: `Kubernetes`, `kubernetes`."""
    CASE = "!"
    """Only in its own case, or in a list of skills: `Excel`, not `you will excel at`."""
    CONTEXT = "?"
    """Its own case and another skill or a telling word close by: `Go`, `R`, `Spring`."""
    EMPLOYER = "^"
    """A product named like its maker: not where the words around speak of working there."""


class SkillKind(StrEnum):
    """What naming a skill tells of somebody."""

    LANGUAGE = "language"
    """A programming language."""
    TOOL = "tool"
    """A product, library or machine by its name."""
    DOMAIN = "domain"
    """A field or method, in plain words or as an acronym: `automation`, `SEO`."""
    SOFT = "soft"
    SPOKEN = "spoken"
    CERTIFICATION = "certification"
    GENERAL = "general"
    """Something everybody has to do with: `APIs`, `Windows`."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a skill, and how wary to be of it."""

    written: str
    caution: Caution = Caution.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillEntry:
    """One skill: its canonical name, its field of work, and every way to write it, the name among them."""

    name: str
    category: str
    hard: bool = True
    kind: SkillKind = SkillKind.DOMAIN
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMention:
    """A skill found in a text: canonical name, literal words, where they stand; `hard` is False for soft skills."""

    name: str
    written: str
    span: Span
    hard: bool = True
    category: str = ""
    kind: SkillKind = SkillKind.DOMAIN

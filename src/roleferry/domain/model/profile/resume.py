"""A résumé as data: what a person has done, each item with the span of text it was read from (SPEC 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A year, perhaps with a month (1–12): résumés rarely say more, and nothing is guessed."""

    year: int
    month: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """A literal value and where it stands."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """
    A skill under its canonical name, and as it was written; `listed` when it stands in a list of skills.

    `category` is what the vocabulary says it is (language, tool, domain, soft …), empty where it is not known there.
    """

    name: str
    written: str
    span: Span
    listed: bool = False
    category: str = ""


class Direction(StrEnum):
    """Which way a figure moved; `stated` when the sentence does not say."""

    UP = "up"
    DOWN = "down"
    STATED = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMetric:
    """A figure the person states, with the whole sentence; `value` is the literal number, `unit` %, $, x or users."""

    value: str
    unit: str
    direction: Direction
    sentence: str
    span: Span
    position: int | None = None
    """Index into `Resume.positions` of the job it belongs to."""

    @property
    def words(self) -> str:
        """The figure with its unit once, as people write it: `38%`, `$2M`, `3x`, `900 ms`."""
        if self.unit in self.value or self.unit.endswith("ly"):
            return self.value
        return f"{self.value}{'' if self.unit in {'%', 'x'} else ' '}{self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One job held."""

    title: str | None
    company: str | None
    location: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False
    bullets: tuple[Extracted, ...] = ()
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One course of study."""

    degree: str | None
    field: str | None
    institution: str | None
    year: int | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """Everything read from one résumé. A field that was not found is None or empty, never a guess."""

    raw_text: str
    name: Extracted | None = None
    email: Extracted | None = None
    emails: tuple[Extracted, ...] = ()
    phone: Extracted | None = None
    phones: tuple[Extracted, ...] = ()
    links: tuple[Extracted, ...] = ()
    location: Extracted | None = None
    headline: Extracted | None = None
    summary: Extracted | None = None
    positions: tuple[Position, ...] = ()
    """Latest first."""
    education: tuple[Education, ...] = ()
    skills: tuple[Skill, ...] = ()
    certifications: tuple[Extracted, ...] = ()
    key_metrics: tuple[KeyMetric, ...] = ()
    accomplishments: tuple[Extracted, ...] = ()
    challenges_solved: tuple[Extracted, ...] = ()
    industries: tuple[str, ...] = ()
    total_years_experience: float | None = None
    """Years in the union of dated intervals; None when nothing is dated."""
    missing: tuple[str, ...] = ()
    """Names of the sections that were not found."""

    @property
    def position(self) -> str | None:
        """The latest title held."""
        return self.positions[0].title if self.positions else None

"""A job advert as data: what an employer asks for and which problems it names (SPEC 3.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from roleferry.domain.model.text import Span


class WorkMode(StrEnum):
    """Where the work is done."""

    REMOTE = "remote"
    HYBRID = "hybrid"
    ONSITE = "onsite"


class Seniority(StrEnum):
    """The ladder of SPEC 3.1, lowest first."""

    ENTRY = "entry"
    IC = "ic"
    SENIOR = "senior"
    PRINCIPAL = "principal"
    MANAGER = "manager"
    DIRECTOR = "director"
    VP = "vp"
    EXECUTIVE = "executive"


class Need(StrEnum):
    """How much an employer insists."""

    MUST = "must"
    NICE = "nice"


class LineKind(StrEnum):
    """What one line of an advert is for."""

    RESPONSIBILITY = "responsibility"
    REQUIREMENT = "requirement"
    PREFERRED = "preferred"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Salary:
    """A pay range as stated; `period` is year, month, week, day or hour; `currency` ISO 4217."""

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str | None
    period: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One literal line and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing asked for."""

    text: str
    need: Need
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillAsked:
    """A skill under its canonical name, as written, and how much it is insisted on."""

    name: str
    written: str
    need: Need
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Buckets:
    """Literal lines that speak of each side of the work."""

    ownership: tuple[Line, ...] = ()
    leadership: tuple[Line, ...] = ()
    technical_depth: tuple[Line, ...] = ()
    communication: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Everything read from one advert. A field that was not found is None or empty, never a guess."""

    raw_text: str
    title: str | None = None
    company: str | None = None
    location: str | None = None
    work_mode: WorkMode | None = None
    employment_type: str | None = None
    seniority: Seniority | None = None
    years_required: int | None = None
    salary: Salary | None = None
    posted_at: date | None = None
    responsibilities: tuple[Line, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    skills: tuple[SkillAsked, ...] = ()
    benefits: tuple[Line, ...] = ()
    pain_points: tuple[Line, ...] = ()
    """The employer's problems: from responsibilities and stated goals only."""
    buckets: Buckets = field(default_factory=Buckets)
    thin: bool = False
    """There is too little here to work with."""

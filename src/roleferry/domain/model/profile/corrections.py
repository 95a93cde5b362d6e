"""A person's own word on their résumé: it wins over what was read, and survives every new reading (SPEC 2, 3.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.profile.resume import Education, Extracted, PartialDate, Position, Resume, Skill
from roleferry.domain.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedPosition:
    """A job as the person states it."""

    title: str | None = None
    company: str | None = None
    location: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedEducation:
    """A course of study as the person states it."""

    degree: str | None = None
    field: str | None = None
    institution: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Only fields that were corrected are set; None leaves what was read."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    headline: str | None = None
    links: tuple[str, ...] | None = None
    skills: tuple[str, ...] | None = None
    certifications: tuple[str, ...] | None = None
    accomplishments: tuple[str, ...] | None = None
    positions: tuple[CorrectedPosition, ...] | None = None
    education: tuple[CorrectedEducation, ...] | None = None


def corrected(
    resume: Resume,
    corrections: Corrections,
    *,
    canonical: Callable[[str], str | None],
    years: Callable[[Sequence[Position]], float | None],
) -> Resume:
    """
    Return the résumé with the corrections in it.

    Their words are written below the text that was read, and spans point there, so that every item still stands in
    `raw_text`. `canonical` names a skill, `years` adds dated positions up.
    """
    writer = _Writer(resume.raw_text)
    changes: dict[str, object] = {}
    for name in ("name", "email", "phone", "location", "headline"):
        if (value := getattr(corrections, name)) is not None:
            changes[name] = writer.write(value)
    for name in ("links", "certifications", "accomplishments"):
        if (values := getattr(corrections, name)) is not None:
            changes[name] = tuple(map(writer.write, values))
    if corrections.email is not None:
        changes["emails"] = (changes["email"],)
    if corrections.phone is not None:
        changes["phones"] = (changes["phone"],)
    if corrections.skills is not None:
        changes["skills"] = tuple(_skill(writer.write(one), canonical) for one in corrections.skills)
    if corrections.education is not None:
        changes["education"] = tuple(_education(writer, one) for one in corrections.education)
    if corrections.positions is not None:
        positions = tuple(_position(writer, one) for one in corrections.positions)
        changes |= {"positions": positions, "total_years_experience": years(positions)}
        changes["key_metrics"] = tuple(replace(metric, position=None) for metric in resume.key_metrics)
    missing = tuple(one for one in resume.missing if not changes.get(_FIELD_OF_SECTION.get(one, one)))
    return replace(resume, raw_text=writer.text, missing=missing, **changes)  # type: ignore[arg-type]  # fields by name


_FIELD_OF_SECTION: Mapping[str, str] = {"experience": "positions", "summary": "headline"}


class _Writer:
    """Append lines to a text and tell where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def write(self, value: str) -> Extracted:
        start = len(self.text) + 1
        self.text = f"{self.text}\n{value}"
        return Extracted(value=value, span=Span(start, start + len(value)))


def _skill(written: Extracted, canonical: Callable[[str], str | None]) -> Skill:
    return Skill(name=canonical(written.value) or written.value, written=written.value, span=written.span, listed=True)


def _position(writer: _Writer, stated: CorrectedPosition) -> Position:
    head = writer.write(", ".join(part for part in (stated.title, stated.company, stated.location) if part) or "-")
    return Position(
        title=stated.title,
        company=stated.company,
        location=stated.location,
        start=stated.start,
        end=stated.end,
        current=stated.current,
        bullets=tuple(map(writer.write, stated.bullets)),
        span=head.span,
    )


def _education(writer: _Writer, stated: CorrectedEducation) -> Education:
    parts = (stated.degree, stated.field, stated.institution, str(stated.year) if stated.year else None)
    line = writer.write(", ".join(part for part in parts if part) or "-")
    return Education(
        degree=stated.degree,
        field=stated.field,
        institution=stated.institution,
        year=stated.year,
        span=line.span,
    )

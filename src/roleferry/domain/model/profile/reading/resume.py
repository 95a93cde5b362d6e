"""A document becomes a résumé: rows, sections, then each field from where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading.contacts import find_emails, find_links, find_phones
from roleferry.domain.model.profile.reading.dates import Period, find_periods
from roleferry.domain.model.profile.reading.education import read_education
from roleferry.domain.model.profile.reading.headings import find_headline, find_location, find_name
from roleferry.domain.model.profile.reading.metrics import find_metrics
from roleferry.domain.model.profile.reading.positions import read_positions
from roleferry.domain.model.profile.reading.rows import Row, paragraphs, rows_of, text_of
from roleferry.domain.model.profile.reading.section_names import Kind
from roleferry.domain.model.profile.reading.sections import Section, sections_of
from roleferry.domain.model.profile.reading.skills import read_skills
from roleferry.domain.model.profile.reading.tenure import total_years
from roleferry.domain.model.profile.resume import Education, Extracted, KeyMetric, Position, Resume, Skill
from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary import Vocabulary

_EXPECTED = (Kind.SUMMARY, Kind.EXPERIENCE, Kind.EDUCATION, Kind.SKILLS, Kind.CERTIFICATIONS)
_NO_SKILLS = frozenset({Kind.HEADER, Kind.CONTACT, Kind.LANGUAGES, Kind.OTHER})


def read_resume(document: Document, *, vocabulary: Vocabulary, today: date) -> Resume:
    """Read everything a résumé says, with the place of each item in `raw_text`; what it does not say stays empty."""
    raw_text = document.raw_text
    rows = rows_of(document)
    sections = sections_of(rows)
    periods = find_periods(raw_text)
    name = find_name(rows, sections, vocabulary=vocabulary)
    others = _references(sections)
    emails = tuple(item for item in find_emails(raw_text) if not _inside(item, others))
    phones = tuple(item for item in find_phones(raw_text, periods=periods) if not _inside(item, others))
    positions = _positions(sections, periods, vocabulary)
    skills = read_skills(
        raw_text, [section.rows for section in _of(sections, Kind.SKILLS)], _stretches(sections), vocabulary=vocabulary
    )
    return Resume(
        raw_text=raw_text,
        name=name,
        email=emails[0] if emails else None,
        emails=emails,
        phone=phones[0] if phones else None,
        phones=phones,
        links=find_links(raw_text),
        location=find_location(sections),
        headline=find_headline(sections, name, vocabulary=vocabulary),
        summary=_summary(sections, raw_text),
        positions=positions,
        education=_education(sections, periods, vocabulary),
        skills=_not_employers(skills, positions, vocabulary),
        certifications=_items(sections, Kind.CERTIFICATIONS),
        key_metrics=_metrics(sections, positions, raw_text),
        accomplishments=_items(sections, Kind.ACCOMPLISHMENTS),
        challenges_solved=_items(sections, Kind.CHALLENGES),
        industries=_industries(sections, positions, raw_text, vocabulary),
        total_years_experience=total_years(positions, today=today),
        missing=_missing(sections),
    )


def _references(sections: Sequence[Section]) -> tuple[Span, ...]:
    """Return where other people's addresses stand."""
    found = (section for section in sections if section.heading and section.heading.text.lower().startswith("refer"))
    return tuple(section.span for section in found if section.rows)


def _not_employers(skills: Sequence[Skill], positions: Sequence[Position], vocabulary: Vocabulary) -> tuple[Skill, ...]:
    """Leave out what is named like somebody's employer, unless the person lists it: to work at Oracle is no skill."""
    employers = {vocabulary.strip_company_suffix(job.company).casefold() for job in positions if job.company}
    return tuple(skill for skill in skills if skill.listed or skill.written.casefold() not in employers)


def _inside(item: Extracted, spans: Iterable[Span]) -> bool:
    return any(span.start <= item.span.start < span.end for span in spans)


def _of(sections: Sequence[Section], kind: Kind) -> Iterable[Section]:
    return (section for section in sections if section.kind is kind)


def _positions(sections: Sequence[Section], periods: Sequence[Period], vocabulary: Vocabulary) -> tuple[Position, ...]:
    found = _read_all(_of(sections, Kind.EXPERIENCE), periods, vocabulary)
    if not found:
        unnamed = (section for section in sections if section.kind in {Kind.HEADER, Kind.OTHER})
        elsewhere = _read_all(unnamed, periods, vocabulary)
        found = [job for job in elsewhere if job.title and job.company and job.start]
    return tuple(sorted(found, key=_recency, reverse=True))


def _read_all(sections: Iterable[Section], periods: Sequence[Period], vocabulary: Vocabulary) -> list[Position]:
    return [
        position
        for section in sections
        for position in read_positions(section.rows, _within(periods, section.rows), vocabulary=vocabulary)
    ]


def _recency(position: Position) -> tuple[int, int, int]:
    """Latest first; what has no date keeps its place at the end."""
    end = position.end
    return (position.current, end.year if end else 0, (end.month or 0) if end else 0)


def _education(sections: Sequence[Section], periods: Sequence[Period], vocabulary: Vocabulary) -> tuple[Education, ...]:
    return tuple(
        course
        for section in _of(sections, Kind.EDUCATION)
        for course in read_education(section.rows, _within(periods, section.rows), vocabulary=vocabulary)
    )


def _within(periods: Sequence[Period], rows: Sequence[Row]) -> tuple[Period, ...]:
    if not rows:
        return ()
    start, end = min(row.span.start for row in rows), max(row.span.end for row in rows)
    return tuple(period for period in periods if start <= period.span.start < end)


def _summary(sections: Sequence[Section], raw_text: str) -> Extracted | None:
    span = next((section.span for section in _of(sections, Kind.SUMMARY) if section.rows), None)
    return Extracted(value=" ".join(span.of(raw_text).split()), span=span) if span else None


def _items(sections: Sequence[Section], kind: Kind) -> tuple[Extracted, ...]:
    items = (text_of(group) for section in _of(sections, kind) for group in paragraphs(section.rows))
    return tuple(item for item in items if not _is_date(item.value))


def _is_date(text: str) -> bool:
    """Whether a text is nothing but dates."""
    dated = sum(period.span.end - period.span.start for period in find_periods(text))
    return dated >= len(text.strip(" ().,-–")) > 0


def _stretches(sections: Sequence[Section]) -> tuple[Span, ...]:
    """Return where skills may stand: the skills section first, so that its words for them win."""
    telling = [section for section in sections if section.rows and section.kind not in _NO_SKILLS]
    telling.sort(key=lambda section: section.kind is not Kind.SKILLS)
    return tuple(section.span for section in telling)


def _metrics(sections: Sequence[Section], positions: Sequence[Position], raw_text: str) -> tuple[KeyMetric, ...]:
    sentences = [(bullet, number) for number, position in enumerate(positions) for bullet in position.bullets]
    kinds = (Kind.METRICS, Kind.CHALLENGES, Kind.ACCOMPLISHMENTS, Kind.SUMMARY, Kind.PROJECTS)
    others = [(item, None) for kind in kinds for item in _items(sections, kind)]
    found = (
        metric for item, number in [*sentences, *others] for metric in find_metrics(item, raw_text, position=number)
    )
    return tuple({metric.span: metric for metric in found}.values())


def _industries(
    sections: Sequence[Section], positions: Sequence[Position], raw_text: str, vocabulary: Vocabulary
) -> tuple[str, ...]:
    summary = _summary(sections, raw_text)
    words = [summary.value] if summary else []
    words += [" ".join(filter(None, (position.title, position.company))) for position in positions]
    words += [bullet.value for position in positions for bullet in position.bullets]
    return vocabulary.industries_of("\n".join(words))


def _missing(sections: Sequence[Section]) -> tuple[str, ...]:
    present = {section.kind for section in sections if section.rows}
    return tuple(kind.value for kind in _EXPECTED if kind not in present)

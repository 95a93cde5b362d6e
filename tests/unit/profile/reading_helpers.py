"""Read a text as a résumé, on a fixed day, with the words the product ships."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.text import Span

TODAY = date(2026, 11, 1)


def read(text: str) -> Resume:
    return read_resume(Document.of_text(text), vocabulary=load_vocabulary(), today=TODAY)


def items(resume: Resume) -> Iterator[tuple[str, Span]]:
    """Yield every literal value of a résumé with its span."""
    singles = (resume.name, resume.email, resume.phone, resume.location, resume.headline, resume.summary)
    lists = (
        resume.emails,
        resume.phones,
        resume.links,
        resume.certifications,
        resume.accomplishments,
        resume.challenges_solved,
        *(position.bullets for position in resume.positions),
    )
    for item in [*singles, *(item for group in lists for item in group)]:
        if item is not None:
            yield item.value, item.span
    yield from ((skill.written, skill.span) for skill in resume.skills)
    yield from ((metric.value, metric.span) for metric in resume.key_metrics)


def words(text: str) -> str:
    """Return a text without its white space, which line breaks and repairs may change."""
    return "".join(text.split())


def assert_literal(resume: Resume) -> None:
    """Check that all that was read stands where its span says."""
    for value, span in items(resume):
        assert words(span.of(resume.raw_text)) == words(value)
    for position in resume.positions:
        inside = words(position.span.of(resume.raw_text))
        assert words(position.title or "") in inside
    for course in resume.education:
        inside = words(course.span.of(resume.raw_text))
        assert all(words(value or "") in inside for value in (course.degree, course.field, course.institution))
    assert all(words(position.company or "") in words(resume.raw_text) for position in resume.positions)

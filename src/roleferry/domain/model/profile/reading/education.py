"""What a person studied, where and until when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.profile.reading.cues import find_degrees, is_school
from roleferry.domain.model.profile.reading.dates import Period
from roleferry.domain.model.profile.reading.parts import Part, parts_of, split_place
from roleferry.domain.model.profile.reading.rows import Row
from roleferry.domain.model.profile.resume import Education
from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary import Vocabulary

_FIELD = re.compile(
    r"^\s*(?:degree\s*)?(?:\([^)]*\)\s*)?(?:degree\s*)?(?:,|:|-|–|in\b|of\b|with a (?:major|degree) in\b|"
    r"major(?:ing)? in\b|\s)\s*",
    re.IGNORECASE,
)
_MAJOR = re.compile(r"\bmajor(?:ed|ing)?\s*(?::|in)\s*([^,;|()\t]+)", re.IGNORECASE)
_ASIDE = re.compile(
    r"^(?:gpa|cgpa|grade|minor|concentration|honou?rs|dean|relevant|coursework|thesis|cum laude|magna|summa|"
    r"graduated|advisor|activities|awards?|specialization|percentage|score|marks|division|first class|distinction)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"\s*[,(–-]?\s*(?:c?gpa|grade|marks|percentage|with|aggregate)?\s*[:\-]?\s*\d+(?:\.\d+)?\s?(?:%|/\s?\d+).*$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"[\s,(]+(?:in|from|at|of|the|class of|graduated|graduation|expected|completed|year)\W*$", re.IGNORECASE
)
_OPENING = 12
"""Characters before a degree that still make it the first word: `My`, a number, a year cut in two."""
_FAR = 3
_LEAST_FIELD = 3
_HEAD_WORD = re.compile(r"(?:university|college|school|institut(?:e|ion)|board|academy)(?: ?/ ?\w+)?", re.IGNORECASE)
"""The head of a table's column."""
_SCHOOL_WORDS = 7
_LONGEST = 130


@dataclass(frozen=True, slots=True)
class _Mark:
    """A part that is a degree or a school."""

    part: Part
    degree: bool


def read_education(rows: Sequence[Row], periods: Sequence[Period], *, vocabulary: Vocabulary) -> tuple[Education, ...]:
    """Return the courses of one section: a new one begins where a second degree or a second school comes."""
    parts = [part for part in _split(parts_of(rows, periods), vocabulary) if not _ASIDE.match(part.text)]
    marks = _merged([mark for part in parts if (mark := _mark(part, vocabulary))], rows)
    groups = [_with_unmarked(group, parts) for group in _groups(marks)]
    spans = _reaches(groups, rows)
    years = _years(groups, spans, rows, periods)
    return tuple(
        _education(group, span, year, rows, vocabulary) for group, span, year in zip(groups, spans, years, strict=True)
    )


def _split(parts: Sequence[Part], vocabulary: Vocabulary) -> list[Part]:
    """Part at commas what names both a degree and a school: `B.Sc. in Physics, University of Oslo`."""
    result: list[Part] = []
    for part in parts:
        if part.text and is_school(part.text) and find_degrees(part.text, vocabulary):
            result += _at_commas(part, vocabulary)
        elif part.text:
            result.append(part)
    return result


def _at_commas(part: Part, vocabulary: Vocabulary) -> list[Part]:
    pieces: list[Part] = []
    for match in re.finditer(r"[^,]+(?:,(?=\s*(?:Inc|LLC|Jr)))?", part.text):
        for piece in re.split(r"\s+(?:from|at)\s+(?=(?:the\s+)?[A-Z])", match[0].strip(), maxsplit=1):
            start = part.span.start + part.text.index(piece, match.start())
            pieces.append(Part(text=piece, span=Span(start, start + len(piece)), row=part.row))
    merged: list[Part] = []
    for piece in pieces:
        kind = _mark(piece, vocabulary)
        if merged and kind is None:
            last = merged[-1]
            text = part.text[last.span.start - part.span.start : piece.span.end - part.span.start]
            merged[-1] = Part(text=text, span=Span(last.span.start, piece.span.end), row=last.row)
        else:
            merged.append(piece)
    return merged


def _mark(part: Part, vocabulary: Vocabulary) -> _Mark | None:
    text = part.text
    if len(text) > _LONGEST or text.endswith("."):
        text = text.rstrip(".")
    if len(text) > _LONGEST:
        return None
    if _HEAD_WORD.fullmatch(text):
        return None
    degrees = find_degrees(text, vocabulary)
    if degrees and degrees[0].start <= _OPENING and not _named_school(text, degrees[0]):
        return _Mark(part, degree=True)
    return _Mark(part, degree=False) if is_school(text) else None


def _named_school(text: str, degree: Span) -> bool:
    """Whether the degree's words are part of a school's name: `Columbia Business School`, `Oslo Law School`."""
    return is_school(text) and degree.start > 0 and not re.search(r"[,;:]", text[: degree.start])


def _groups(marks: Sequence[_Mark]) -> list[list[_Mark]]:
    """Pair degrees with schools; which of the two opens a course is what stands first."""
    groups: list[list[_Mark]] = []
    for mark in marks:
        last = groups[-1] if groups else []
        again = any(other.degree == mark.degree for other in last)
        far = bool(last) and mark.part.row - last[-1].part.row > _FAR
        if not last or again or far:
            groups.append([mark])
        else:
            last.append(mark)
    return groups


def _merged(marks: Sequence[_Mark], rows: Sequence[Row]) -> list[_Mark]:
    """Make one of a degree written twice on a row: `Bachelor of Science - BS, Industrial Engineering`."""
    merged: list[_Mark] = []
    for mark in marks:
        last = merged[-1] if merged else None
        if last and last.degree and mark.degree and last.part.row == mark.part.row:
            row = rows[mark.part.row]
            span = Span(last.part.span.start, mark.part.span.end)
            text = row.text[span.start - row.span.start : span.end - row.span.start]
            merged[-1] = _Mark(Part(text=text, span=span, row=mark.part.row), degree=True)
        else:
            merged.append(mark)
    return merged


def _with_unmarked(group: list[_Mark], parts: Sequence[Part]) -> list[_Mark]:
    """Take the words right below a degree for the school when no word says that they are one."""
    if len(group) > 1 or not group[0].degree:
        return group
    below = next((part for part in parts if part.row == group[0].part.row + 1 and not part.label), None)
    if (
        below is None
        or not below.text[:1].isupper()
        or len(below.text.split()) > _SCHOOL_WORDS
        or below.text.endswith(".")
    ):
        return group
    return [*group, _Mark(below, degree=False)]


def _reaches(groups: Sequence[Sequence[_Mark]], rows: Sequence[Row]) -> list[Span]:
    """Return the stretch of each course, from its first row to the row before the next."""
    firsts = [min(mark.part.row for mark in group) for group in groups]
    spans = []
    for number, first in enumerate(firsts):
        last = firsts[number + 1] - 1 if number + 1 < len(firsts) else len(rows) - 1
        last = max(last, *(mark.part.row for mark in groups[number]))
        spans.append(Span(rows[first].span.start, rows[min(last, first + 5)].span.end))
    return spans


def _education(
    group: Sequence[_Mark], span: Span, year: int | None, rows: Sequence[Row], vocabulary: Vocabulary
) -> Education:
    degree = next((mark.part for mark in group if mark.degree), None)
    school = next((mark.part for mark in group if not mark.degree), None)
    field = _field(_tidy(degree.text), vocabulary) if degree else None
    return Education(
        degree=_tidy(degree.text) if degree else None,
        field=field or _major(rows, span),
        institution=_place_cut(_tidy(school.text)) if school else None,
        year=year,
        span=Span(
            min(span.start, *(mark.part.span.start for mark in group)),
            max(span.end, *(mark.part.span.end for mark in group)),
        ),
    )


def _tidy(text: str) -> str:
    """Leave off marks, percentages and the word that led to a date."""
    text = _MARKS.sub("", text)
    return _LEADS.sub("", text).strip(" ,.;:-–")


def _place_cut(school: str) -> str:
    """Leave off the town behind a school's name."""
    return split_place(school)[0] or school


def _field(text: str, vocabulary: Vocabulary) -> str | None:
    degrees = find_degrees(text, vocabulary)
    if not degrees:
        return None
    rest = text[degrees[-1 if len(degrees) > 1 and degrees[1].start < 40 else 0].end :]  # noqa: PLR2004
    field = _FIELD.sub("", rest, count=1).strip(" ,.")
    field = field.strip("()") if field.count("(") != field.count(")") or field[:1] == "(" else field
    return field if len(field) >= _LEAST_FIELD and field[0].isalpha() else None


def _major(rows: Sequence[Row], span: Span) -> str | None:
    for row in rows:
        if span.start <= row.span.start < span.end and (match := _MAJOR.search(row.text)):
            return match[1].strip()
    return None


def _years(
    groups: Sequence[Sequence[_Mark]], spans: Sequence[Span], rows: Sequence[Row], periods: Sequence[Period]
) -> list[int | None]:
    """
    Return the year each course ended, None while it goes on.

    It stands on a row of the course itself; else below it, or above where dates lead in this section.
    """
    if not groups:
        return []
    ahead = bool(periods) and periods[0].span.start < min(spans).start
    floors = [rows[0].span.start, *(max(rows[mark.part.row].span.end for mark in group) for group in groups[:-1])]
    years = []
    for group, span, floor in zip(groups, spans, floors, strict=True):
        own = [rows[number].span for number in sorted({mark.part.row for mark in group})]
        reach = Span(floor, own[0].start) if ahead else span
        inside = [period for place in own for period in periods if _holds(place, period)]
        inside = inside or [period for period in periods if _holds(reach, period)]
        chosen = next((period for period in inside if period.ranged), inside[0] if inside else None)
        years.append(chosen.end.year if chosen and chosen.end else None)
    return years


def _holds(place: Span, period: Period) -> bool:
    return place.start <= period.span.start < place.end

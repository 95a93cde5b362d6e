"""The pieces of the head of a job or a course: what separators part, each with what it most looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roleferry.domain.model.profile.reading.cues import WORKED, company_score
from roleferry.domain.model.profile.reading.dates import Period
from roleferry.domain.model.profile.reading.places import ends_in_place, is_city, is_place, is_region
from roleferry.domain.model.profile.reading.rows import Row
from roleferry.domain.model.text import Span

_SEPARATOR = re.compile(
    r"\t+|\s*[|•·▪●◆■¦‖]\s*|\s+[-–—―−]+\s+|\s*—\s*|\s+/{2}\s+| {3,}|\s*;\s+|\s+[:]\s+|\s*@\s+|\s+at\s+(?=[A-Z])"
)
_PAIR = 2
_TOWN_WORDS = 3
_TRIM = " \t,;:|-–—•·()[]/*_"
_LEADS = re.compile(r"\s+(?:from|since|during|between|until)\W*$", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:since|from|to|full[- ]?time|part[- ]?time|contract(?:or|ual)?|permanent|temporary|"
    r"freelance|self[- ]?employed|seasonal|"
    r"volunteer|duration|dates?|period|location|company|employer|organization|client|title|position|role|"
    r"designation|job title|"
    r"c2c|w2|contract to hire|consulting|\(?expected\)?|graduated|graduation|\d[\d.]*\+? ?(?:yrs?|years?|mos?|months?)"
    r"(?:,? (?:and )?\d+ ?(?:mos?|months?))?|(?:gpa|cgpa)\b.*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:job title|title|position(?: held)?|role|designation|company(?: name)?|employer|organi[sz]ation|"
    r"client|location|duration|"
    r"period|dates?|degree|institution|institute|university|college|school|course|major)\s*[:\-–]\s*",
    re.IGNORECASE,
)

_SLASHED = re.compile(rf"{_SEPARATOR.pattern}|\s+/(?:\s+|$)")
"""Where a slash stands before the dates, slashes part the row: "Sous Chef / Brasserie Lumen, York / 2014"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a line, trimmed; `place` is the town that stood at its end and `row` the number of its row."""

    text: str
    span: Span
    row: int
    label: str = ""
    place: str | None = None


def parts_of(rows: Sequence[Row], periods: Sequence[Period]) -> tuple[Part, ...]:
    """Split rows at separators, without dates and employment types; a place is kept beside its neighbour."""
    parts: list[Part] = []
    for number, row in enumerate(rows):
        for span in _pieces(row, [period for period in periods if row.span.start <= period.span.start < row.span.end]):
            parts += _part(row, span, number)
    return tuple(parts)


def _pieces(row: Row, periods: Sequence[Period]) -> Iterator[Span]:
    """Yield what stands between dates and separators."""
    start = row.span.start
    for period in periods:
        yield from _separated(row, start, max(start, period.span.start))
        start = period.span.end
    yield from _separated(row, min(start, row.span.end), row.span.end)


def _separated(row: Row, start: int, end: int) -> Iterator[Span]:
    text = row.text[start - row.span.start : end - row.span.start]
    offset = 0
    pattern = _SLASHED if text.rstrip().endswith(" /") else _SEPARATOR
    for match in pattern.finditer(text):
        if _within_brackets(text, match.start()):
            continue
        yield Span(start + offset, start + match.start())
        offset = match.end()
    yield Span(start + offset, start + len(text))


def _within_brackets(text: str, place: int) -> bool:
    before = text[:place]
    return before.count("(") > before.count(")") and ")" in text[place:]


def _part(row: Row, span: Span, number: int) -> Iterator[Part]:
    start, end = span.start - row.span.start, span.end - row.span.start
    start += len(row.text[start:end]) - len(row.text[start:end].lstrip())
    label = _LABEL.match(row.text[start:end]) or WORKED.match(row.text[start:end])
    start, end = _trimmed(row.text, start + label.end() if label else start, end)
    trimmed = row.text[start:end]
    if not any(char.isalpha() for char in trimmed) or _NOISE.match(trimmed):
        return
    body, place = split_place(trimmed)
    if body or place:
        word = label[0].lower().strip(" :-–") if label else ""
        whole = Span(row.span.start + start, row.span.start + end)
        yield Part(text=body, span=whole, row=number, label=word, place=place)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave off separators at both ends, but for the bracket that closes one within: `Meta (Facebook)`."""
    piece = text[start:end]
    kept = piece.strip(_TRIM)
    start += len(piece) - len(piece.lstrip(_TRIM)) if kept else 0
    end = start + len(kept)
    kept = _LEADS.sub("", kept)
    end = start + len(kept)
    closes = kept.count("(") == kept.count(")") + 1 and text[end : end + 1] == ")"
    return start, end + closes


def split_place(text: str) -> tuple[str, str | None]:
    """Part `Amazon Robotics, Seattle, WA` into what it names and where; either may be empty."""
    if is_place(text):
        return "", text
    bracket = re.search(r"^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]$", text)
    if bracket and is_place(bracket[2]):
        return bracket[1].strip(" ,"), bracket[2]
    pieces = text.split(", ") if ", " in text else text.split(",")
    comma = ", " if ", " in text else ","
    count = _place_pieces(pieces)
    if not count and len(pieces) == 2 and company_score(pieces[0]) >= 2 and _is_town(pieces[1].strip()):  # noqa: PLR2004
        count = 1
    if not count:
        return text, None
    return comma.join(pieces[:-count]).strip(" ,"), comma.join(pieces[-count:]).strip(" ,")


def _place_pieces(pieces: Sequence[str]) -> int:
    """Return how many comma pieces at the end are a place, leaving at least one."""
    if len(pieces) < _PAIR:
        return 0
    count = 0
    while count < len(pieces) - 1 and is_region(pieces[-1 - count]):
        count += 1
    if not count:
        return 1 if ends_in_place(pieces[-1]) or is_place(pieces[-1]) else 0
    whole = count == 1 and re.fullmatch(r"(?i)remote.*|hybrid|on-?site", pieces[-1].strip())
    alone = whole or (is_city(pieces[-count]) and count == 1)
    town = not alone and len(pieces) - count > 1 and not is_city(pieces[-count]) and _is_town(pieces[-1 - count])
    return count + 1 if town else count


def _is_town(piece: str) -> bool:
    words = piece.split()
    return (
        0 < len(words) <= _TOWN_WORDS
        and all(word[0].isupper() for word in words)
        and not any(char.isdigit() for char in piece)
    )

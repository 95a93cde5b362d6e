"""An advert cut into the pieces that carry one thought: lines, inline bullets, sentences, headings inside a line.

Each piece keeps its literal place in the text. All scans are linear, and nothing is normalised away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from roleferry.domain.model.jobs.reading.inline_headings import inline_headings
from roleferry.domain.model.jobs.reading.wrapped import paragraphs_of
from roleferry.domain.model.text import Span

_PHYSICAL = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BULLET_CHARS = "-*•·▪◦‣–—►▸✓✔➢➤❖●○■□◆★☆>~|\uf0b7\u00ad\u2219\u27a1\ufe0f\u2022"
_EDGE = " \t\u00a0\u200b\u200c\u200d\ufeff\u3000\u2003\u2009\x00"
_ENDING = _EDGE + "|•·*"
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][)])\s+")
_INLINE_BULLETS = "•·▪●■►✓✔➢❖*"
_INLINE_BULLET = re.compile(rf"\s[{_INLINE_BULLETS}]\s+")
_DASHES = "-–—"
_INLINE_DASH = re.compile(rf"\s[{_DASHES}]\s+(?=[A-Z])")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,2}\s+(?=[A-Z£$€\"'“‘(<•*-])")
_ABBREVIATION = re.compile(
    (
        r"(?:^|[\s(])(?:e\.g|i\.e|etc|incl|inc|ltd|co|corp|approx|vs|dr|mr|mrs|ms|st|no|min|max|"
        r"u\.s|u\.k|[A-Za-z])$"
    ),
    re.IGNORECASE,
)
_PROSE = 70
_SHOUT = 60
_LIST_DASHES = 3


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece: where it stands and how it was set."""

    text: str
    span: Span
    bullet: bool
    gap: bool
    """A blank line stands before it."""
    marked: bool = False
    """Set as a heading by markup: `## x`, `**x**`, `x` underlined, all capitals."""


def physical_lines(raw_text: str) -> Iterator[Span]:
    """Yield the span of every line that holds anything, without its line end."""
    return (Span(*match.span()) for match in _PHYSICAL.finditer(raw_text))


def segments_of(raw_text: str) -> tuple[Segment, ...]:
    """Cut the text into its pieces, in order, none overlapping."""
    return tuple(_segments(raw_text))


def _segments(raw_text: str) -> Iterator[Segment]:
    lines = [line for line in physical_lines(raw_text) if line.of(raw_text).strip()]
    previous_end = 0
    for paragraph in paragraphs_of(raw_text, lines):
        gap = raw_text.count("\n", previous_end, paragraph.span.start) > 1
        previous_end = paragraph.span.end
        yield from _pieces(raw_text, paragraph.span, gap=gap)


def _pieces(raw_text: str, span: Span, *, gap: bool) -> Iterator[Segment]:
    body, bullet, marked = _undecorated(raw_text, span)
    for number, part in enumerate(_cut(raw_text, body, bullet=bullet)):
        inner, inner_bullet, _ = _undecorated(raw_text, part)
        if inner.start < inner.end:
            text = inner.of(raw_text)
            yield Segment(text, inner, bullet or inner_bullet, gap and number == 0, marked or _shouted(text))


def _undecorated(raw_text: str, span: Span) -> tuple[Span, bool, bool]:
    """Return the span without bullets and markup, whether it was a bullet and whether it was marked as a heading."""
    text = span.of(raw_text)
    if text[:1].isalpha() and text[1:2] != ")" and text[-1] not in _ENDING:
        return span, False, False
    lead = len(text) - len(text.lstrip(_EDGE))
    rest = text[lead:]
    marked = rest.startswith("#") or (rest.startswith("**") and rest.rstrip(_EDGE + ":").endswith("**"))
    stripped = rest.lstrip(_EDGE + _BULLET_CHARS + ("#" if marked else ""))
    numbered = _NUMBERED.match(stripped)
    body = stripped[numbered.end() :] if numbered else stripped
    start = span.end - len(body)
    end = start + len(body.rstrip(_EDGE + "*_|#" if marked else _ENDING))
    bullet = (len(rest) != len(stripped) or numbered is not None) and not marked
    return Span(start, max(start, end)), bullet, marked


def _shouted(text: str) -> bool:
    return text.isupper() and len(text) <= _SHOUT


def _cut(raw_text: str, body: Span, *, bullet: bool) -> Iterator[Span]:
    for part in _split_at(raw_text, body, _bullet_cuts(raw_text, body)):
        for piece in _split_at(raw_text, part, _heading_cuts(raw_text, part)):
            yield from _sentences(raw_text, piece) if not bullet or len(piece.of(raw_text)) > 4 * _PROSE else (piece,)


def _bullet_cuts(raw_text: str, span: Span) -> list[int]:
    text = span.of(raw_text)
    bullets, dashed = (any(map(text.__contains__, marks)) for marks in (_INLINE_BULLETS, _DASHES))
    found = _INLINE_BULLET.finditer(raw_text, span.start, span.end) if bullets else ()
    cuts = [match.start() + 1 for match in found]
    found = _INLINE_DASH.finditer(raw_text, span.start, span.end) if dashed else ()
    dashes = [match.start() + 1 for match in found]
    return sorted(cuts + dashes) if len(dashes) >= _LIST_DASHES else cuts


def _heading_cuts(raw_text: str, span: Span) -> list[int]:
    return sorted(
        {span.start + at for start, end in inline_headings(span.of(raw_text)) for at in (start, end) if at > 0}
    )


def _sentences(raw_text: str, span: Span) -> Iterator[Span]:
    if span.end - span.start < _PROSE:
        return iter((span,))
    ends = (match.end() for match in _SENTENCE_END.finditer(raw_text, span.start, span.end))
    return _split_at(raw_text, span, [end for end in ends if not _abbreviated(raw_text, span.start, end)])


def _abbreviated(raw_text: str, start: int, end: int) -> bool:
    before = raw_text[max(start, end - 12) : end].rstrip().rstrip("\"'”’)]")
    return before.endswith(".") and _ABBREVIATION.search(before[:-1]) is not None


def _split_at(raw_text: str, span: Span, cuts: list[int]) -> Iterator[Span]:
    edges = [span.start, *(cut for cut in cuts if span.start < cut < span.end), span.end]
    for start, end in pairwise(edges):
        text = raw_text[start:end]
        yield Span(start, start + len(text.rstrip(_EDGE)))

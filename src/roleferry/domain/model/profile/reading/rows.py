"""The lines of a résumé as rows to reason about: where they stand, how they look, whether they begin a bullet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.profile.document import Document, Line
from roleferry.domain.model.profile.resume import Extracted
from roleferry.domain.model.text import Span

_BULLET = re.compile(
    r"^\s*(?:[•●▪■◦‣\u2043∙·○➢➤►▸▶→⇒✓✔✦✧★◆◇❖❑□☐¤†]+\s*|[-–—*§»>~]\s+|o\s+(?=[A-Z])|\(?\d{1,2}[.)]\s+(?=[A-Z]))"
)
_BESIDE = re.compile(r"(?<=\S)\t\s*(?=[•●▪■-]\s)")
_NUMBERED = re.compile(r"(?:organi[sz]ation|company|employer|client|name of)\b[^:]{0,20}:", re.IGNORECASE)
_PAGE = re.compile(
    r"^\s*(?:page\s*)?\d{1,2}\s*(?:(?:of|/)\s*\d{1,2})?\s*$|\bpage \d{1,2} of \d{1,2}\s*$", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.!?;]['\")]?$")
_SHORT_NAMES = re.compile(r"\b(?:inc|co|corp|ltd|st|jr|sr|dr|u\.s|[A-Z])\.$", re.IGNORECASE)
_FULL = 50
"""Characters; a shorter row was not broken for want of room."""
LONG = 95
"""Characters; a line this long is prose, not a heading or the head of an entry."""
_MANY_WORDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line with words on it; `span` is its text without a bullet and the space around it."""

    span: Span
    text: str
    bullet: bool
    after_gap: bool
    """An empty line stands before it."""
    line: Line

    @property
    def style(self) -> tuple[int, bool, bool]:
        """Size in half points, weight, and whether it is in capitals."""
        return (round(2 * self.line.size), self.line.bold, self.text.isupper())

    @property
    def is_short(self) -> bool:
        """Whether it could be a heading or the head of an entry: no bullet, no sentence."""
        if self.bullet or len(self.text) > LONG + 45 or len(self.text.split()) > _MANY_WORDS + 4:
            return False
        if "\t" in self.text or self.line.bold or self.line.heading:
            return True
        long = len(self.text) > LONG or len(self.text.split()) > _MANY_WORDS
        return not long and (not _ENDS_SENTENCE.search(self.text) or bool(_SHORT_NAMES.search(self.text)))

    def extracted(self) -> Extracted:
        """Return the whole text as an item."""
        return Extracted(value=self.text, span=self.span)


def rows_of(document: Document) -> tuple[Row, ...]:
    """Return the rows of a document in reading order; lines without words are only gaps."""
    rows: list[Row] = []
    gap = False
    for line, start in zip(document.lines, document.starts, strict=True):
        found = [row for begin, end in _halves(line.text) if (row := _row(line, start, begin, end, gap=gap))]
        gap = not found
        rows += found
    return tuple(rows)


def _halves(text: str) -> tuple[tuple[int, int], ...]:
    """Part a line where a bullet stands beside something else, as in `Oslo<tab>- Cut waste`."""
    match = _BESIDE.search(text)
    return ((0, match.start()), (match.start(), len(text))) if match else ((0, len(text)),)


def _row(line: Line, start: int, first: int, last: int, *, gap: bool) -> Row | None:
    match = _BULLET.match(line.text[first:last])
    offset = first + (match.end() if match else 0)
    words = line.text[offset:last]
    begin = start + offset + len(words) - len(words.lstrip())
    text = words.strip()
    if not text or (text[-1].isdigit() and len(text) < LONG and _PAGE.search(text)):
        return None
    return Row(span=Span(begin, begin + len(text)), text=text, bullet=_is_bullet(match, text), after_gap=gap, line=line)


def _is_bullet(mark: re.Match[str] | None, text: str) -> bool:
    """Whether a row begins with a bullet; a number before `Company:` only counts the jobs."""
    return mark is not None and not (mark[0].strip()[:1].isdigit() and _NUMBERED.match(text))


def paragraphs(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """Gather the rows of wrapped bullets and sentences: a row goes on the one before unless it begins something."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return tuple(map(tuple, groups))


def _goes_on(group: Sequence[Row], row: Row) -> bool:
    first, last = group[0], group[-1]
    if row.bullet or row.after_gap or row.line.heading or "\t" in row.text or row.line.block != last.line.block:
        return False
    if row.line.bold and not last.line.bold:
        return False
    if row.text[:1].islower():
        return True
    if row.line.size:
        full = last.line.x1 - last.line.x0 > 0 and last.line.x1 >= 0.75 * _right_edge(group, row)
        return (
            not _ENDS_SENTENCE.search(last.text)
            and full
            and row.line.x0 >= first.line.x0 - 1
            and len(last.text) > _FULL
        )
    return first.bullet and row.line.x0 > first.line.x0


def _right_edge(group: Sequence[Row], row: Row) -> float:
    return max(row.line.x1, *(member.line.x1 for member in group))


def text_of(group: Sequence[Row]) -> Extracted:
    """Return a paragraph as one item; its value has spaces where the lines broke."""
    value = " ".join(row.text for row in group)
    return Extracted(value=value, span=Span(group[0].span.start, group[-1].span.end))

"""Divide a section into its entries: each has a head that says what, where and when, and a body that tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roleferry.domain.model.profile.reading.cues import WORKED, begins_with_verb
from roleferry.domain.model.profile.reading.dates import Period
from roleferry.domain.model.profile.reading.rows import Row
from roleferry.domain.model.text import Span

_PROJECT = re.compile(r"^projects?\b\W|^project (?:name|title|#?\d)", re.IGNORECASE)
_SENTENCE = 60
_LABEL = 80
"""Characters a name or title does not reach."""
_MOST_HEAD_ROWS = 3
_ROOM_BESIDE_DATE = 150
"""Characters of a row that still is a head because a date stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One job or course: the rows of its head, its dates, and the rows below."""

    head: tuple[Row, ...]
    period: Period | None
    periods: tuple[Period, ...]
    body: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        rows = [*self.head, *self.body]
        return Span(min(row.span.start for row in rows), max(row.span.end for row in rows))


def entries_of(
    rows: Sequence[Row], periods: Sequence[Period], *, names: Callable[[str], bool], ranged: bool
) -> tuple[Entry, ...]:
    """
    Divide rows at those that hold dates, and with no dates at those that name something.

    `names` tells whether a text names a job or a course; with `ranged` a single date opens an
    entry only at the end of its row.
    """
    inside = [_inside(row, periods) for row in rows]
    anchors = [n for n, row in enumerate(rows) if inside[n] and _is_anchor(row, inside[n], ranged=ranged)]
    anchors = [n for n in anchors if n == anchors[0] or not _of_project(rows, n)]
    if any(not rows[n].bullet for n in anchors):
        anchors = [n for n in anchors if not rows[n].bullet]
    starts = _starts(rows, anchors, names)
    starts = _with_undated(rows, starts, anchors, names)
    ends = [*(start for start, _ in starts[1:]), len(rows)][: len(starts)]
    return tuple(
        _entry(rows[start:end], inside[start:end], anchor - start if anchor is not None else None, names)
        for (start, anchor), end in zip(starts, ends, strict=True)
    )


def _inside(row: Row, periods: Sequence[Period]) -> tuple[Period, ...]:
    return tuple(period for period in periods if row.span.start <= period.span.start < row.span.end)


def _is_anchor(row: Row, periods: Sequence[Period], *, ranged: bool) -> bool:
    """Whether a row's dates say when an entry was, and do not just occur in a sentence."""
    words = len(row.text) - sum(period.span.end - period.span.start for period in periods)
    if WORKED.match(row.text) and any(period.ranged for period in periods):
        return True
    if words > _ROOM_BESIDE_DATE or (row.text.endswith(".") and words > _SENTENCE) or begins_with_verb(row.text):
        return _only_date(row, periods)
    at_edge = any(_at_edge(row, period) for period in periods)
    if any(period.ranged for period in periods):
        return at_edge or words < _LABEL or "\t" in row.text
    return at_edge and (not row.bullet or not ranged) and (not ranged or words < _LABEL)


def _of_project(rows: Sequence[Row], number: int) -> bool:
    """Whether a date tells how long a project within a job took."""
    first = number
    while first > max(0, number - _MOST_HEAD_ROWS) and not rows[first].after_gap:
        first -= 1
    return any(_PROJECT.match(row.text) for row in rows[first : number + 1])


def _only_date(row: Row, periods: Sequence[Period]) -> bool:
    return sum(period.span.end - period.span.start for period in periods) >= len(row.text) - 3


def _at_edge(row: Row, period: Period) -> bool:
    behind = row.text[period.span.end - row.span.start :].strip(" )].,*_|\t")
    ahead = row.text[: period.span.start - row.span.start].strip(" ([,:|\t")
    return not behind or not ahead or behind[:1] in "(|[" or "\t" in row.text


def _starts(rows: Sequence[Row], anchors: Sequence[int], names: Callable[[str], bool]) -> list[tuple[int, int | None]]:
    """Return where each dated entry begins: as many rows above its date as above the first one, if they are heads."""
    if not anchors:
        return []
    lead = _lead(rows, anchors[0])
    starts: list[tuple[int, int | None]] = []
    floor = 0
    for number, anchor in enumerate(anchors):
        start = anchor
        limit = max(floor, anchor - max(lead, 1 if number == 0 or _bare(rows, anchor, anchors) else lead))
        while start > limit and _heads(rows, start - 1, names=names, near=start):
            start -= 1
        starts.append((start, anchor))
        floor = anchor + 1
    return starts


def _bare(rows: Sequence[Row], anchor: int, anchors: Sequence[int]) -> bool:
    """Whether nothing below a date could be its head, so that it must stand above."""
    return anchor + 1 >= len(rows) or anchor + 1 in anchors or not rows[anchor + 1].is_short


def _lead(rows: Sequence[Row], first: int) -> int:
    lead = 0
    while lead < min(first, _MOST_HEAD_ROWS) and rows[first - 1 - lead].is_short:
        lead += 1
    return lead


def _heads(rows: Sequence[Row], number: int, *, names: Callable[[str], bool], near: int) -> bool:
    """Whether a row may belong to the head of the entry whose date stands below it."""
    row, below = rows[number], rows[near]
    if not row.is_short or (begins_with_verb(row.text) and not names(row.text)):
        return False
    if below.after_gap and number > 0 and not row.after_gap and not row.line.bold:
        return names(row.text) and rows[number - 1].bullet
    return True


def _with_undated(
    rows: Sequence[Row], starts: list[tuple[int, int | None]], anchors: Sequence[int], names: Callable[[str], bool]
) -> list[tuple[int, int | None]]:
    """Add entries without dates: heads that look like the dated ones; where none is dated, any that name something."""
    styles = {rows[start].style for start, _ in starts}
    looks = {style for style in styles if style[0] or style[1]}
    taken = {number for start, anchor in starts for number in range(start, (anchor or start) + _MOST_HEAD_ROWS)}
    found = list(starts)
    last = -_MOST_HEAD_ROWS
    for number, row in enumerate(rows):
        if number in taken or number in anchors or not names(row.text) or begins_with_verb(row.text):
            continue
        like = row.style in looks and row.line.bold and row.is_short and not row.bullet and _after_body(rows, number)
        if like or (
            not anchors and row.is_short and number - last > 1 and (row.line.bold or row.after_gap or number == 0)
        ):
            found.append((number, None))
            last = number
    if not found:
        found = [(number, None) for number, row in enumerate(rows) if names(row.text) and len(row.text) < _LABEL]
    return sorted(found, key=lambda start: start[0])


def _after_body(rows: Sequence[Row], number: int) -> bool:
    return number == 0 or rows[number - 1].bullet or not rows[number - 1].is_short or rows[number].after_gap


def _entry(
    rows: Sequence[Row], inside: Sequence[tuple[Period, ...]], anchor: int | None, names: Callable[[str], bool]
) -> Entry:
    end = (anchor or 0) + 1
    while end < len(rows) and end < (anchor or 0) + _MOST_HEAD_ROWS and _belongs_below(rows, end, names):
        end += 1
    periods = tuple(period for group in inside[:end] for period in group)
    chosen = next((period for period in periods if period.ranged), periods[0] if periods else None)
    return Entry(head=tuple(rows[:end]), period=chosen, periods=periods, body=tuple(rows[end:]))


def _belongs_below(rows: Sequence[Row], number: int, names: Callable[[str], bool]) -> bool:
    """Whether a row right below a date still belongs to the head."""
    row = rows[number]
    if not row.is_short or (row.after_gap and not names(row.text)):
        return False
    if begins_with_verb(row.text) and not names(row.text):
        return False
    return len(row.text) < _LABEL + 10 and not row.text.endswith(":")

"""Reading order: which parts of a page are columns beside each other, and which are dates at a margin or table rows.

A gutter is a strip that no text crosses over several rows. What stands left and right of it are columns when their
lines do not sit on common baselines, or both sides have headings of their own, or both are prose; dates beside the jobs
they belong to stay on their row, parted by a tab.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

_SAME_BASELINE = 1.2
"""Points by which baselines of one row may differ."""
_LEAST_ROWS = 3
_LEAST_TOGETHER = 8
_ALIGNED = 0.6
_DATED = 0.4
_LABELS = 0.4
"""A side of which this share is headings labels the other side, and is no column."""
_PROSE_WORDS = 4.0
_NEAR = 20.0
"""Points by which the gutters of two pages may differ and still be the same columns."""
_SIDEBAR = 0.8
"""A column narrower than this share of the other is a sidebar."""
_TAIL_ROWS = 3
_JITTER = 3.0
"""Points by which the left edges of one margin differ."""
_DATE = re.compile(r"\b(19|20)\d\d\b|\bpresent\b|\bcurrent\b|\bnow\b|\b\d\d?/\d\d\b", re.IGNORECASE)
_HEADING = re.compile(
    r"^\W*((technical|key|core|professional|personal|work|my|about|relevant|additional|career|soft|hard|other)\s+)*"
    r"(contacts?|contact (info|information|details|me)|about( me)?|profile|summary|objective|details|info|skills?|"
    r"competenc(y|ies)|expertise|experience|employment( history)?|work history|history|education|academics?|"
    r"qualifications?|languages?|certifications?|certificates?|licenses?|awards?|honors|achievements|accomplishments|"
    r"projects?|publications?|references?|interests?|hobbies|volunteering|volunteer( experience)?|links|tools|"
    r"strengths|training|courses|coursework|activities|social)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text on one line; `y` is the baseline from the top of the page, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    page: int = 1
    block: int = 0


Row = list[Segment]
Block = list[Segment]
"""Lines of one column, in order, each a segment with tabs for its wide gaps."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page: what spans it above, its columns if any, and what spans it below; each part a list of blocks."""

    above: list[Block]
    left: list[Block]
    right: list[Block]
    below: list[Block]
    gutter: float | None = None
    sidebar_right: bool = False


@dataclass(frozen=True, slots=True)
class _Gutter:
    """A strip at `x` between the rows `[start, end)`."""

    x: float
    start: int
    end: int


def lay_out(segments: list[Segment], *, page: int) -> Layout:
    """Find the columns of one page."""
    rows = _rows([replace(segment, page=page) for segment in segments])
    gutter = _best_gutter(rows)
    if gutter is None:
        return Layout([_lines(rows)] if rows else [], [], [], [])
    left, right = _sides(rows[gutter.start : gutter.end], gutter.x)
    return Layout(
        _blocks(rows[: gutter.start]),
        _blocks(_rows(left)),
        _blocks(_rows(right)),
        _blocks(rows[gutter.end :]),
        gutter.x,
        _width(right) < _SIDEBAR * _width(left),
    )


def reading_order(pages: Sequence[Layout]) -> Iterator[Segment]:
    """Yield the lines of a document; columns that go on over a page break are read to their end, sidebars first."""
    blocks: list[Block] = []
    start = 0
    while start < len(pages):
        end = start + 1
        while end < len(pages) and _continues(pages[end - 1], pages[end]):
            end += 1
        plain = pages[start].gutter is None and start > 0 and pages[start - 1].gutter is None
        blocks = (
            list(_flowing([blocks, [*_joined(pages[start:end])]])) if plain else [*blocks, *_joined(pages[start:end])]
        )
        start = end
    for number, block in enumerate(blocks):
        yield from (replace(line, block=number) for line in block)


def _joined(pages: Sequence[Layout]) -> Iterator[Block]:
    yield from (block for page in pages for block in page.above)
    left, right = [page.left for page in pages], [page.right for page in pages]
    for side in (right, left) if pages[0].sidebar_right else (left, right):
        yield from _flowing([blocks for blocks in side if blocks])
    yield from (block for page in pages for block in page.below)


def _flowing(pages: list[list[Block]]) -> Iterator[Block]:
    """Make one block of the last of a page and the first of the next: the column flows on."""
    blocks: list[Block] = []
    for page in pages:
        if blocks and page:
            blocks[-1] = [*blocks[-1], *page[0]]
            blocks += page[1:]
        else:
            blocks += page
    yield from blocks


def _continues(page: Layout, following: Layout) -> bool:
    if page.gutter is None or following.gutter is None:
        return False
    return abs(page.gutter - following.gutter) < _NEAR and not following.above and not page.below


def _blocks(rows: list[Row]) -> list[Block]:
    """Split a region into columns as long as there are any."""
    if not rows:
        return []
    gutter = _best_gutter(rows)
    if gutter is None:
        return [_lines(rows)]
    left, right = _sides(rows[gutter.start : gutter.end], gutter.x)
    sides = [*_blocks(_rows(left)), *_blocks(_rows(right))]
    return [*_blocks(rows[: gutter.start]), *sides, *_blocks(rows[gutter.end :])]


def _rows(segments: list[Segment]) -> list[Row]:
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda segment: (segment.y, segment.x0)):
        if rows and segment.y - rows[-1][0].y <= 0.3 * max(segment.size, rows[-1][-1].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.x0) for row in rows]


def _lines(rows: list[Row]) -> Block:
    return [
        replace(
            max(row, key=lambda segment: segment.size),
            text="\t".join(segment.text for segment in row),
            x0=row[0].x0,
            x1=row[-1].x1,
            bold=row[0].bold,
        )
        for row in rows
    ]


def _best_gutter(rows: list[Row]) -> _Gutter | None:
    """Return the gutter that parts true columns: over many rows, and with few lines on common baselines."""
    found = [gutter for x in _candidates(rows) for gutter in _gutters(rows, x) if _parts_columns(rows, gutter)]
    return max(found, key=lambda gutter: (_merit(rows, gutter), -gutter.x), default=None)


def _merit(rows: list[Row], gutter: _Gutter) -> float:
    left, right = _sides(rows[gutter.start : gutter.end], gutter.x)
    return (gutter.end - gutter.start) * (1.01 - _share_aligned(left, right))


def _candidates(rows: list[Row]) -> list[float]:
    """Return the left edges at which several segments start that have something on their left."""
    leftmost = min((row[0].x0 for row in rows), default=0.0)
    edges = sorted(segment.x0 for row in rows for segment in row if segment.x0 > leftmost + _NEAR)
    clusters: list[list[float]] = []
    for edge in edges:
        if clusters and edge - clusters[-1][0] <= _JITTER:
            clusters[-1].append(edge)
        else:
            clusters.append([edge])
    return [cluster[0] - 1 for cluster in clusters if len(cluster) >= _LEAST_ROWS]


def _gutters(rows: list[Row], x: float) -> Iterator[_Gutter]:
    numbered = groupby(enumerate(rows), key=lambda pair: _crosses(pair[1], x))
    for crossed, group in numbered:
        if not crossed:
            numbers = [number for number, _ in group]
            yield from _trimmed(rows, _Gutter(x, numbers[0], numbers[-1] + 1))


def _crosses(row: Row, x: float) -> bool:
    return any(segment.x0 < x < segment.x1 - 1 for segment in row)


def _trimmed(rows: list[Row], gutter: _Gutter) -> Iterator[_Gutter]:
    """Leave out rows at both ends that stand beside nothing: they belong to what spans the page."""
    beside = [number for number in range(gutter.start, gutter.end) if any(s.x0 >= gutter.x for s in rows[number])]
    if not beside:
        return
    end = gutter.end
    if end < len(rows) and end - beside[-1] - 1 <= _TAIL_ROWS:
        end = beside[-1] + 1
    yield _Gutter(gutter.x, gutter.start, end)


def _sides(rows: list[Row], x: float) -> tuple[list[Segment], list[Segment]]:
    segments = [segment for row in rows for segment in row]
    return [s for s in segments if s.x0 < x], [s for s in segments if s.x0 >= x]


def _parts_columns(rows: list[Row], gutter: _Gutter) -> bool:
    left, right = _sides(rows[gutter.start : gutter.end], gutter.x)
    if min(len(left), len(right)) < _LEAST_ROWS or len(left) + len(right) < _LEAST_TOGETHER:
        return False
    shares = [sum(bool(_HEADING.match(segment.text)) for segment in side) / len(side) for side in (left, right)]
    if min(shares) > 0 or max(shares) >= _LABELS:
        return min(shares) > 0
    if max(_share_dated(left), _share_dated(right)) >= _DATED:
        return False
    prose = min(_words_a_line(left), _words_a_line(right)) >= _PROSE_WORDS
    return prose or _share_aligned(left, right) < _ALIGNED


def _share_dated(side: list[Segment]) -> float:
    return sum(bool(_DATE.search(segment.text)) for segment in side) / len(side)


def _words_a_line(side: list[Segment]) -> float:
    return statistics.median(len(segment.text.split()) for segment in side)


def _share_aligned(left: list[Segment], right: list[Segment]) -> float:
    few, many = sorted((left, right), key=len)
    lines = [segment.y for segment in many]
    return sum(any(abs(segment.y - y) <= _SAME_BASELINE for y in lines) for segment in few) / len(few)


def _width(side: list[Segment]) -> float:
    return max(segment.x1 for segment in side) - min(segment.x0 for segment in side)

"""The kind of every physical line of an advert."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from roleferry.domain.model.jobs.posting import Line, LineKind
from roleferry.domain.model.jobs.reading.labelling import label
from roleferry.domain.model.jobs.reading.segments import physical_lines, segments_of
from roleferry.domain.model.text import Span


def label_lines(raw_text: str) -> tuple[tuple[Line, LineKind], ...]:
    """Return every line that holds anything with what it is for; the longest piece on a line speaks for it."""
    lines = [span for span in physical_lines(raw_text) if span.of(raw_text).strip()]
    starts = [span.start for span in lines]
    weights: list[dict[LineKind, int]] = [defaultdict(int) for _ in lines]
    for piece in label(segments_of(raw_text)):
        for at in _lines_under(piece.segment.span, starts):
            if not piece.heading:
                weights[at][piece.kind] += _overlap(piece.segment.span, lines[at])
    return tuple((Line(text=span.of(raw_text), span=span), _heaviest(weights[at])) for at, span in enumerate(lines))


def _lines_under(span: Span, starts: list[int]) -> range:
    """Return the lines a piece stands on; one alone unless the text is hard-wrapped."""
    return range(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end))


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _heaviest(weight: dict[LineKind, int]) -> LineKind:
    return max(weight, key=lambda kind: (weight[kind], kind.value), default=LineKind.OTHER)

"""The kind of every physical line of an advert."""

from __future__ import annotations

from collections import defaultdict

from roleferry.domain.model.jobs.posting import Line, LineKind
from roleferry.domain.model.jobs.reading.labelling import Labelled, label
from roleferry.domain.model.jobs.reading.segments import physical_lines, segments_of


def label_lines(raw_text: str) -> tuple[tuple[Line, LineKind], ...]:
    """Return every line that holds anything with what it is for; the longest piece of a line speaks for it."""
    pieces: dict[int, list[Labelled]] = defaultdict(list)
    for piece in label(segments_of(raw_text)):
        pieces[piece.segment.line].append(piece)
    return tuple(
        (Line(text=span.of(raw_text), span=span), _kind_of(pieces[number]))
        for number, span in enumerate(physical_lines(raw_text))
        if span.of(raw_text).strip()
    )


def _kind_of(pieces: list[Labelled]) -> LineKind:
    weight: dict[LineKind, int] = defaultdict(int)
    for piece in pieces:
        if not piece.heading:
            weight[piece.kind] += len(piece.segment.text)
    return max(weight, key=lambda kind: (weight[kind], kind.value), default=LineKind.OTHER)

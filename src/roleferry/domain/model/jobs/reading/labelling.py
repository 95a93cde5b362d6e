"""What every piece of an advert is for: its own words, the heading above it and its neighbours, weighed together.

A heading speaks loudly, but not for ever: where the words of several pieces in a row say otherwise (the company's own
praise after the requirements, duties told in sentences), the cheapest path through all pieces changes sides (Viterbi).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import LineKind, Need
from roleferry.domain.model.jobs.reading.cues import Side
from roleferry.domain.model.jobs.reading.headings import Part, heading_of
from roleferry.domain.model.jobs.reading.line_kind import Evidence, evidence_of
from roleferry.domain.model.jobs.reading.needs import need_of
from roleferry.domain.model.jobs.reading.segments import Segment

_SIDES = (Side.DUTY, Side.ASKED, Side.OTHER)
_PRIOR: dict[Part | None, tuple[float, float, float]] = {
    None: (0.0, 0.0, 0.6),
    Part.NEUTRAL: (0.4, 0.2, 0.4),
    Part.ROLE: (1.4, 0.0, 0.6),
    Part.DUTIES: (3.6, 0.0, 0.0),
    Part.GOALS: (3.2, 0.0, 0.2),
    Part.ASKED: (0.0, 3.6, 0.0),
    Part.PREFERRED: (0.0, 3.8, 0.0),
    Part.STACK: (0.0, 1.6, 1.0),
    Part.BENEFITS: (0.0, 0.0, 4.0),
    Part.COMPANY: (0.4, 0.0, 2.4),
    Part.LEGAL: (0.0, 0.0, 4.0),
    Part.APPLY: (0.0, 0.0, 3.4),
    Part.FACTS: (0.0, 0.0, 2.4),
}
_CHANGE = 2.2
_CHANGE_AT_HEADING = 0.4
_CHANGE_IN_BULLETS = 3.0
_HEADER_LINES = 6
_HEADER_WORDS = 12


@dataclass(frozen=True, slots=True)
class Labelled:
    """One piece with what it is for, the part of the advert it stands in, and whether it is a heading itself."""

    segment: Segment
    kind: LineKind
    part: Part | None
    heading: bool


def label(segments: Sequence[Segment]) -> tuple[Labelled, ...]:
    """Say what each piece is for; same length and order as given."""
    headings = [_heading(segment) for segment in segments]
    parts = _carried(headings)
    weights = [
        (0.0, 0.0, 0.0) if heading else _weigh(segment, part, at)
        for at, (segment, heading, part) in enumerate(zip(segments, headings, parts, strict=True))
    ]
    sides = _cheapest(weights, [_change_cost(segments, headings, at) for at in range(len(segments))])
    return tuple(
        Labelled(segment, LineKind.OTHER if heading else _kind(segment, side, part), part, heading is not None)
        for segment, heading, part, side in zip(segments, headings, parts, sides, strict=True)
    )


def _heading(segment: Segment) -> Part | None:
    return heading_of(segment.text, marked=segment.marked)


def _carried(headings: Sequence[Part | None]) -> list[Part | None]:
    carried: list[Part | None] = []
    current: Part | None = None
    for heading in headings:
        current = heading or current
        carried.append(current)
    return carried


def _weigh(segment: Segment, part: Part | None, at: int) -> tuple[float, float, float]:
    own: Evidence = evidence_of(segment.text)
    duty, asked, other = _PRIOR[part]
    return own.duty + duty, own.asked + asked, own.other + other + _header(segment, part, at)


def _header(segment: Segment, part: Part | None, at: int) -> float:
    """Weigh the first short lines, which name the job, the company and the place, and ask for nothing."""
    short = len(segment.text.split()) <= _HEADER_WORDS and not segment.bullet and segment.text[-1:] not in ".!;"
    return 3.0 if part in {None, Part.NEUTRAL, Part.FACTS} and at < _HEADER_LINES and short else 0.0


def _change_cost(segments: Sequence[Segment], headings: Sequence[Part | None], at: int) -> float:
    """Return what it costs to change sides before this piece."""
    if at == 0 or headings[at] or headings[at - 1]:
        return _CHANGE_AT_HEADING
    if segments[at].bullet and segments[at - 1].bullet:
        return _CHANGE_IN_BULLETS
    return _CHANGE / 2 if segments[at].gap else _CHANGE


def _cheapest(weights: Sequence[tuple[float, float, float]], costs: Sequence[float]) -> list[Side]:
    scores = [0.0, 0.0, 0.0]
    came_from: list[tuple[int, int, int]] = []
    for weight, cost in zip(weights, costs, strict=True):
        origins = tuple(max(range(3), key=lambda old, new=new: (scores[old] - cost * (old != new), -old)) for new in range(3))
        scores = [scores[origins[new]] - cost * (origins[new] != new) + weight[new] for new in range(3)]
        came_from.append((origins[0], origins[1], origins[2]))
    path: list[Side] = []
    state = max(range(3), key=lambda new: (scores[new], -new))
    for origins in reversed(came_from):
        path.append(_SIDES[state])
        state = origins[state]
    return path[::-1]


def _kind(segment: Segment, side: Side, part: Part | None) -> LineKind:
    if side is Side.DUTY:
        return LineKind.RESPONSIBILITY
    if side is Side.OTHER:
        return LineKind.OTHER
    nice = part is Part.PREFERRED or need_of(segment.text) is Need.NICE
    return LineKind.PREFERRED if nice else LineKind.REQUIREMENT

"""What every piece of an advert is for: its own words, the heading above it and its neighbours, weighed together.

A heading speaks loudly, but not for ever: where the words of several pieces in a row say otherwise (the company's own
praise after the requirements, duties told in sentences), the cheapest path through all pieces changes sides (Viterbi).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import LineKind, Need
from roleferry.domain.model.jobs.reading.cue import Side
from roleferry.domain.model.jobs.reading.headings import heading_of
from roleferry.domain.model.jobs.reading.line_kind import Evidence, evidence_of
from roleferry.domain.model.jobs.reading.needs import need_of
from roleferry.domain.model.jobs.reading.parts import Part
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
_CLEARLY = 2.0
_LOUDLY = 4.0
_LOSS = 0.6
_HEADER_WORDS = 12
_HEADER = 3.0


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
    weights = _weights(segments, headings, parts)
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


def _weights(
    segments: Sequence[Segment], headings: Sequence[Part | None], parts: Sequence[Part | None]
) -> list[tuple[float, float, float]]:
    """Weigh each piece; a heading loses authority with every piece under it that clearly speaks of something else."""
    weights: list[tuple[float, float, float]] = []
    authority = 1.0
    for at, (segment, heading, part) in enumerate(zip(segments, headings, parts, strict=True)):
        own = evidence_of(segment.text)
        authority = 1.0 if heading else authority * (_LOSS if _list_ended(segments, at) else 1.0)
        weights.append((0.0, 0.0, 0.0) if heading else _weighed(own, segment, part, authority, at))
        authority *= 1.0 if heading else _doubt(own, part)
    return weights


def _doubt(own: Evidence, part: Part | None) -> float:
    """
    Return what is left of a heading's authority after a piece that speaks of something else.

    Demands under duties count, duties under demands do not: "Managing suppliers" may well be asked for.
    """
    against = own.other - max(own.duty, own.asked)
    if part is Part.DUTIES:
        against = max(against, own.asked - own.duty)
    return _LOSS * _LOSS if against >= _LOUDLY else _LOSS if against >= _CLEARLY else 1.0


def _list_ended(segments: Sequence[Segment], at: int) -> bool:
    """Tell whether a bulleted list stops before this piece, with a blank line between."""
    return at > 0 and segments[at - 1].bullet and not segments[at].bullet and segments[at].gap


def _weighed(
    own: Evidence, segment: Segment, part: Part | None, authority: float, at: int
) -> tuple[float, float, float]:
    duty, asked, other = _PRIOR[part]
    return (
        own.duty + authority * duty,
        own.asked + authority * asked,
        own.other + other + (_HEADER if is_header(segment, part, at) else 0.0),
    )


def is_header(segment: Segment, part: Part | None, at: int) -> bool:
    """Tell whether a piece is one of the first short lines, which name the job, the company and the place."""
    if at >= _HEADER_LINES or part not in {None, Part.NEUTRAL, Part.FACTS}:
        return False
    return len(segment.text.split()) <= _HEADER_WORDS and not segment.bullet and segment.text[-1:] not in ".!;"


def _change_cost(segments: Sequence[Segment], headings: Sequence[Part | None], at: int) -> float:
    """Return what it costs to change sides before this piece."""
    if at == 0 or headings[at] or headings[at - 1]:
        return _CHANGE_AT_HEADING
    if segments[at].bullet and segments[at - 1].bullet:
        return _CHANGE_IN_BULLETS
    return _CHANGE / 2 if segments[at].gap else _CHANGE


def _cheapest(weights: Sequence[tuple[float, float, float]], costs: Sequence[float]) -> list[Side]:
    scores = [0.0, 0.0, 0.0]
    came_from: list[tuple[int, ...]] = []
    for weight, cost in zip(weights, costs, strict=True):
        best = max(range(3), key=lambda state: (scores[state], -state))
        origins = tuple(new if scores[new] >= scores[best] - cost else best for new in range(3))
        scores = [max(scores[new], scores[best] - cost) + weight[new] for new in range(3)]
        came_from.append(origins)
    path: list[Side] = []
    state = max(range(3), key=lambda last: (scores[last], -last))
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

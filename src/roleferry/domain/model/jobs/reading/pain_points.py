"""The employer's problems: duties and stated goals that say something, and nothing else (SPEC 3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from roleferry.domain.model.jobs.posting import Line, LineKind
from roleferry.domain.model.jobs.reading.headings import plain
from roleferry.domain.model.jobs.reading.labelling import Labelled
from roleferry.domain.model.jobs.reading.parts import Part
from roleferry.domain.model.jobs.reading.pattern_index import PatternIndex
from roleferry.domain.model.jobs.reading.voices import is_boilerplate

_GOAL = (
    r"\b(?:our (?:goal|aim|challenge|objective|ambition) (?:is|for)|(?:main |key |biggest "
    r")?(?:challenge|problem|goal|objective|purpose)s? (?:of (?:the|this|your) (?:role|"
    r"position|job)|we (?:face|need|want)|will be|is to)|we need (?:someone |you )?to|in "
    r"order to (?:support|scale|meet)"
    r"|we(?:'re| are) (?:struggling|scaling|migrating|moving|rebuilding|expanding|"
    r"transforming)|need(?:s)? to be (?:rebuilt|improved|scaled|modernised|modernized|"
    r"fixed))\b"
)
_EMPTY = (
    r"\b(?:other|additional|any other|ad[- ]hoc) (?:duties|tasks|responsibilities)\b|\bduties "
    r"as (?:assigned|required)\b|\bas (?:and when )?(?:assigned|directed|instructed)\b|"
    r"\bincluding but not limited to\b.{0,5}$|^(?:and|or|etc)\b"
)
_LEAST_WORDS = 4
_EMPTY_AT, _GOAL_AT = 0, 1
_TOLD = PatternIndex.of([_EMPTY, _GOAL])
_SILENT_PARTS = frozenset({Part.BENEFITS, Part.LEGAL, Part.APPLY, Part.FACTS, Part.ASKED, Part.PREFERRED, Part.STACK})


def pain_points_of(pieces: Sequence[Labelled]) -> tuple[Line, ...]:
    """Return the problems in the order they are told, each once."""
    seen: set[str] = set()
    found: list[Line] = []
    for piece in pieces:
        said = plain(piece.segment.text[:1000])
        if _is_problem(piece, said) and said not in seen:
            seen.add(said)
            found.append(Line(text=piece.segment.text, span=piece.segment.span))
    return tuple(found)


def _is_problem(piece: Labelled, said: str) -> bool:
    of_the_work = piece.kind is LineKind.RESPONSIBILITY or piece.part is Part.GOALS
    may_tell = of_the_work or (piece.kind is LineKind.OTHER and piece.part not in _SILENT_PARTS)
    if piece.heading or not may_tell or said.endswith(":") or len(said.split()) < _LEAST_WORDS:
        return False
    if is_boilerplate(said):
        return False
    told = _TOLD.found_in(said)
    return _EMPTY_AT not in told and (of_the_work or _GOAL_AT in told)

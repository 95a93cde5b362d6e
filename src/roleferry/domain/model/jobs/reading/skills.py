"""The skills an advert asks for, must or nice by where they stand; its own praise and its perks ask for nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from roleferry.domain.model.jobs.posting import LineKind, Need, SkillAsked
from roleferry.domain.model.jobs.reading.labelling import Labelled
from roleferry.domain.model.jobs.reading.needs import need_at
from roleferry.domain.model.jobs.reading.parts import Part
from roleferry.domain.model.jobs.reading.vocabulary import Mention, PostingVocabulary

_ASKS_NOTHING = frozenset({Part.BENEFITS, Part.LEGAL, Part.APPLY, Part.COMPANY})


def skills_asked(
    text: str, pieces: Sequence[Labelled], vocabulary: PostingVocabulary, *, company: str | None = None
) -> tuple[SkillAsked, ...]:
    """Return each skill once, under its strongest need, in the order first named; the company's name holds none."""
    named = _places_of(company, text) if company and " " in company else []
    starts = [piece.segment.span.start for piece in pieces]
    found: dict[str, SkillAsked] = {}
    for mention in vocabulary.find_skills(text):
        if any(start <= mention.span.start and mention.span.end <= end for start, end in named):
            continue
        at = bisect_right(starts, mention.span.start) - 1
        need = _need(mention, pieces[at]) if at >= 0 else None
        known = found.get(mention.name)
        if need is not None and (known is None or (known.need is Need.NICE and need is Need.MUST)):
            found[mention.name] = SkillAsked(name=mention.name, written=mention.written, need=need, span=mention.span)
    return tuple(found.values())


def _places_of(name: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(re.escape(name), text)]


def _need(mention: Mention, piece: Labelled) -> Need | None:
    """Return how much the piece insists on a skill named in it, or None where it asks for nothing."""
    if piece.kind is LineKind.OTHER and (piece.part in _ASKS_NOTHING or piece.heading):
        return None
    if piece.part in {Part.PREFERRED, Part.STACK, Part.FACTS} or piece.kind is LineKind.OTHER:
        return Need.NICE
    return need_at(piece.segment.text, mention.span.start - piece.segment.span.start)

"""Decide whether a spelling found in a text really names a skill there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.context import employs, in_a_list, meant_otherwise, stands_alone, tell_tale
from roleferry.domain.model.vocabulary.skill import Caution, SkillMention

_NEAR = 80
"""Characters within which another skill vouches for an ambiguous one."""
_ADDRESS = re.compile(
    r"\b\w{2,10}://\S+|\bwww\.\S+|[^\s@]{1,64}@\S+|"
    r"\b(?!(?:asp|vb|ado)\.)[\w-]{2,63}\.(?:com|org|net|io|dev|co|edu|gov|me)\b(?:/\S*)?",
    re.IGNORECASE,
)
_UNBROKEN = re.compile(r"\S*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that still has to prove itself; `cased` when it is written in the case the list has."""

    mention: SkillMention
    caution: Caution
    cased: bool


def accepted(text: str, candidates: Sequence[Candidate]) -> tuple[SkillMention, ...]:
    """Return the mentions that hold: none inside an address, and ambiguous ones only with something that vouches."""
    outside = list(_outside(text, candidates))
    sure = [one.mention.span for one in outside if one.caution is Caution.NONE and one.mention.hard]
    held = (one.mention for one in outside if _holds(text, one, sure))
    return tuple(mention for mention in held if not meant_otherwise(text, mention.span))


def _holds(text: str, candidate: Candidate, sure: list[Span]) -> bool:
    span = candidate.mention.span
    if span.end - span.start == 1:
        return (_near(text, span, sure) and stands_alone(text, span)) or tell_tale(text, span)
    match candidate.caution:
        case Caution.NONE:
            return True
        case Caution.CASE if candidate.cased:
            return True
        case Caution.EMPLOYER:
            return not employs(text, span) and (candidate.cased or in_a_list(text, span))
        case _:
            pass
    if _near(text, span, sure) and (candidate.cased or in_a_list(text, span)):
        return True
    return candidate.cased and tell_tale(text, span)


def _near(text: str, span: Span, sure: list[Span]) -> bool:
    """Tell whether a sure skill stands in the same paragraph, close by; `sure` is in order and without overlap."""
    place = bisect_left(sure, span)
    for other in sure[max(0, place - 1) : place + 1]:
        low, high = min(span.end, other.end), max(span.start, other.start)
        if high - low <= _NEAR and "\n\n" not in text[low:high]:
            return True
    return False


def _outside(text: str, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out what is part of a web or mail address: `github.com/jo` names no skill. Candidates come in order."""
    end = 0
    addresses: list[tuple[int, int]] = []
    for one in candidates:
        at = one.mention.span.start
        if at >= end:
            start, end = _unbroken(text, at, floor=end)
            addresses = _addresses(text, start, end)
        if not any(first <= at < last for first, last in addresses):
            yield one


def _unbroken(text: str, at: int, *, floor: int) -> tuple[int, int]:
    """Return the stretch without white space around a character, which is all that an address can take."""
    start = at
    while start > floor and not text[start - 1].isspace():
        start -= 1
    found = _UNBROKEN.match(text, at)
    return start, found.end() if found else at


def _addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    marked = text.find("@", start, end) >= 0 or text.find(".", start, end) >= 0 or text.find("://", start, end) >= 0
    return [found.span() for found in _ADDRESS.finditer(text, start, end)] if marked else []

"""What around an ambiguous word shows that it names a skill."""

from __future__ import annotations

import re

from roleferry.domain.model.text import Span

_OPENERS = frozenset(",;:/|•·▪●(\n\t‣◦*")
_CLOSERS = frozenset(",;/|•·▪●)\n\t.")
_BEFORE = re.compile(
    r"\b(?:microsoft|ms|google|apache|adobe|oracle|sap|amazon|aws|ibm|programming in|coding in|written in|"
    r"developed in|proficien(?:t|cy) (?:in|with)|experienced? (?:in|with)|knowledge of|skills in|using|fluent in)\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^\s+(?:programming|language|developer|engineer|framework|scripts?|scripting|microservices?|services?|"
    r"spreadsheets?|macros?|code|codebase|backend|certified|boot|library|studio|applications?)\b",
    re.IGNORECASE,
)
_REACH = 24


def in_a_list(text: str, span: Span) -> bool:
    """Tell whether the words stand alone between list marks, as in `go, rust, c`."""
    before = text[max(0, span.start - 3) : span.start].rstrip(" ")
    after = text[span.end : span.end + 3].lstrip(" ")
    return (not before or before[-1] in _OPENERS) and (
        not after or after[0] in _CLOSERS
    )


def tell_tale(text: str, span: Span) -> bool:
    """Tell whether the words right before or after name it as a tool or language: `Go developer`, `Microsoft Word`."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None

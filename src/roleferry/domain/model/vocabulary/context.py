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
_JOINED = 6
_ITEM_BEFORE = re.compile(r"(?:^|[,;:/|•·▪●(\n\t]|\b(?:and|or|&))\s*$", re.IGNORECASE)
_ITEM_AFTER = re.compile(r"\s*(?:$|[,;/|•·▪●)\n\t]|\.(?:\s|$)|(?:and|or|&)\b)", re.IGNORECASE)
_LISTED = re.compile(r"^\s*,\s*\w[\w+#. ]{0,20},|:")
_REACH = 24
_PAY_BEFORE = re.compile(
    r"(?:[£$€₹]|\b(?:salary|pay|rate|compensation|hr|hour|pa|ote|competitive)\b)[^\n]{0,50}$", re.IGNORECASE
)
_OTHER_MEANINGS = {"DOE": _PAY_BEFORE, "EC2": re.compile(r"\bLondon,? ?$")}
"""What stands before letters that mean no skill there: depending on experience, a district of London."""
_LINE = 120


_WORKED_AT = re.compile(
    r"(?:\b(?:at|for|joined|joining|from|by)|@|\bcompan(?:y|ies)(?: like| such as)?:?)\s*$", re.IGNORECASE
)
_EMPLOYER_LINE = re.compile(r"^\s*(?:[,|–—·•@(-]|inc\b|ltd\b|corp\b|gmbh\b|technologies\b).*|^\s*$", re.IGNORECASE)


def meant_otherwise(text: str, span: Span) -> bool:
    """Tell whether letters that name a skill mean something else here: "£60k, DOE", "London EC2"."""
    pattern = _OTHER_MEANINGS.get(span.of(text))
    return pattern is not None and pattern.search(text, max(0, span.start - _LINE), span.start) is not None


def in_a_list(text: str, span: Span) -> bool:
    """Tell whether the words stand alone between list marks, as in `go, rust, c`."""
    before = text[max(0, span.start - 3) : span.start].rstrip(" ")
    after = text[span.end : span.end + 3].lstrip(" ")
    return (not before or before[-1] in _OPENERS) and (not after or after[0] in _CLOSERS)


def stands_alone(text: str, span: Span) -> bool:
    """Tell whether a letter is an item of its own: between list marks, `and` or `or`, as in `Java and C`."""
    before = text[max(0, span.start - _JOINED) : span.start]
    after = text[span.end : span.end + _JOINED]
    return _ITEM_BEFORE.search(before) is not None and _ITEM_AFTER.match(after) is not None


def tell_tale(text: str, span: Span) -> bool:
    """Tell whether the words right before or after name it as a tool or language: `Go developer`, `Microsoft Word`."""
    if not text[span.end : span.end + 1].isspace() and not text[max(0, span.start - 1) : span.start].isspace():
        return False
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def employs(text: str, span: Span) -> bool:
    """Tell whether a name stands where an employer would: `at Salesforce`, or at the start of a line of its own."""
    if _WORKED_AT.search(text, max(0, span.start - _REACH), span.start):
        return True
    start = text.rfind("\n", max(0, span.start - _LINE), span.start) + 1
    end = text.find("\n", span.end, span.end + _LINE)
    before, after = text[start : span.start], text[span.end : end if end >= 0 else span.end + _LINE]
    return not before.strip(" •-*·") and _EMPLOYER_LINE.match(after) is not None and not _LISTED.search(after)

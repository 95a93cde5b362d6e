"""What would make a reader feel watched: their home, their family, their hours, what they opened (SPEC 3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from roleferry.domain.model.text import Span


def _each(beginnings: Iterable[str], rest: str) -> Iterator[str]:
    return (beginning + rest for beginning in beginnings)


_PHRASES = (
    r"where you live",
    r"you live (?:in|on|at|near|close)",
    *_each(
        ("near", "outside", "by", "close to", "around"),
        r" your (?:house|home|flat|apartment|place|street|school)",
    ),
    r"your (?:home|house|flat|apartment|street|private|personal) (?:address|phone|number|cell|mobile)",
    r"your (?:house|home|apartment|flat|neighbou?rhood|street|backyard|driveway|front door)",
    r"your (?:wife|husband|spouse|kids?|child(?:ren)?|sons?|daughters?|family|parents|girlfriend|boyfriend|dog|baby)",
    r"your (?:birthday|date of birth|age|divorce|pregnancy|health|illness|salary|religion|(?:vacation|holiday) photos)",
    *_each(
        ("i", "we"),
        r" (?:saw|noticed|see|know|could see|can see|noted) (?:that )?you(?:'ve|’ve| have)? "
        r"(?:opened|viewed|read|clicked|visited|looked at|checked|(?:were|are|been) (?:online|active|awake))",
    ),
    r"you (?:opened|clicked|viewed|read) my (?:e-?mail|mail|message|link|note|profile|resume|résumé)",
    r"you(?:'ve|’ve| have) (?:opened|clicked|viewed|read) my",
    r"you (?:visited|viewed|looked at) my (?:profile|page|site|website)",
    *_each(
        ("been", "have been", "i(?:'ve|’ve) been"),
        r" (?:watching|tracking|monitoring|following|stalking|observing) you",
    ),
    *_each(("watched", "tracked", "followed", "stalked"), r" you"),
    r"keeping an eye on you",
    *_each(
        ("saw", "spotted", "noticed"),
        r" you (?:at the|in the|on the|walking|leaving|having|with your|last night|at home|in town|jogging|online)",
    ),
    r"you were (?:online|awake|up|active) (?:at|late|last|until|around)",
    *_each(
        ("online", "awake", "active", "up", "working"),
        r" at (?:\d{1,2}(?::\d\d)?\s?(?:am|pm)|midnight|\d\d:\d\d|night)",
    ),
    *_each(("late", "middle of the", "last"), r" night when you"),
    r"i know (?:where|when) you",
    *_each(("find", "found", "tracked down", "looked up", "got"), r" your (?:home|personal|private|cell|mobile)"),
    r"on your way (?:home|to work)",
    r"your (?:commute|daily routine|morning run|gym|instagram|facebook|tinder)",
    r"photos? of you",
)
"""Each begins with a letter, so that most places in a text are given up at once."""
_ADDRESS = r"\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct)\b"


def _by_first_letter(phrases: Iterable[str]) -> str:
    by_letter: dict[str, list[str]] = {}
    for phrase in phrases:
        by_letter.setdefault(phrase[0], []).append(phrase[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


_UNSETTLING = re.compile(rf"(?<!\w)(?:{_by_first_letter(_PHRASES)}|{_ADDRESS})(?!\w)", re.IGNORECASE)


def unsettling(text: str) -> tuple[Span, ...]:
    """Return where the text would creep its reader out."""
    return tuple(Span(match.start(), match.end()) for match in _UNSETTLING.finditer(text))

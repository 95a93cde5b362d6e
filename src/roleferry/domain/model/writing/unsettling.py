"""What would make a reader feel watched: their home, their family, their hours, what they opened (SPEC 3.7)."""

from __future__ import annotations

import re

from roleferry.domain.model.text import Span

_PHRASES = (
    r"where you live",
    r"you live (?:in|on|at|near|close)",
    r"(?:near|outside|by|close to|around) your (?:house|home|flat|apartment|place|street|school)",
    r"your (?:home|house|flat|apartment|street|private|personal) (?:address|phone|number|cell|mobile)",
    r"your (?:house|home|apartment|flat|neighbou?rhood|street|backyard|driveway|front door)",
    r"your (?:wife|husband|spouse|kids?|child(?:ren)?|sons?|daughters?|family|parents|girlfriend|boyfriend|dog|baby)",
    r"your (?:birthday|date of birth|age|divorce|pregnancy|health|illness|salary|religion|(?:vacation|holiday) photos)",
    (
        r"(?:i|we) (?:saw|noticed|see|know|could see|can see|noted) (?:that )?you(?:'ve|’ve| have)? "
        r"(?:opened|viewed|read|clicked|visited|looked at|checked|(?:were|are|been) (?:online|active|awake))"
    ),
    r"you (?:opened|clicked|viewed|read) my (?:e-?mail|mail|message|link|note|profile|resume|résumé)",
    r"you(?:'ve|’ve| have) (?:opened|clicked|viewed|read) my",
    r"you (?:visited|viewed|looked at) my (?:profile|page|site|website)",
    r"(?:been|have been|i(?:'ve|’ve) been) (?:watching|tracking|monitoring|following|stalking|observing) you",
    r"(?:watched|tracked|followed|stalked) you",
    r"keeping an eye on you",
    (
        r"(?:saw|spotted|noticed) you "
        r"(?:at the|in the|on the|walking|leaving|having|with your|last night|at home|in town|jogging|online)"
    ),
    r"you were (?:online|awake|up|active) (?:at|late|last|until|around)",
    r"(?:online|awake|active|up|working) at (?:\d{1,2}(?::\d\d)?\s?(?:am|pm)|midnight|\d\d:\d\d|night)",
    r"(?:late|middle of the|last) night when you",
    r"i know (?:where|when) you",
    r"(?:find|found|tracked down|looked up|got) your (?:home|personal|private|cell|mobile)",
    r"on your way (?:home|to work)",
    r"your (?:commute|daily routine|morning run|gym|instagram|facebook|tinder)",
    r"photos? of you",
    r"\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct)\b",
)
_UNSETTLING = re.compile("|".join(rf"(?<!\w)(?:{phrase})(?!\w)" for phrase in _PHRASES), re.IGNORECASE)


def unsettling(text: str) -> tuple[Span, ...]:
    """Return where the text would creep its reader out."""
    return tuple(Span(match.start(), match.end()) for match in _UNSETTLING.finditer(text))

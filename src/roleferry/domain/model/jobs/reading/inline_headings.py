"""Headings that stand inside a longer line: "... in the cloud. Preferred Qualifications: AWS"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roleferry.domain.model.jobs.reading.headings import heading_of, nominal_part, plain
from roleferry.domain.model.jobs.reading.parts import Part

_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[.!?):;*•]\s)|(?<=[a-z0-9)>]\s))"
    r"((?:Key |Main |Your |YOUR |KEY |MAIN |Core |Primary |Job |Our |OUR |Minimum |MINIMUM |"
    r"Basic |BASIC |Preferred |PREFERRED |Desired |Required |Essential |ESSENTIAL"
    r" |Desirable |Additional |Technical |Personal )?"
    r"(?:Responsibilities(?: (?:and|&) [Dd]uties)?|RESPONSIBILITIES|Duties|DUTIES|Tasks|TASKS|"
    r"Requirements|REQUIREMENTS|Qualifications?|QUALIFICATIONS|Skills(?: (?:&|and) "
    r"[Ee]xperience)?"
    r"|Experience|Education|Profile|PROFILE|Nice[- ][Tt]o[- ][Hh]aves?|NICE TO HAVES?|Must[- "
    r"][Hh]aves?|What [Yy]ou(?:'|’)ll [Dd]o|What [Yy]ou [Bb]ring|What [Ww]e [Oo]ffer|WHAT WE "
    r"OFFER|We [Oo]ffer|WE OFFER"
    r"|Who [Yy]ou [Aa]re|About [Yy]ou|About [Uu]s|ABOUT US|Benefits|BENEFITS|Perks|Desirable|"
    r"Advantageous|Bonus [Pp]oints|Preferred|What(?:'|’)s in it for you\??|Key "
    r"Responsibilities and Skills"
    r"|Technologies(?: we work with)?|TECHNOLOGIES|How to [Aa]pply|In this role,? you will|IN THIS ROLE,? YOU WILL))"
    r"(\s*:\.?|(?=\s+[A-Z0-9•*]))",
)
_LOOSE = re.compile(r"(?:Skills|Experience|Education|Profile|Technologies|Preferred|Qualifications?)\Z")
_PREFIX = re.compile(r"([A-Z][A-Za-z'’&/ -]{2,50}?)\s*:\.?\s(?=\S)")
_LABEL = re.compile(
    (
        r"salary|pay\b|compensation|remuneration|^(?:the )?(?:role|position|job)$|^(?:hiring )?(?:company|employer|"
        r"organi[sz]ation)(?: name)?$"
    ),
    re.IGNORECASE,
)
_CARRYING = frozenset({Part.DUTIES, Part.ASKED, Part.PREFERRED, Part.BENEFITS, Part.COMPANY, Part.LEGAL})
_RUN_ON = re.compile(
    r"(?:(?<=^)|(?<=[.!?]\s))([A-Z][\w'’&/-]*(?:,? [\w'’&/-]+){0,4}?)"
    r" (?=(?:You|We|The|As|At|If|In|Our|To|It|Please|This|Your|For|On|With|Are|Do|Have|Experience|Strong|Proven|"
    r"Excellent)\b"
    r"|\d\+? )"
)
"""A heading that ran into its first sentence when a page was copied: "Qualifications You hold a degree"."""
_SENTENCE = re.compile(r"[.!?]\s(?=[A-Z])")
_CAPITAL = re.compile(r"\s(?=[A-Z])")
_LONE_WORD = re.compile(r"[A-Z][a-z]+\Z")


def inline_headings(text: str) -> Iterator[tuple[int, int]]:
    """Yield where headings stand inside a longer line: "... in the cloud. Preferred Qualifications: AWS"."""
    said = _PREFIX.match(text)
    if said and _runs_on(said[1]) and not _LABEL.search(said[1]):
        yield said.span()
    for match in _matches(_RUN_ON, text, _SENTENCE):
        if _runs_on(match[1]):
            yield match.span(1)
    for match in _matches(_INLINE, text, _CAPITAL):
        if match[2] or (match.start() == 0 and not _LOOSE.match(match[1])) or _two_words(match[1], text, match.start()):
            yield match.span()


def _matches(pattern: re.Pattern[str], text: str, before: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would, tried only at the start and where `before` has just been read."""
    after = 0
    for at in (0, *(match.end() for match in before.finditer(text))):
        if at >= after and (found := pattern.match(text, at)):
            yield found
            after = found.end()


def _two_words(heading: str, text: str, at: int) -> bool:
    """Without a colon, only a heading of several words, or after a finished sentence, is told from plain speech."""
    after_stop = at == 0 or text[max(0, at - 2) : at].rstrip().endswith((".", "!", "?", ")"))
    return after_stop and not _LONE_WORD.match(heading) and text[at : at + len(heading) + 1] != text[at:]


def _runs_on(heading: str) -> bool:
    """Tell whether the words before a new sentence are a heading, and no mere beginning of it."""
    said = plain(heading)
    return nominal_part(said) in _CARRYING or heading_of(heading) in {Part.ROLE, Part.APPLY, Part.COMPANY}

"""What one line is for, from its own words only: cues are added up, the side with the most evidence wins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from roleferry.domain.model.jobs.posting import LineKind, Need
from roleferry.domain.model.jobs.reading import verbs
from roleferry.domain.model.jobs.reading.cue import Side
from roleferry.domain.model.jobs.reading.headings import heading_of, plain
from roleferry.domain.model.jobs.reading.needs import need_of
from roleferry.domain.model.jobs.reading.voices import cues_in

_READ = 700
"""Characters looked at: what a line is for shows at its start, and a megabyte line costs no more than this."""
_LEAD = re.compile(r"^[^\w(]{0,40}(?:\(?\d{1,2}[.)]\s+)?[^\w(]{0,10}")
_AS_NEEDED = re.compile(
    r"^(?:where|when|as|if)(?: and when)? (?:appropriate|necessary|needed|required|possible|applicable),? "
)
_LABELLED = re.compile(
    r"[a-z][^:.]{2,45}: (?:ability|expertise|experience|knowledge|skills?|proficiency|understanding)\b"
)
"""A demand under a name of its own: "Approach: Expertise in ..."."""
_LABEL_ENDS = 48
_OPENING_WORDS = 5
_TOKEN = re.compile(r"[a-z][a-z'-]*")
_ADVERBS = frozenset("also then always often please closely".split())
_INVITING = frozenset("join apply enjoy learn grow become get see gain start find look keep meet know".split())
"""Verbs that more often speak to the reader than of the work: "Join a team", "Apply now"."""
_NOT_A_VERB_BEFORE = frozenset(
    "experience experiences skills skill background knowledge degree understanding expertise "
    "abilities ability certification"
    " qualification qualifications mindset proficiency".split()
)
_WELL_KNOWN_NOUNS = frozenset(
    "design support test work research report plan lead process program programme project "
    "market network network risk model"
    " service stock store shop sample record position place order measure judge interview "
    "increase host guide focus file document"
    " control contact code challenge change care capture campaign budget brief benchmark "
    "audit audit answer aid access"
    " address act approach map track train transport use travel staff source set".split()
)
_QUALITIES = frozenset(
    "comfortable able confident fluent proficient familiar passionate willing organised organized".split()
)
"""What somebody is asked to be, and not to do: "Be comfortable leading a team"."""
_PREPOSITIONS = frozenset("of for in at on from by".split())
_HEADING_WORDS = 4
_LIST_WORDS = 12
_CAP = 5.0
_ACTS = 2.8
_MENTIONED = 0.6
"""A line that opens with an action only mentions what would else be the company's praise or a perk."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much a line's words say for each side; all zero when they say nothing."""

    duty: float
    asked: float
    other: float

    def best(self) -> Side:
        """Return the side with the most evidence; at nothing at all, `other`."""
        top = max(self.duty, self.asked, self.other)
        if top <= 0 or self.other == top:
            return Side.OTHER
        return Side.DUTY if self.duty >= self.asked else Side.ASKED


def evidence_of(text: str) -> Evidence:
    """Add up what the words of one line say; linear, and bounded for lines of any length."""
    said = _without(_AS_NEEDED, _without(_LEAD, plain(text[:_READ])))
    opening = _opening_verb(said)
    totals = {Side.DUTY: opening, Side.ASKED: _shape(said), Side.OTHER: 0.0}
    for cue in cues_in(said):
        totals[cue.side] += cue.weight
    if opening >= _ACTS and totals[Side.OTHER] < _CAP:
        totals[Side.OTHER] *= _MENTIONED
    return Evidence(*(min(_CAP, totals[side]) for side in (Side.DUTY, Side.ASKED, Side.OTHER)))


def _without(opening: re.Pattern[str], said: str) -> str:
    found = opening.match(said)
    return said[found.end() :] if found else said


def classify_line(line: str) -> LineKind:
    """Tell what a single line is for when it stands alone, without any heading around it."""
    if heading_of(line) is not None and len(line.split()) <= _HEADING_WORDS:
        return LineKind.OTHER
    side = evidence_of(line).best()
    if side is Side.DUTY:
        return LineKind.RESPONSIBILITY
    if side is Side.OTHER:
        return LineKind.OTHER
    return LineKind.PREFERRED if need_of(line) is Need.NICE else LineKind.REQUIREMENT


def _opening_verb(said: str) -> float:
    """Weigh a line that opens with an action: "Design and build", "Managing suppliers", "Leads the team"."""
    labelled = ":" in said[:_LABEL_ENDS] and _LABELLED.match(said)
    words = [] if labelled else [word.group() for word in islice(_TOKEN.finditer(said, 0, 120), _OPENING_WORDS)]
    first = next((at for at, word in enumerate(words[:3]) if not _is_lead_in(word)), None)
    if first is None:
        return 0.0
    word, rest = words[first], words[first + 1 : first + 3]
    if rest and _opens_no_action(word, rest):
        return 0.0
    if word in verbs.BASE or (word.startswith("re") and word[2:].lstrip("-") in verbs.BASE):
        noun_too = word in _WELL_KNOWN_NOUNS and not _takes_object(rest)
        return 1.2 if word in _INVITING else 1.8 if noun_too else 3.2
    if word in verbs.GERUND:
        return 2.8
    if word in verbs.THIRD_PERSON and rest:
        return 2.4 if _takes_object(rest) else 0.0 if rest[0] in _PREPOSITIONS else 1.5
    return 0.0


def _opens_no_action(word: str, rest: list[str]) -> bool:
    """Tell whether what looks like a verb is none: "research experience", "design of", "be comfortable"."""
    if word == "be":
        return rest[0] in _QUALITIES
    return rest[0] in _NOT_A_VERB_BEFORE or (rest[0] == "of" and word not in verbs.GERUND)


def _is_lead_in(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word not in verbs.BASE)


def _takes_object(rest: list[str]) -> bool:
    return bool(rest) and (
        rest[0]
        in {
            "and",
            "or",
            "the",
            "a",
            "an",
            "our",
            "with",
            "on",
            "new",
            "all",
            "to",
            "in",
            "your",
            "as",
            "for",
            "any",
            "their",
        }
        or rest[0] in verbs.BASE
    )


def _shape(said: str) -> float:
    """Weigh the shape alone: a short list of nouns without a verb is usually something asked for."""
    words = said.split()
    if not words or len(words) > _LIST_WORDS or said.endswith(("?", "!", ":")):
        return 0.0
    return 0.9 if not said.endswith(".") else 0.2

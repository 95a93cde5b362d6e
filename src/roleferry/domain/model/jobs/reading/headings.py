"""What a heading announces, whatever its style: "Requirements", "WHAT YOU'LL DO", "In this role you will:"."""

from __future__ import annotations

import re
from functools import lru_cache

from roleferry.domain.model.jobs.reading.heading_words import CORES, FILLER, WORTH
from roleferry.domain.model.jobs.reading.offer_phrases import OFFERED
from roleferry.domain.model.jobs.reading.parts import Part
from roleferry.domain.model.jobs.reading.pattern_index import PatternIndex
from roleferry.domain.model.jobs.reading.role_phrases import TOLD

_WORD = re.compile(r"[^\s,;:&/()+–—|]+|[&/,]")
_PHRASED = tuple(part for part, _ in (*OFFERED, *TOLD))
_PHRASES = PatternIndex.of(rf"^(?:{pattern})\Z" for _, pattern in (*OFFERED, *TOLD))
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "\u00b4": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "}
)
_TRAILING_NOTE = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]$")
_LOST_QUOTE = re.compile(r"\b(you|we|they|it) (ll|re|ve)\b")
_LOST = (" ll", " re", " ve")
_LONGEST = 160
_PLAIN_WORDS = 7
_STOPPED_WORDS = 4
"""A heading that ends in a full stop ("What we offer.") is no longer than this."""
_LEADS_ON = frozenset("you if will to have should must are who".split())
"""A line that stops on one of these is finished by the lines below it."""
_COLON_WORDS = 24
_LINES_KEPT = 512
"""More than an advert has: each line is asked for by several rules."""


@lru_cache(maxsize=_LINES_KEPT)
def plain(text: str) -> str:
    """Return the text in lower case with straight quotes, also where a copy lost them (`you ll`), and single spaces."""
    said = " ".join(text.translate(_QUOTES).lower().split())
    return _LOST_QUOTE.sub(r"\1'\2", said) if any(map(said.__contains__, _LOST)) else said


def heading_of(text: str, *, marked: bool = False) -> Part | None:
    """Return what a piece of text announces if it is a heading, else None; `marked` when markup says it is one."""
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    colon = said.rstrip(" .*_-").endswith(":") or said.endswith(("...", "…"))
    bare = _trimmed(said)
    words = (_TRAILING_NOTE.sub("", bare) if bare.endswith(")") else bare).split()
    unfinished = len(words) > 1 and words[-1] in _LEADS_ON
    longest = _COLON_WORDS if colon else _PLAIN_WORDS + 3 * (marked or unfinished)
    if not words or len(words) > longest:
        return None
    bare = _trimmed(" ".join(words))
    if not colon and not marked and said.endswith((".", ",", ";")) and len(words) > _STOPPED_WORDS:
        return None
    return nominal_part(bare) or _phrased(bare, sure=colon or marked or unfinished or said.endswith("?"))


def _trimmed(said: str) -> str:
    """Return the text without marks at its ends; a bracket may close it."""
    start, end = 0, len(said)
    while start < end and not _is_letter(said[start]):
        start += 1
    while start < end and said[end - 1] != ")" and not _is_letter(said[end - 1]):
        end -= 1
    return said[start:end]


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def nominal_part(bare: str) -> Part | None:
    """Headings made of nouns: every word is a heading word or filler, and one at least is a heading word."""
    words = [word for word in _WORD.findall(bare) if word not in "&/,"]
    if (
        not words
        or words[0] == "you"
        or len(words) > _PLAIN_WORDS
        or any(word not in FILLER and word not in CORES for word in words)
    ):
        return None
    told = _told_by_all(words)
    if told is not None:
        return told
    cores = {CORES[word] for word in words if word in CORES}
    if {Part.DUTIES, Part.ASKED} <= cores:
        return Part.NEUTRAL
    if bare.endswith(("description", "information", "details")) and not cores - {Part.FACTS}:
        return None
    return next((part for part in WORTH if part in cores), None)


def _told_by_all(words: list[str]) -> Part | None:
    """Return what the words say only together: "our mission" is no duty, "experience level" asks for nothing."""
    if words == ["role"] or words[-1] in {"level", "type", "size"}:
        return Part.NEUTRAL
    if words[:2] == ["equal", "opportunity"]:
        return Part.LEGAL
    return Part.COMPANY if _only_company(words) else None


def _only_company(words: list[str]) -> bool:
    if words[0] == "our" and words[-1] in {
        "mission",
        "goals",
        "goal",
        "challenge",
        "challenges",
        "values",
        "activities",
    }:
        return True
    return words[0] == "company" and words[-1] in {
        "description",
        "overview",
        "culture",
        "values",
        "information",
        "profile",
    }


def _phrased(bare: str, *, sure: bool) -> Part | None:
    told = (_PHRASED[number] for number in _PHRASES.found_in(bare))
    return next((part for part in told if sure or _stands_alone(bare, part)), None)


_LONELY = {Part.PREFERRED: 6, Part.LEGAL: 4, Part.APPLY: 4, Part.COMPANY: 4, Part.BENEFITS: 6}
_TOO_PLAIN = re.compile(
    r"(?:we are|we're|we have|our|about) .*\b(?:is|are|was|have|has|for|to|in)\b .*|you(?: "
    r"are|'re| have) \w+ .*"
)


def _stands_alone(bare: str, part: Part) -> bool:
    """Without a colon, a heading is short and is no sentence of its own."""
    return len(bare.split()) <= _LONELY.get(part, 7) and not _TOO_PLAIN.match(bare)

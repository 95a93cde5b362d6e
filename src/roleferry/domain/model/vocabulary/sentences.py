"""Cut an advert into sentences, and tell which of them ask for something and which only praise the employer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roleferry.domain.model.text import Span

_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z•\-*])|[ \t]{0,4}\n\s*|\s[•●▪]\s?")
_PERK = re.compile(
    r"\b(?:benefits?|insurances?|pension|401|vacation|holidays?|paid (?:time|leave|parental)|parental|maternity|perks?|"
    r"bonus|salary|compensation|remuneration|equal opportunit\w*|regardless|race|religion|religious|gender|"
    r"disabilit(?:y|ies)|veterans?|diversity|diverse|inclusi(?:ve|on)|discriminat\w*|we offer|lunch|gym|snacks|"
    r"allowance|reimburs\w*|equity|stock options?|apply|your application|applicants?|deadline|contact us|visa|"
    r"relocation|"
    r"working hours|wellness|well-?being|we (?:value|believe|celebrate)|privacy|cv|interviews?|your own pace|"
    r"fun|discounts?|(?:medical|dental|vision),? (?:and|insurance|cover|plan|dental|vision))\b",
    re.IGNORECASE,
)
_ASK = re.compile(
    r"\b(?:experienced?|knowledge|knowledgeable|skills?|skilled|understanding|understand|familiar\w*|proficien\w*|degree|"
    r"bachelor\w*|master\w*|ph\.?d|qualifi\w*|background|expertise|expert|fluen\w*|ability|able to|must|require[ds]?|"
    r"requirements?|you have|certifi\w*|hands-on|strong|solid|good|excellent|plus|advantage\w*|prefer\w*|nice to have|"
    r"years?|technolog\w*|stack|tools?|educat\w*|comfortable|competen\w*|command|working with|bonus points|graduate)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list line; `asks`: it names what a person must bring; `perk`: it speaks of pay or rights."""

    span: Span
    asks: bool
    perk: bool


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text in order, each with what it is for."""
    start = 0
    for end, following in _cuts(text):
        if end > start:
            yield _sentence(text, Span(start, end))
        start = following


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    for found in _END.finditer(text):
        yield found.start(), found.end()
    yield len(text), len(text)


def _sentence(text: str, span: Span) -> Sentence:
    words = span.of(text)
    return Sentence(span, asks=_ASK.search(words) is not None, perk=_PERK.search(words) is not None)

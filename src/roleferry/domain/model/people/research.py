"""Facts about one company, lifted literally from a text a person gives; nothing is added to it (SPEC 3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roleferry.domain.model.people.fact import FactKind
from roleferry.domain.model.text import Span

_MOST_FACTS = 5
_SHORTEST, _LONGEST = 25, 400
_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_SIGNS: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    (FactKind.LAYOFFS, re.compile(r"\b(?:laid off|lay(?:ing)? off|layoffs?|job cuts|redundanc\w+)\b", re.IGNORECASE)),
    (
        FactKind.FUNDING,
        re.compile(r"\b(?:rais(?:ed|es)|series [a-h]\b|seed round|funding|valuation|investors?|ipo)\b", re.IGNORECASE),
    ),
    (
        FactKind.LEADERSHIP_CHANGE,
        re.compile(
            r"\b(?:appoint(?:ed|s)|new (?:ceo|cto|cfo|coo|chief|president|head)|steps? down|"
            r"join(?:ed|s) (?:us )?as|promoted to|succeeds?|named (?:chief|ceo|cto|president))\b",
            re.IGNORECASE,
        ),
    ),
    (
        FactKind.PRODUCT_LAUNCH,
        re.compile(r"\b(?:launch(?:ed|es|ing)?|releas(?:ed|es)|unveil(?:ed|s)|introduc(?:ed|es))\b", re.IGNORECASE),
    ),
    (FactKind.AWARD, re.compile(r"\b(?:award(?:ed)?|won|winner|named (?:one of|among)|ranked)\b", re.IGNORECASE)),
    (
        FactKind.HIRING,
        re.compile(r"\b(?:hiring|we are growing|open(?:ed)? (?:roles|positions)|headcount)\b", re.IGNORECASE),
    ),
    (
        FactKind.NEWS,
        re.compile(
            r"\b(?:open(?:ed|s)|acquir(?:ed|es)|partner(?:ed|ship)|expand(?:ed|s)|announc(?:ed|es))\b", re.IGNORECASE
        ),
    ),
)  # fmt: skip
_ABOUT = re.compile(r"\b(?:is|are|we|provides?|builds?|makes?|helps?|offers?|develops?)\b", re.IGNORECASE)
_MONTHS: tuple[str, ...] = tuple(
    "january february march april may june july august september october november december".split()
)
_ISO_DATE = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_WRITTEN_DATE = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)})(?: (\d{{1,2}}),?)? (20\d\d)\b", re.IGNORECASE)
_ANYBODY = re.compile(r"^(?:we|our|the company)\b|\b(?:we|our)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFact:
    """One literal sentence; `dated` only where it says a full day."""

    text: str
    kind: FactKind
    dated: date | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Research:
    """What a text says about a company; empty where it says nothing."""

    about: str | None = None
    industries: tuple[str, ...] = ()
    facts: tuple[FoundFact, ...] = ()


def research(text: str, *, company: str) -> Research:
    """Return at most five facts: literal sentences that name the company (or say "we") and tell of an event."""
    told = [(sentence, span) for sentence, span in _sentences(text) if _is_about(sentence, company)]
    facts = [fact for sentence, span in told if (fact := _fact(sentence, span)) is not None]
    spans = {fact.span for fact in facts}
    about = next((sentence for sentence, span in told if span not in spans and _ABOUT.search(sentence)), None)
    return Research(about=about, facts=tuple(facts[:_MOST_FACTS]))


def _sentences(text: str) -> Iterator[tuple[str, Span]]:
    for found in _SENTENCE.finditer(text):
        sentence = found.group().rstrip()
        if _SHORTEST <= len(sentence) <= _LONGEST:
            yield sentence, Span(found.start(), found.start() + len(sentence))


def _is_about(sentence: str, company: str) -> bool:
    named = company.strip() and re.search(rf"(?<!\w){re.escape(company.strip())}(?!\w)", sentence, re.IGNORECASE)
    return bool(named) or _ANYBODY.search(sentence) is not None


def _fact(sentence: str, span: Span) -> FoundFact | None:
    kind = next((kind for kind, sign in _SIGNS if sign.search(sentence)), None)
    return FoundFact(text=sentence, kind=kind, dated=_dated(sentence), span=span) if kind else None


def _dated(sentence: str) -> date | None:
    if iso := _ISO_DATE.search(sentence):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    written = _WRITTEN_DATE.search(sentence)
    day = written and (written[1] or written[3])
    if not written or not day:
        return None
    return _day(int(written[4]), _MONTHS.index(written[2].lower()) + 1, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

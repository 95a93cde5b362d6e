"""Figures a person states: how many, of what, which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from roleferry.domain.model.profile.resume import Direction, Extracted, KeyMetric
from roleferry.domain.model.text import Span

_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<sign>[$€£¥₹]|USD ?|EUR ?|Rs\.? ?)?(?P<value>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale> ?(?:[KkMmBb]|bn|mm|MM|million|billion|thousand|crores?|lakhs?)(?![\w]))?(?P<plus>\+)?"
    r"(?P<unit> ?%| percent\b|[xX](?!\w)|(?<=\d)-?(?:fold)\b| ?[\w/-]{0,24})",
)
_UP = re.compile(
    r"\b(?:increas|grew|grow|rais|boost|improv|expand|doubl|tripl|accelerat|gain|lift|scal|rose|up\b|higher|"
    r"added|exceed|generat|"
    r"won|earn|deliver|uplift|maximi|enhanc|surpass|outperform)\w*",
)
_DOWN = re.compile(
    r"\b(?:reduc|decreas|cut|lower|drop|declin|shorten|sav|eliminat|minimi|shrink|shrunk|fewer|less|down\b|"
    r"halv|trim|slash|"
    r"dropped|prevent|avoid)\w*",
)
"""Both are sought in lower case, in a quarter of the time."""
_NOT_UNITS = frozenset(
    "and or in of the to for with by at on from as over per a an is was were that which via using across within "
    "during into while through between than then out up down all each".split()
)
_NOT_FIGURES = re.compile(r"^(?:19|20)\d\d$")
_LABELS = re.compile(
    r"(?:\b(?:windows|python|java|angular|version|ver|v|sql server|iso|level|grade|class|step|top|phase|tier|part|"
    r"office|chapter|section|local|nfpa|gpa|page|room|suite|apt|no|number|gpt|es|html|css|web|c\+\+|net|node|building)\W{0,2})$",
    re.IGNORECASE,
)
"""Words whose number names something instead of counting it."""
_RATINGS = frozenset(
    "v vac vdc volt volts kv kva kw mw watt watts amp amps ma hz khz mhz ghz psi bar hp mm cm inch inches in ft awg kg "
    "lb lbs ton tons tonne tonnes bit bits kb mb gb tb dpi rpm cc".split()
)
_CHANGED = re.compile(
    r"\b(?:by|from|to|saved|saving|recovered|moved|hauled|shipped|lifted|produced)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""Words before a rated quantity that make it a result: "cut the load by 40 kW", "moved 12 tons a day"."""
_NEAR = 110
"""Characters between a word of change and the figure it speaks of."""


def find_metrics(sentence: Extracted, raw_text: str, *, position: int | None) -> Iterator[KeyMetric]:
    """Yield the figures of one bullet or sentence; years, versions and codes are none."""
    text = sentence.span.of(raw_text)
    for match in _FIGURE.finditer(text):
        unit = _unit(match)
        if (
            unit is None
            or _is_rating(unit, text[: match.start()])
            or _LABELS.search(text[max(0, match.start() - 14) : match.start()])
        ):
            continue
        start = sentence.span.start + match.start()
        value = f"{match['sign'] or ''}{match['value']}{match['scale'] or ''}{match['plus'] or ''}"
        if match["unit"].strip() == "%":
            value = text[match.start() : match.end()]
        yield KeyMetric(
            value=value,
            unit=unit,
            direction=_direction(text, match),
            sentence=sentence.value,
            span=Span(start, start + len(value)),
            position=position,
        )


def _is_rating(unit: str, before: str) -> bool:
    """Tell whether a figure says what a thing is rated at, as `480 v`, and not what came of somebody's work."""
    return unit in _RATINGS and _CHANGED.search(before) is None


def _unit(match: re.Match[str]) -> str | None:
    """Return %, the currency, x, or the word counted; None where the figure counts nothing."""
    word = match["unit"].strip()
    if match["sign"]:
        return match["sign"].strip()
    if word in {"%", "percent"}:
        return "%"
    if word.lower() in {"x", "fold", "-fold"}:
        return "x"
    if _NOT_FIGURES.match(match["value"]) and not match["plus"]:
        return None
    plain = word.strip("-/").lower()
    if not plain or plain in _NOT_UNITS or not plain[0].isalpha():
        return "" if match["plus"] or match["scale"] or "," in match["value"] else None
    return plain


@lru_cache(maxsize=1)
def _changes(text: str) -> tuple[tuple[int, Direction], ...]:
    """Return where a sentence speaks of change, and which way; asked for each figure of it in turn."""
    ways = ((_UP, Direction.UP), (_DOWN, Direction.DOWN))
    return tuple((found.start(), way) for pattern, way in ways for found in pattern.finditer(_lower(text)))


def _lower(text: str) -> str:
    """Return the text in lower case, no longer than it was: the one letter that would grow gives its mark away."""
    return text.replace("İ", "I").lower()


def _direction(text: str, match: re.Match[str]) -> Direction:
    """Return the way the nearest word of change before the figure says, else the nearest after it."""
    after = _lower(text[match.end() : match.end() + 40])
    candidates = [(at, way) for at, way in _changes(text) if at < match.start()]
    if candidates:
        place, direction = max(candidates)
        return direction if match.start() - place < _NEAR else Direction.STATED
    if _DOWN.search(after):
        return Direction.DOWN
    return Direction.UP if _UP.search(after) else Direction.STATED

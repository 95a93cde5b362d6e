"""A second opinion on replies whose words no pattern knows: which made-up examples they read like.

Naive Bayes over words and pairs of words; a few hundred examples, counted once, the same in every process.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from roleferry.domain.model.inbound.examples.negative import NEGATIVE
from roleferry.domain.model.inbound.examples.neutral import NEUTRAL
from roleferry.domain.model.inbound.examples.positive import POSITIVE
from roleferry.domain.model.inbound.words import plain_words

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[?!]|\d+")
_SMOOTHING = 0.3
_MAX_WORDS = 150
_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """The likeliest of `positive`, `neutral` and `negative`, how likely from 0 to 1, and the words that say so."""

    sentiment: str
    probability: float
    words: tuple[str, ...]


def vote(plain: str) -> Vote:
    """Compare a reply, made plain, with the examples."""
    traits = sorted(_traits(plain) & _known())
    scores = {name: _prior(name) + sum(_weight(name, trait) for trait in traits) for name in _counts()}
    best = max(scores, key=lambda name: (scores[name], name))
    rest = max(score for name, score in scores.items() if name != best)
    telling = sorted(traits, key=lambda trait: (-_lead(best, trait), trait))[:_TOLD]
    return Vote(
        sentiment=best,
        probability=1 / (1 + math.exp(min(50.0, rest - scores[best]))),
        words=tuple(trait.strip("^$ ") for trait in telling if trait.strip("^$ ")),
    )


def _traits(plain: str) -> frozenset[str]:
    """Name the words and the pairs of words, beginning and end included; any number counts as one."""
    words = ["#" if word.isdigit() else word for word in _WORD.findall(plain)[:_MAX_WORDS]]
    framed = ["^", *words, "$"]
    return frozenset({*framed, *(f"{one} {other}" for one, other in pairwise(framed))})


@cache
def _counts() -> Mapping[str, Counter[str]]:
    groups = {"negative": NEGATIVE, "neutral": NEUTRAL, "positive": POSITIVE}
    return {name: _counted(replies) for name, replies in groups.items()}


def _counted(replies: Iterable[str]) -> Counter[str]:
    return Counter(trait for reply in replies for trait in _traits(plain_words(reply)))


@cache
def _known() -> frozenset[str]:
    return frozenset().union(*_counts().values())


def _prior(name: str) -> float:
    return math.log(_counts()[name]["^"])


def _weight(name: str, trait: str) -> float:
    counts = _counts()[name]
    return math.log((counts[trait] + _SMOOTHING) / (counts["^"] + 2 * _SMOOTHING))


def _lead(name: str, trait: str) -> float:
    return _weight(name, trait) - max(_weight(other, trait) for other in _counts() if other != name)

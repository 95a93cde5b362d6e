"""What two texts share, each term weighted by how much it says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roleferry.domain.model.matching.language import Language

_STILL_GROWING = 10.0
_HALF_WAY = 0.15
_SHORT = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A text as the weights of its terms, and their length as a vector."""

    weights: Mapping[str, float]
    length: float


def profile_of(keys: Iterable[str], *, language: Language) -> Profile:
    """Return what a text is about: a term weighs its rarity, and more, but ever less so, when it is repeated."""
    counts = Counter(keys)
    weighed = {key: language.rarity(key) * times / (times + _STILL_GROWING) for key, times in counts.items()}
    weights = {key: weight for key, weight in weighed.items() if weight}
    return Profile(weights=weights, length=math.sqrt(sum(weight * weight for weight in weights.values())))


def alignment(left: Profile, right: Profile) -> float:
    """
    Return how much two texts speak of the same, 0–1.

    The cosine of the two, stretched so that 0.15, which is what a résumé and an advert of one trade reach, is half
    way; two texts of unrelated trades stay under 0.03. A text of a few words is taken for longer than it is, since two
    words in common of two prove nothing.
    """
    few, many = sorted((left.weights, right.weights), key=len)
    dot = sum([few[key] * many[key] for key in few if key in many])
    cosine = dot / (math.hypot(left.length, _SHORT) * math.hypot(right.length, _SHORT))
    return cosine * (1 + _HALF_WAY) / (cosine + _HALF_WAY)


def coverage(asked: Profile, told: Profile) -> float:
    """Return the share of what is asked, by weight, that the other text speaks of at all."""
    whole = sum(asked.weights.values())
    return sum(weight for key, weight in asked.weights.items() if key in told.weights) / whole if whole else 0.0


def shared(asked: Profile, told: Profile) -> list[str]:
    """Return the terms of both texts, those that count most first."""
    both = [(-weight * told.weights[key], key) for key, weight in asked.weights.items() if key in told.weights]
    both.sort()
    return [key for _, key in both]


def likeness(left: Iterable[str], right: Iterable[str], *, language: Language) -> float:
    """Return the rarity-weighted share (0–1) of all words of two short texts that both hold."""
    ours, theirs = set(left), set(right)
    whole = sum(language.rarity(key) for key in sorted(ours | theirs))
    return sum(language.rarity(key) for key in sorted(ours & theirs)) / whole if whole else 0.0

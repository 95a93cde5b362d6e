"""How close two job titles are: by their words, and by the occupations those words name."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.overlap import likeness

_WORDS = 0.6
_PER_STEP_BACK = 0.9


def trades_of(keys: Iterable[str], *, language: Language) -> Mapping[str, float]:
    """Return the occupation groups some words name, a telling word counting for more; empty when they name none."""
    groups: defaultdict[str, float] = defaultdict(float)
    for key in sorted(set(keys)):
        named = language.trades.get(key, {})
        focus = max(named.values(), default=0.0)
        for group, share in named.items():
            groups[group] += share * focus
    return groups


def closeness(asked: frozenset[str], held: frozenset[str], *, language: Language) -> float:
    """Return how close two titles are, 0–1: the same words, or at least the same occupation."""
    words = likeness(asked, held, language=language)
    trade = _cosine(trades_of(asked, language=language), trades_of(held, language=language))
    return max(words, _WORDS * words + (1 - _WORDS) * trade)


def faded(score: float, steps_back: int) -> float:
    """Return what closeness to an earlier title is still worth."""
    return score * _PER_STEP_BACK**steps_back


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    dot = sum(weight * right.get(group, 0.0) for group, weight in left.items())
    norms = math.sqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
    return dot / norms if norms else 0.0

"""How close two job titles are: by their words, and by the occupations those words name."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.overlap import likeness

_WORDS = 0.6
_PER_STEP_BACK = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title, its words in their common form, the occupations they name, and the square of their length."""

    text: str
    keys: frozenset[str]
    trades: Mapping[str, float]
    norm: float


def trades_of(keys: Collection[str], *, language: Language) -> Mapping[str, float]:
    """Return the occupation groups some words name, a telling word counting for more; empty when they name none."""
    groups: defaultdict[str, float] = defaultdict(float)
    for key in sorted(set(keys)):
        named = language.trades.get(key, {})
        focus = max(named.values(), default=0.0)
        for group, share in named.items():
            groups[group] += share * focus
    return groups


def title_of(text: str, keys: Collection[str], *, language: Language) -> Title:
    """Return a title, of which these words count, ready to be compared."""
    trades = trades_of(keys, language=language)
    norm = sum(share * share for share in trades.values())
    return Title(text=text, keys=frozenset(keys), trades=trades, norm=norm)


def closeness(asked: Title, held: Title, *, language: Language) -> float:
    """Return how close two titles are, 0–1: the same words, or at least the same occupation."""
    words = likeness(asked.keys, held.keys, language=language)
    trade = _cosine(asked, held)
    return max(words, _WORDS * words + (1 - _WORDS) * trade)


def faded(score: float, steps_back: int) -> float:
    """Return what closeness to an earlier title is still worth."""
    return score * _PER_STEP_BACK**steps_back


def _cosine(left: Title, right: Title) -> float:
    dot = sum([weight * right.trades[group] for group, weight in left.trades.items() if group in right.trades])
    norms = math.sqrt(left.norm * right.norm)
    return dot / norms if norms else 0.0

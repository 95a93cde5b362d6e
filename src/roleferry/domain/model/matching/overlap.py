"""Rarity-weighted overlap of two texts: what they share counts by how much it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from roleferry.domain.model.matching.language import Language

_FULL_AT = 1.2


def coverage(asked: Mapping[str, int], told: Mapping[str, int], *, language: Language) -> float:
    """
    Return the share (0–1) of what is asked that the other text tells.

    A term weighs rarity squared, and more when the asking text repeats it; a term told once counts for less than
    one told again (BM25's saturation).
    """
    whole = covered = 0.0
    for key, times in asked.items():
        weight = language.rarity(key) ** 2 * saturated(times)
        whole += weight
        if again := told.get(key):
            covered += weight * saturated(again)
    return covered / whole if whole else 0.0


def saturated(times: int) -> float:
    """Return how much a term counts that is said so many times: 0 never, 0.45 once, towards 1."""
    return times / (times + _FULL_AT)


def shared(asked: Mapping[str, int], told: Mapping[str, int], *, language: Language) -> list[str]:
    """Return the terms of both texts, those that say most first."""
    both = [key for key in asked if key in told]
    return sorted(both, key=lambda key: (-language.rarity(key) * saturated(asked[key]), key))


def likeness(left: Iterable[str], right: Iterable[str], *, language: Language) -> float:
    """Return the rarity-weighted share (0–1) of all words of two short texts that both hold."""
    ours, theirs = set(left), set(right)
    whole = sum(language.rarity(key) for key in sorted(ours | theirs))
    return sum(language.rarity(key) for key in sorted(ours & theirs)) / whole if whole else 0.0

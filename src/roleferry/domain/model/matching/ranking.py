"""Rank texts by how much they have to do with another, by rarity within the collection (GET /jobs, and look-alikes)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from roleferry.domain.model.matching.language import Language

_PAIR_COUNTS = 0.5
_IDF_POWER = 1.5
_LEAST_SAID = 0.6

Feature = str | tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Texts to be searched, each as its features with their weights scaled to length 1."""

    weights: Mapping[Feature, float]
    vectors: tuple[Mapping[Feature, float], ...]

    def rank(self, query: str, *, language: Language) -> tuple[float, ...]:
        """Return how near each text is to the query, 0 (nothing in common) to 1 (the same words), in their order."""
        asked = _scaled(features_of(query, language=language), self.weights)
        return tuple(_dot(asked, vector) for vector in self.vectors)


def collect(texts: Sequence[str], *, language: Language) -> Collection:
    """Return the texts ready to be searched any number of times."""
    counted = [features_of(text, language=language) for text in texts]
    spread = Counter(chain.from_iterable(counted))
    weights = {feature: _weight(feature, among, len(texts), language) for feature, among in spread.items()}
    return Collection(weights=weights, vectors=tuple(_scaled(counts, weights) for counts in counted))


def features_of(text: str, *, language: Language) -> Counter[Feature]:
    """Return a text's words, stemmed, and its pairs of neighbours, with how often each stands there."""
    stems = language.stems(text)
    return Counter[Feature](chain(stems, pairwise(stems)))


def _weight(feature: Feature, among: int, of: int, language: Language) -> float:
    """Rare in the collection, and rare in general; a pair, half as much as a word."""
    words: Iterable[str] = feature if isinstance(feature, tuple) else (feature,)
    said = [_LEAST_SAID + (1 - _LEAST_SAID) * language.rarity(word) for word in words]
    rare = math.pow(math.log((of + 2) / (among + 0.5)), _IDF_POWER)
    return rare * sum(said) / len(said) * (_PAIR_COUNTS if isinstance(feature, tuple) else 1.0)


def _scaled(counts: Mapping[Feature, int], weights: Mapping[Feature, float]) -> Mapping[Feature, float]:
    vector = {feature: (1 + math.log(times)) * weights.get(feature, 0.0) for feature, times in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {feature: weight / length for feature, weight in vector.items() if weight}


def _dot(left: Mapping[Feature, float], right: Mapping[Feature, float]) -> float:
    few, many = sorted((left, right), key=len)
    return sum(weight * many.get(feature, 0.0) for feature, weight in few.items())

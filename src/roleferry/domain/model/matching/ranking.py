"""Rank texts by how much they have to do with another, by rarity within the collection (GET /jobs, and look-alikes)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from roleferry.domain.model.matching.language import Language

_PAIR_COUNTS = 0.5
_IDF_POWER = 1.5
_LEAST_SAID = 0.6
_LENDERS = 20
_LENT = 30.0
_TOO_LITTLE = 0.001
_TEXTS_KEPT = 2_000

Feature = str | tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Texts to be searched: what each feature weighs, in which texts it stands how much, and how near texts are."""

    weights: Mapping[Feature, float]
    standing: Mapping[Feature, Sequence[tuple[int, float]]]
    size: int
    beside: Callable[[int], Sequence[float]]
    """How near every text is to one of them, itself left out."""

    def rank(self, query: str, *, language: Language) -> tuple[float, ...]:
        """
        Return how near each text is to the query, in their order; higher is nearer, 0 is nothing in common.

        What stands near the texts nearest to the query is near to it, too, even if it uses other words: each of the
        nearest lends its own neighbours by the cube of its nearness, so that only close ones lend
        much; the query itself, should it be among them, lends nothing.
        """
        asked = _scaled(features_of(query, language=language), self.weights)
        near = _nearness(asked, self.standing, self.size)
        lent = [0.0] * self.size
        for place in sorted(range(self.size), key=lambda place: (-near[place], place))[:_LENDERS]:
            share = min(1.0, _LENT * near[place] ** 3 * (1 - near[place]))
            if share > _TOO_LITTLE:
                lent = [sum_ + share * other for sum_, other in zip(lent, self.beside(place), strict=True)]
        return tuple(map(sum, zip(near, lent, strict=True)))


def collect(texts: Sequence[str], *, language: Language) -> Collection:
    """Return the texts ready to be searched any number of times."""
    counted = [features_of(text, language=language) for text in texts]
    spread = Counter(chain.from_iterable(counted))
    weights = {feature: _weight(feature, among, len(texts), language) for feature, among in spread.items()}
    vectors = [_scaled(counts, weights) for counts in counted]
    standing: defaultdict[Feature, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for feature, weight in vector.items():
            standing[feature].append((place, weight))

    @lru_cache(maxsize=_TEXTS_KEPT)
    def beside(place: int) -> Sequence[float]:
        near = _nearness(vectors[place], standing, len(vectors))
        near[place] = 0.0
        return tuple(near)

    return Collection(weights=weights, standing=standing, size=len(vectors), beside=beside)


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


def _nearness(
    asked: Mapping[Feature, float], standing: Mapping[Feature, Sequence[tuple[int, float]]], size: int
) -> list[float]:
    """Return the cosine with each text, from the features they share alone."""
    near = [0.0] * size
    for feature, weight in asked.items():
        for place, other in standing.get(feature, ()):
            near[place] += weight * other
    return near

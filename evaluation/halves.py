"""Find the other half of a posting: `query` and `docs` in, one score for each of the docs out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from roleferry.adapters.language import load_language
from roleferry.domain.model.matching.ranking import Collection, collect

TARGETS = {"mrr": 0.65}
_NAMES = ("answer", "target", "index", "gold")
"""What the place of the right document among `docs` may be called."""


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Return how near each document is to the query, in the order given."""
    del root
    docs = _collected(tuple(_text(document) for document in item["docs"]))
    scores = docs.rank(_text(item["query"]), language=load_language())
    return {"id": item["id"], "scores": [round(score, 6) for score in scores]}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Return the mean reciprocal rank of the right document, ties in the middle, and how often it comes first."""
    answers = {answer["id"]: int(next(answer[name] for name in _NAMES if name in answer)) for answer in gold}
    ranks = [_rank(guess["scores"], answers[guess["id"]]) for guess in predictions if guess["id"] in answers]
    if not ranks:
        return {"mrr": 0.0, "first": 0.0}
    return {"mrr": sum(1 / rank for rank in ranks) / len(ranks), "first": sum(rank == 1 for rank in ranks) / len(ranks)}


@lru_cache(maxsize=2)
def _collected(texts: tuple[str, ...]) -> Collection:
    """The same documents often come with many queries."""
    return collect(texts, language=load_language())


def _text(document: Any) -> str:
    return str(document["text"]) if isinstance(document, dict) else str(document)


def _rank(scores: list[float], right: int) -> float:
    better = sum(score > scores[right] for score in scores)
    equal = sum(score == scores[right] for score in scores) - 1
    return 1 + better + equal / 2

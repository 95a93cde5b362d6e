"""Score sets of phrases a text: micro F1 over all texts, and its mean a text, exact and lenient."""

from __future__ import annotations

from typing import Any

from evaluation.likeness import Counts, alike, compare


def score_sets(predictions: list[dict[str, Any]], gold: list[dict[str, Any]], field: str) -> dict[str, float]:
    """Return the figures of one field of both sides, joined by `id`."""
    mine = {prediction["id"]: prediction[field] for prediction in predictions}
    pairs = [(mine.get(answer["id"], []), answer[field]) for answer in gold]
    exact = [compare(found, there) for found, there in pairs]
    lenient = [compare(found, there, same=alike) for found, there in pairs]
    return {**_figures("exact", exact), **_figures("lenient", lenient)}


def _figures(name: str, counts: list[Counts]) -> dict[str, float]:
    total = sum(counts, Counts())
    judged = [count.f1 for count in counts if count.there]
    return {
        f"{name} precision": total.precision,
        f"{name} recall": total.recall,
        f"{name} f1": total.f1,
        f"{name} f1 mean": sum(judged) / len(judged) if judged else 0.0,
    }

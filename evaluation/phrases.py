"""Skill phrases of a sentence: what a person is to know, to be and to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.phrase_sets import score_sets
from roleferry.adapters.vocabulary import load_vocabulary

TARGETS = {"lenient f1": 0.55}


def predict(item: dict[str, Any], _root: Path) -> dict[str, Any]:
    """Return the literal skill phrases of one sentence."""
    mentions = load_vocabulary().skill_phrases(item["text"])
    return {"id": item["id"], "phrases": list(dict.fromkeys(mention.written for mention in mentions))}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Set F1, exact and lenient."""
    return score_sets(predictions, gold, "phrases")

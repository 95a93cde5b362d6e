"""Skills of adverts: tools, languages and fields of knowledge that a posting asks for or names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.phrase_sets import score_sets
from roleferry.adapters.vocabulary import load_vocabulary

TARGETS = {"lenient f1": 0.50}


def predict(item: dict[str, Any], _root: Path) -> dict[str, Any]:
    """Return the literal words of every skill in a posting, listed or known by the words around it."""
    mentions = load_vocabulary().knowledge_phrases(item["text"])
    return {"id": item["id"], "skills": list(dict.fromkeys(mention.written for mention in mentions))}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Set F1, exact and lenient."""
    return score_sets(predictions, gold, "skills")

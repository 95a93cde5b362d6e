"""What one line of an advert is for, without any heading around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation._kinds import f1_by_kind, share
from roleferry.domain.model.jobs.reading import classify_line

TARGETS = {"accuracy": 0.85}


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Return `{"id", "kind"}` for the item's one line."""
    del root
    return {"id": item["id"], "kind": classify_line(item["text"]).value}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Score the share of right kinds, and the F1 of each."""
    by_id = {prediction["id"]: prediction["kind"] for prediction in predictions}
    pairs = [(answer["kind"], by_id.get(answer["id"], "missing")) for answer in gold]
    return {"accuracy": share(true == predicted for true, predicted in pairs), **f1_by_kind(pairs)}

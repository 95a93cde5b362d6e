"""What every line of an advert is for; scored on the lines a person labelled."""

from __future__ import annotations

from collections import defaultdict, deque
from pathlib import Path
from typing import Any

from evaluation._kinds import f1_by_kind, share
from roleferry.domain.model.jobs.reading import label_lines

TARGETS = {"right side": 0.96, "right side, hidden headings": 0.80}

_ASKED = frozenset({"requirement", "preferred"})


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Return `{"id", "lines": [[text, kind]]}` for every line of the item's text."""
    del root
    lines = [[line.text.strip(), kind.value] for line, kind in label_lines(item["text"])]
    return {"id": item["id"], "lines": lines}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Score duties and requirements put on the right side, all and on hand-labelled adverts, and F1 by kind."""
    by_id = {prediction["id"]: prediction for prediction in predictions}
    pairs = {
        answer["id"]: _pairs(by_id[answer["id"]]["lines"], answer["lines"]) for answer in gold if answer["id"] in by_id
    }
    every = [pair for found in pairs.values() for pair in found]
    hidden = [pair for name, found in pairs.items() if name.startswith("hand-") for pair in found]
    return {
        "right side": _right_side(every),
        "right side, hidden headings": _right_side(hidden),
        "all kinds": share(true == predicted for true, predicted in every),
        **f1_by_kind(every),
    }


def _pairs(predicted: list[list[str]], true: list[list[str]]) -> list[tuple[str, str]]:
    """Pair each labelled line with what was predicted for it; the same words twice are taken in order."""
    queued: dict[str, deque[str]] = defaultdict(deque)
    for text, kind in predicted:
        queued[text.strip()].append(kind)
    return [(kind, _next(queued[text.strip()])) for text, kind in true]


def _next(kinds: deque[str]) -> str:
    if not kinds:
        return "missing"
    return kinds.popleft() if len(kinds) > 1 else kinds[0]


def _right_side(pairs: list[tuple[str, str]]) -> float:
    asked_or_done = [(true, predicted) for true, predicted in pairs if true in {"responsibility", "requirement"}]
    return share(_side(true) == _side(predicted) for true, predicted in asked_or_done)


def _side(kind: str) -> str:
    return "requirement" if kind in _ASKED else kind

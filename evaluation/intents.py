"""What short replies want, and whether they ask for no more mail (intents)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from roleferry.domain.model.inbound.intent import read_intent

TARGETS = {"intent": 0.88, "unsubscribe_recall": 1.0, "unsubscribe_precision": 1.0}


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Read one reply."""
    del root
    intent = read_intent(item["text"])
    return {"id": item["id"], "intent": intent.sentiment.value, "unsubscribe": intent.unsubscribe}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Measure accuracy of the intent, and opt-outs missed or invented."""
    found = {prediction["id"]: prediction for prediction in predictions}
    pairs = [(found.get(answer["id"], {}), answer) for answer in gold]
    asked = [guess.get("unsubscribe") for guess, answer in pairs if answer.get("unsubscribe")]
    guessed = [bool(answer.get("unsubscribe")) for guess, answer in pairs if guess.get("unsubscribe")]
    return {
        "intent": sum(guess.get("intent") == answer["intent"] for guess, answer in pairs) / len(pairs),
        "unsubscribe_recall": sum(map(bool, asked)) / len(asked) if asked else 1.0,
        "unsubscribe_precision": sum(guessed) / len(guessed) if guessed else 1.0,
    }

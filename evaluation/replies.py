"""What is new in a reply, without quotes and signature (replies, see the data's README)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from roleferry.domain.model.inbound.quotes import strip_html, strip_text

TARGETS = {"exact": 0.92, "word_f1": 0.96}
_WORD = re.compile(r"\w+")


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Strip one reply."""
    del root
    strip = strip_html if item["kind"] == "html" else strip_text
    return {"id": item["id"], "reply": strip(item["text"]).text}


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Measure exact replies and word F1; signature lines and spacing are free."""
    found = {prediction["id"]: prediction["reply"] for prediction in predictions}
    pairs = [(found.get(answer["id"], ""), answer) for answer in gold]
    return {
        "exact": sum(_exact(reply, answer) for reply, answer in pairs) / len(pairs),
        "word_f1": sum(_word_f1(reply, answer) for reply, answer in pairs) / len(pairs),
    }


def _squeezed(lines: list[str]) -> list[str]:
    return [squeezed for line in lines if (squeezed := "".join(line.split()))]


def _exact(reply: str, answer: dict[str, Any]) -> bool:
    """Whether all lines to keep are there and nothing else but signature; line breaks do not matter."""
    return _required(reply, answer) == "".join(_squeezed(answer["keep"]))


def _required(reply: str, answer: dict[str, Any]) -> str:
    free = Counter(_squeezed(answer["optional"])) - Counter(_squeezed(answer["keep"]))
    kept: list[str] = []
    for line in _squeezed(reply.split("\n")):
        if free[line]:
            free[line] -= 1
        else:
            kept.append(line)
    return "".join(kept)


def _word_f1(reply: str, answer: dict[str, Any]) -> float:
    wanted = Counter(_WORD.findall("\n".join(answer["keep"]).lower()))
    given = Counter(_WORD.findall(reply.lower())) - Counter(_WORD.findall("\n".join(answer["optional"]).lower()))
    given |= Counter({word: count for word, count in wanted.items() if word in reply.lower()}) & wanted
    shared = (wanted & given).total()
    return 2 * shared / (wanted.total() + given.total()) if wanted or given else 1.0

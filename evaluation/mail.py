"""Messages that come back: what sort, for good or not, why, and for whom (mail, see the data's README)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from roleferry.domain.model.inbound.bounce import read_bounce
from roleferry.domain.model.inbound.kind import MailKind, kind_of
from roleferry.domain.model.inbound.message import read_mail

TARGETS = {
    "kind": 0.985,
    "bounce_f1": 0.99,
    "hard": 0.88,
    "family": 0.80,
    "recipients": 0.98,
}
_KINDS = {MailKind.AUTO_REPLY: "autoreply"}


def predict(item: dict[str, Any], root: Path) -> dict[str, Any]:
    """Read one raw message."""
    mail = read_mail((root / item["path"]).read_bytes())
    kind = kind_of(mail)
    bounce = read_bounce(mail) if kind is MailKind.BOUNCE else None
    recipients = bounce.recipients if bounce else ()
    first = recipients[0] if recipients else None
    return {
        "id": item["id"],
        "kind": _KINDS.get(kind, kind.value),
        "hard": first.hard if first else None,
        "family": first.family.value if first and first.family else None,
        "recipients": [recipient.address for recipient in recipients],
    }


def score(predictions: list[dict[str, Any]], gold: list[dict[str, Any]]) -> dict[str, float]:
    """Measure against the gold: accuracy and F1 of the kind; hard, family and recipients over bounces."""
    found = {prediction["id"]: prediction for prediction in predictions}
    pairs = [(found.get(answer["id"], {}), answer) for answer in gold]
    bounces = [(guess, answer) for guess, answer in pairs if answer["kind"] == "bounce"]
    single = [(guess, answer) for guess, answer in bounces if not answer.get("mixed")]
    return {
        "kind": _share([guess.get("kind") == answer["kind"] for guess, answer in pairs]),
        **{f"{kind}_f1": _f1(pairs, "kind", kind) for kind in ("bounce", "complaint", "autoreply", "other")},
        "hard": _share([guess.get("hard") == answer["hard"] for guess, answer in single if answer["hard"] is not None]),
        "hard_f1": _f1([pair for pair in single if pair[1]["hard"] is not None], "hard", expected=True),
        "family": _share([guess.get("family") == answer["family"] for guess, answer in bounces if answer["family"]]),
        "recipients": _share([_reaches(guess, answer) for guess, answer in bounces if "recipients_n" in answer]),
    }


def _reaches(guess: dict[str, Any], answer: dict[str, Any]) -> bool:
    return bool(len(guess.get("recipients") or ()) == answer["recipients_n"])


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0


def _f1(pairs: list[tuple[dict[str, Any], dict[str, Any]]], field: str, expected: object) -> float:
    counts = Counter((guess.get(field) == expected, answer.get(field) == expected) for guess, answer in pairs)
    right, missed, invented = counts[True, True], counts[False, True], counts[True, False]
    return 2 * right / (2 * right + missed + invented) if right else 0.0

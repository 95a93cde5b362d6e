"""Figures that both tasks about the lines of adverts share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

KINDS = ("responsibility", "requirement", "preferred", "other")


def f1_by_kind(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return the F1 of each kind over (true, predicted) pairs, for the kinds that occur."""
    return {f"{kind} F1": _f1(pairs, kind) for kind in KINDS if any(kind in pair for pair in pairs)}


def share(hits: Iterable[bool]) -> float:
    """Return the share that is true; 0 where there is nothing to count."""
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 0.0


def _f1(pairs: Sequence[tuple[str, str]], kind: str) -> float:
    right = sum(true == kind == predicted for true, predicted in pairs)
    named = sum(true == kind for true, _ in pairs) + sum(predicted == kind for _, predicted in pairs)
    return 2 * right / named if named else 0.0

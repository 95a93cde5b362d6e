"""Tell whether two résumé lines tell the same thing, as a bullet and the accomplishment that sums it up do."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"\d[\d,.]*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_MOSTLY = 0.6


def same_result(one: str, other: str) -> bool:
    """Tell whether the lines are the same, or share their figures and most of their words."""
    if one == other:
        return True
    few, many = sorted((_figures(one), _figures(other)), key=len)
    if not few or not few <= many:
        return False
    less, more = sorted((_words(one), _words(other)), key=len)
    return bool(less) and len(less & more) >= _MOSTLY * len(less)


def _figures(line: str) -> frozenset[str]:
    return frozenset(found.rstrip(",.") for found in _FIGURE.findall(line))


def _words(line: str) -> frozenset[str]:
    return frozenset(found[:_STEM].casefold() for found in _WORD.findall(line))

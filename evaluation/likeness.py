"""Compare values as the README of the sets says: one to one, exactly or leniently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

_MORE_WORDS = 3
"""A value that contains the other may have this many words more."""
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values were found, how many of them rightly, how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def precision(self) -> float:
        """Share of the found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def normal(value: object) -> str:
    """Return the words in lower case, without accents and punctuation (`c++` and `c#` keep their signs)."""
    plain = unicodedata.normalize("NFKD", str(value)).lower()
    plain = "".join(char for char in plain if not unicodedata.combining(char)).replace("&", " and ")
    return " ".join(re.findall(r"[\w+#]+", plain))


def alike(left: str, right: str) -> bool:
    """Whether two normal values are the same, one holds the other and little more, or both are 0.85 alike."""
    if not left or not right:
        return left == right
    shorter, longer = sorted((left.split(), right.split()), key=len)
    if len(longer) - len(shorter) <= _MORE_WORDS and f" {' '.join(shorter)} " in f" {' '.join(longer)} ":
        return True
    return SequenceMatcher(None, left, right).ratio() >= _ALIKE


def compare(
    found: Iterable[str],
    there: Iterable[str],
    *,
    same: Callable[[str, str], bool] = str.__eq__,
    key: Callable[[str], str] = normal,
) -> Counts:
    """Match one to one, equal values first, and count; both sides are normalised and made unique first."""
    mine = list(dict.fromkeys(filter(None, map(key, found))))
    gold = list(dict.fromkeys(filter(None, map(key, there))))
    exact = [value for value in mine if value in gold]
    left, open_gold = (
        [v for v in mine if v not in exact],
        [v for v in gold if v not in exact],
    )
    right = len(exact)
    for value in left:
        match = next((other for other in open_gold if same(value, other)), None)
        if match is not None:
            open_gold.remove(match)
            right += 1
    return Counts(right, len(mine), len(gold))

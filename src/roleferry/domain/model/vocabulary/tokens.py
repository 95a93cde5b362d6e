"""Words as the vocabulary sees them: lower case, with the marks that belong to names of skills kept apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from roleferry.domain.model.text import Span

_TOKEN = re.compile(r"([^\W_]+|[+#&/]|\.(?<![^\W_]\.)[^\W_\d][^\W_]*)")
_MAX_GAP = 3
_GAP_MARKS = frozenset("-._'\u2010\u2011\u2013\u2019\u00a0")
_JOINING = _GAP_MARKS | {"", " "}
_SAME = {"and": "&"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of a text: the comparison key of each, and what stands between them."""

    text: str
    keys: Sequence[str]
    gaps: Sequence[str]
    """What stands before each, and last what stands after the last."""
    edges: Sequence[int]
    """Where each begins and ends, one after the other."""

    def __len__(self) -> int:
        return len(self.keys)

    def start(self, at: int) -> int:
        """Return where a token begins."""
        return self.edges[2 * at]

    def span(self, at: int, after: int) -> Span:
        """Return the place of the tokens `[at, after)`."""
        return Span(self.edges[2 * at], self.edges[2 * after - 1])

    def capital(self, at: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.text[self.edges[2 * at]].isupper()

    def joined(self, at: int) -> bool:
        """Tell whether a token may go on the name of the one before: a space, hyphen, dot or line break between."""
        gap = self.gaps[at]
        return gap in _JOINING or (len(gap) <= _MAX_GAP and gap.isspace() and gap.count("\n") <= 1)


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens; `and` is read as `&`, so that one spelling stands for both."""
    parts = _parts(text)
    return Tokens(text, _keys(parts[1::2]), parts[::2], list(accumulate(map(len, parts))))


def keys_of(written: str) -> tuple[str, ...]:
    """Return only the comparison keys of a short text."""
    return tuple(_keys(_parts(written)[1::2]))


def _parts(text: str) -> list[str]:
    """Return gap, token, gap …; in lower case, unless that makes the text longer and moves its letters."""
    lowered = text.lower()
    return _TOKEN.split(lowered if len(lowered) == len(text) else text)


def _keys(written: Sequence[str]) -> list[str]:
    lowered = list(map(str.lower, written))
    return list(map(_SAME.get, lowered, lowered))

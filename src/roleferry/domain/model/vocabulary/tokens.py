"""Words as the vocabulary sees them: lower case, with the marks that belong to names of skills kept apart."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(r"[^\W_]+|[+#&/]|\.(?<![^\W_]\.)[^\W_\d][^\W_]*")
_MAX_GAP = 3
_GAP_MARKS = frozenset("-._'\u2010\u2011\u2013\u2019\u00a0")


_SAME = {"and": "&"}
_TAKEN = tuple.__new__
"""A third of the cost of the named constructor, which tells in texts of a thousand words."""


class Token(NamedTuple):
    """One word or mark: its comparison key, and where it stands as `[start, end)`."""

    key: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Cut a text into tokens; `and` is read as `&`, so that one spelling stands for both."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return [Token(_key(found.group()), found.start(), found.end()) for found in _TOKEN.finditer(text)]
    return [
        _TAKEN(Token, (_SAME.get(key := found[0], key), found.start(), found.end()))
        for found in _TOKEN.finditer(lowered)
    ]


def keys_of(written: str) -> tuple[str, ...]:
    """Return only the comparison keys of a short text."""
    lowered = written.lower()
    keys = _TOKEN.findall(lowered if len(lowered) == len(written) else written)
    return tuple(_key(key) for key in keys)


def joins(text: str, left: Token, right: Token) -> bool:
    """Tell whether two neighbouring tokens may belong to one name: a space, hyphen, dot or line break between."""
    width = right.start - left.end
    if width == 0:
        return True
    if width > _MAX_GAP:
        return False
    gap = text[left.end : right.start]
    return (width == 1 and gap in _GAP_MARKS) or (gap.isspace() and gap.count("\n") <= 1)


def _key(written: str) -> str:
    lowered = written.lower()
    return _SAME.get(lowered, lowered)

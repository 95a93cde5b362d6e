"""Cut prose into sentences, and tell whether two of them say the same words."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"(?<=[.!?])[\"”')\]]*\s+(?=[\"“'(\[]?[A-Z0-9À-ÞА-Я])|\n+")
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|avg|est|incl|no|inc|ltd|co|corp|st|dr|mr|mrs|ms|prof|sr|jr|[a-z])\.)$",
    re.IGNORECASE,
)
_NOT_WORD = re.compile(r"[\W_]+")
_FEWEST_WORDS = 4
_TEXTS_KEPT = 2_048


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`, in order; a line break ends one, an abbreviation or an open bracket never."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.start()]
        if "\n" not in end.group() and (_SHORTENED.search(piece) or piece.count("(") > piece.count(")")):
            continue
        found.append(piece.strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(piece for piece in found if piece)


def same_words(sentence: str) -> str:
    """Return the sentence without case, punctuation and spacing, for comparing two of them."""
    return _NOT_WORD.sub(" ", sentence.casefold()).strip()


@lru_cache(maxsize=_TEXTS_KEPT)
def said(text: str) -> frozenset[str]:
    """Return what `text` says, sentence by sentence; greetings, names and other scraps under four words left out."""
    words = (same_words(sentence) for sentence in sentences(text))
    return frozenset(sentence for sentence in words if len(sentence.split()) >= _FEWEST_WORDS)

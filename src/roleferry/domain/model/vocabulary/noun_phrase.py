"""Cut the words after a cue into the noun phrases they list: `a solid grasp of SQL and the German tax code to …`."""

from __future__ import annotations

import re

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.phrase_words import PhraseWords

_MAX_WORDS = 4
_REACH = 90
"""Characters a list after a cue may have."""
_WORD = re.compile(r"[^\s,;:()\[\]]+")
_SPLIT = re.compile(
    r"[,;:()]|\s/\s|/(?=[A-Z])|\s&\s|\b(?:and/or|and|or|as well as|such as|e\.g\.|including|like)\b", re.IGNORECASE
)
_MARKS = "\"'“”‘’*-–•<.>!?"


def noun_phrases(text: str, span: Span, words: PhraseWords) -> list[Span]:
    """
    Return the things a list names, from its start: `SQL, R and a bit of Python to build` → SQL, R, Python.

    The list ends at the first part that runs on into a clause, and after a few words at the latest.
    """
    found: list[Span] = []
    for part in _parts(text, Span(span.start, _within_reach(text, span))):
        phrase, ends = _phrase(text, part, words)
        if phrase is not None:
            found.append(phrase)
        if ends:
            break
    return found


def _phrase(text: str, part: Span, words: PhraseWords) -> tuple[Span | None, bool]:
    """Return the noun phrase that starts a part, if it names something, and whether the list ends with it."""
    parts = [Span(found.start(), found.end()) for found in _WORD.finditer(text, part.start, part.end)]
    bare = [one.of(text).strip(_MARKS).lower() for one in parts]
    start = next((at for at, word in enumerate(bare) if word not in words.lead), len(bare))
    stop = next((at for at in range(start, len(bare)) if bare[at] in words.stop), len(bare))
    ends = stop < len(bare) or stop - start > _MAX_WORDS + 1
    while stop > start and bare[stop - 1] in words.trail:
        stop -= 1
    if not 0 < stop - start <= _MAX_WORDS or words.say_nothing(bare[start:stop]):
        return None, ends
    return _without_marks(text, Span(parts[start].start, parts[stop - 1].end)), ends


def _within_reach(text: str, span: Span) -> int:
    """Return where to stop reading, never within a word."""
    end = span.start + _REACH
    if end >= span.end:
        return span.end
    return max(text.rfind(" ", span.start, end), span.start)


def _parts(text: str, span: Span) -> list[Span]:
    starts = [span.start]
    ends: list[int] = []
    for cut in _SPLIT.finditer(text, span.start, span.end):
        ends.append(cut.start())
        starts.append(cut.end())
    ends.append(span.end)
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def _without_marks(text: str, span: Span) -> Span | None:
    written = span.of(text)
    left = len(written) - len(written.lstrip(_MARKS))
    right = len(written.rstrip(_MARKS))
    return Span(span.start + left, span.start + right) if right > left else None

"""Letters to words, words to segments: stretches of one line with no wide gap within."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from roleferry.adapters.documents.layout import Segment
from roleferry.adapters.documents.pdf_glyphs import Glyph

_WORD_GAP = 0.17
"""Of the letter size: wider than kerning, narrower than the tightest word space."""
_SEGMENT_GAP = 1.1
"""Of the letter size: wider than the widest justified word space."""
_SPREAD_GAP = 3.5
_SAME_LINE = 0.3
_LEAST_SPREAD = 4
"""Letters of a spread-out word, `J O H N`."""
_NEXT_WORD = 1.7
"""A gap this much wider than those between the letters of a spread-out word ends it."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space; `spread` ones were set apart, and so are the words they make."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    spread: bool = False


def segments_of(glyphs: Iterable[Glyph]) -> list[Segment]:
    """Return the segments of a page, row by row from the top, left to right."""
    return [segment for row in _rows(_words(glyphs)) for segment in _split(row)]


def _words(glyphs: Iterable[Glyph]) -> list[Word]:
    words: list[Word] = []
    letters: list[Glyph] = []
    for glyph in glyphs:
        blank = glyph.char.isspace() or glyph.char == "\u00a0"
        if letters and (blank or not _goes_on(letters[-1], glyph)):
            words.append(_word(letters))
            letters = []
        if not blank:
            letters.append(glyph)
    if letters:
        words.append(_word(letters))
    return words


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    gap = glyph.x0 - last.x1
    return abs(glyph.y - last.y) <= _SAME_LINE * size and -0.6 * size <= gap <= _WORD_GAP * size


def _word(letters: list[Glyph]) -> Word:
    return Word(
        "".join(glyph.char for glyph in letters),
        letters[0].x0,
        letters[-1].x1,
        statistics.median(glyph.y for glyph in letters),
        max(glyph.size for glyph in letters),
        sum(glyph.bold for glyph in letters) * 2 > len(letters),
    )


def _rows(words: list[Word]) -> list[list[Word]]:
    """Gather words on one baseline; each row is sorted in the direction it is read."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.y, word.x0)):
        if rows and word.y - rows[-1][0].y <= _SAME_LINE * max(word.size, rows[-1][-1].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.x0) for row in rows]


def _split(row: list[Word]) -> list[Segment]:
    groups: list[list[Word]] = []
    for word in _unspread(row):
        if groups and (_is_near(groups[-1][-1], word) or _is_bullet(groups[-1])):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [_segment(group) for group in groups]


def _is_near(last: Word, word: Word) -> bool:
    limit = _SPREAD_GAP if last.spread and word.spread else _SEGMENT_GAP
    return word.x0 - last.x1 <= limit * max(word.size, last.size)


def _is_bullet(words: list[Word]) -> bool:
    return len(words) == 1 and len(words[0].text) == 1 and not words[0].text.isalnum()


def _segment(words: list[Word]) -> Segment:
    ordered = words[::-1] if _right_to_left("".join(word.text for word in words)) else words
    letters = sum(len(word.text) for word in words)
    return Segment(
        text=" ".join(word.text for word in ordered),
        x0=words[0].x0,
        x1=words[-1].x1,
        y=statistics.median(word.y for word in words),
        size=max(word.size for word in words),
        bold=sum(len(word.text) for word in words if word.bold) * 2 > letters,
    )


def _right_to_left(text: str) -> bool:
    strong = [char for char in text if char.isalpha()]
    return sum("\u0590" <= char <= "\u08ff" for char in strong) * 2 > len(strong)


def _unspread(row: list[Word]) -> list[Word]:
    """Put letters that were set apart for looks, `J O H N  D O E`, together into words again."""
    result: list[Word] = []
    single: list[Word] = []
    for word in [*row, None]:
        if word is not None and len(word.text) == 1 and (not single or word.x0 - single[-1].x1 < 2 * word.size):
            single.append(word)
            continue
        result += _joined(single)
        single = [word] if word is not None and len(word.text) == 1 else []
        if word is not None and not single:
            result.append(word)
    return result


def _joined(letters: list[Word]) -> list[Word]:
    if len(letters) < _LEAST_SPREAD or not all(letter.text.isalpha() for letter in letters):
        return letters
    gaps = [right.x0 - left.x1 for left, right in pairwise(letters)]
    limit = _NEXT_WORD * statistics.median(gaps)
    words: list[list[Word]] = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > limit:
            words.append([letter])
        else:
            words[-1].append(letter)
    return [
        Word(
            "".join(part.text for part in word),
            word[0].x0,
            word[-1].x1,
            word[0].y,
            word[0].size,
            word[0].bold,
            spread=True,
        )
        for word in words
    ]

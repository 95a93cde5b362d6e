"""Lines that a mail program broke at a fixed width, put together again; the text itself stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.text import Span

_WIDEST = 100
_BROKEN = 45
"""A line shorter than this was ended by its writer."""
_ENOUGH = 3
_GOES_ON = re.compile(r"[ \t]{0,12}[a-z(&]")
_ENDS = (".", ":", ";", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What belongs together: its place, and the first and last physical line it covers."""

    span: Span
    first: int
    last: int


def paragraphs_of(raw_text: str, lines: Sequence[Span]) -> list[Paragraph]:
    """Return every physical line by itself, or joined with those it goes on in where the text is hard-wrapped."""
    joins = {at for at in range(1, len(lines)) if _goes_on(raw_text, lines[at - 1], lines[at])}
    wrapped = len(joins) >= _ENOUGH and all(line.end - line.start <= _WIDEST for line in lines)
    paragraphs: list[Paragraph] = []
    for at, line in enumerate(lines):
        if wrapped and at in joins:
            before = paragraphs.pop()
            paragraphs.append(Paragraph(Span(before.span.start, line.end), before.first, at))
        else:
            paragraphs.append(Paragraph(line, at, at))
    return paragraphs


def _goes_on(raw_text: str, before: Span, line: Span) -> bool:
    """Tell whether a line is the rest of the one before: that one is full and unfinished, this one begins small."""
    text = before.of(raw_text).rstrip()
    together = raw_text.count("\n", before.end, line.start) <= 1
    full = len(text) >= _BROKEN and not text.endswith(_ENDS)
    return together and full and _GOES_ON.match(raw_text, line.start, line.end) is not None

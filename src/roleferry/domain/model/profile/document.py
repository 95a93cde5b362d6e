"""A document as lines with their place on the page, in reading order, whatever kind of file it came from (SPEC 3.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from roleferry.domain.model.errors import Invalid

_SPREAD = re.compile(r"^\s*(?:[^\W\d_] ){2,}[^\W\d_](?:\s{2,}(?:[^\W\d_] )*[^\W\d_])*\s*$")


def unspread(line: str) -> str:
    """Put letters set apart for looks together again: `J O H N   D O E` is John Doe; other lines stay as they are."""
    if not _SPREAD.match(line):
        return line
    return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", line.strip()))


class UnreadableReason(StrEnum):
    """Why a file cannot be read."""

    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_LONG = "too_long"
    EXPANDS_TOO_MUCH = "expands_too_much"
    TIMED_OUT = "timed_out"
    UNKNOWN_TYPE = "unknown_type"
    DAMAGED = "damaged"


_ADVICE: Mapping[UnreadableReason, tuple[str, str]] = {
    UnreadableReason.ENCRYPTED: (
        "The file is protected by a password.",
        "Save it without a password and upload again.",
    ),
    UnreadableReason.SCANNED: (
        "The file holds pictures of text, but no text.",
        "Export it as PDF from your word processor, or upload the DOCX.",
    ),
    UnreadableReason.EMPTY: (
        "There is no text in the file.",
        "Check that you picked the right file and upload again.",
    ),
    UnreadableReason.TOO_BIG: (
        "The file is larger than 5 MB.",
        "Remove pictures from it and upload again.",
    ),
    UnreadableReason.TOO_MANY_PAGES: (
        "The file has more than 50 pages.",
        "Upload the résumé alone.",
    ),
    UnreadableReason.TOO_LONG: ("The file holds far more text than a résumé.", "Upload the résumé alone."),
    UnreadableReason.EXPANDS_TOO_MUCH: (
        "The file unpacks to far more than a résumé holds.",
        "Export it as PDF from your word processor and upload that.",
    ),
    UnreadableReason.TIMED_OUT: (
        "Reading the file took too long.",
        "Export it as PDF from your word processor and upload that.",
    ),
    UnreadableReason.UNKNOWN_TYPE: (
        "The file is not of a kind we read.",
        "Upload a PDF, DOCX, RTF, HTML, Markdown or plain text file.",
    ),
    UnreadableReason.DAMAGED: (
        "The file is damaged.",
        "Save it again from your word processor and upload that.",
    ),
}


class Unreadable(Invalid):
    """The file cannot be read."""

    code: ClassVar[str] = "resume.unreadable"

    def __init__(self, reason: UnreadableReason) -> None:
        self.reason = reason
        self.what, self.what_to_do = _ADVICE[reason]
        super().__init__(f"{self.what} {self.what_to_do}", reason=reason.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text; wide gaps within it are tabs. Lengths are in points from the top left of the page.

    `size` is the height of its letters in points, 0 where the file does not say; `block` numbers the column, cell or
    box it stands in, in reading order over the whole document; `heading` is 1–6 where the file itself marks a heading.
    """

    text: str
    page: int = 1
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    size: float = 0.0
    bold: bool = False
    block: int = 0
    heading: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Lines in reading order. `raw_text` is their texts joined by newlines, and every span points into it."""

    lines: tuple[Line, ...]

    @property
    def raw_text(self) -> str:
        """The whole text."""
        return "\n".join(line.text for line in self.lines)

    @property
    def starts(self) -> tuple[int, ...]:
        """Offset of each line in `raw_text`."""
        offsets, offset = [], 0
        for line in self.lines:
            offsets.append(offset)
            offset += len(line.text) + 1
        return tuple(offsets)

    @property
    def pages(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of each page that has any, first page first."""
        numbers = sorted({line.page for line in self.lines})
        return tuple(tuple(line for line in self.lines if line.page == number) for number in numbers)

    @staticmethod
    def of_text(text: str) -> Document:
        """Lay out plain text, one line a line; indentation gives `x0`, and nothing is known of sizes and weights."""
        lines = list(map(unspread, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
        return Document(
            lines=tuple(
                Line(
                    text=line,
                    x0=float(len(line) - len(line.lstrip())),
                    y0=float(number),
                    x1=float(len(line)),
                )
                for number, line in enumerate(lines)
            )
        )

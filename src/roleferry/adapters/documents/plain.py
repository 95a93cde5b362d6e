"""Plain text and Markdown of every encoding to lines."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from roleferry.adapters.documents.cleaning import clean
from roleferry.adapters.documents.limits import MAX_LINES
from roleferry.domain.model.profile.document import (
    Document,
    Line,
    Unreadable,
    UnreadableReason,
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}\s+\S|\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\s]+\)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(<?(?:mailto:|tel:)?([^)\s>]+)>?(?:\s+\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`|~~)")
_ESCAPE = re.compile(r"\\([-\\`*_{}\[\]()#+.!|>~&])")
_BULLET = re.compile(r"^(\s*)[*+-]\s+")
_RULE = re.compile(r"^\s*([-*_=]\s*){3,}$")
_ODD = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_FEW = 0.02
"""Share of letters that no text holds; a file of other bytes has many more."""
_SAMPLE = 20_000


def decode(data: bytes) -> str:
    """
    Return the text of bytes in UTF-8, UTF-16, UTF-32 or Windows-1252.

    Raises:
        Unreadable: the bytes are no text in any of them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    text = _unmarked(data)
    sample = text[:_SAMPLE]
    odd = len(_ODD.findall(sample))
    if odd > _FEW * len(sample) + 1:
        raise Unreadable(UnreadableReason.UNKNOWN_TYPE)
    return text


def _unmarked(data: bytes) -> str:
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    half = min(len(data), _SAMPLE) / 2
    if max(even, odd) > 0.3 * half:
        return data.decode("utf-16-be" if even > odd else "utf-16-le", errors="replace")
    data = data.replace(b"\x00", b"")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_plain(data: bytes) -> tuple[Line, ...]:
    """
    Return the lines of a text; where it is Markdown, headings and weight are told by their marks.

    Raises:
        Unreadable: the bytes are no text, or it has more lines than a document may have; told before they are made.
    """
    text = clean(decode(data))
    if text.count("\n") > MAX_LINES:
        raise Unreadable(UnreadableReason.TOO_LONG)
    lines = Document.of_text(text).lines
    return tuple(map(_unmarked_line, lines)) if _MARKDOWN.search(text) else lines


def _unmarked_line(line: Line) -> Line:
    text = line.text.rstrip()
    if _RULE.match(text):
        return replace(line, text="", x1=0.0)
    heading = _HEADING.match(text)
    text = heading[2] if heading else text
    body = _BULLET.sub(r"\1• ", text)
    bold = bool(heading) or (body.startswith(("**", "__")) and not body.startswith("• "))
    body = _EMPHASIS.sub("", _LINK.sub(_shown, body))
    body = re.sub(r"[ \t]*\t[ \t]*", "\t", _ESCAPE.sub(r"\1", body)).strip(" ")
    if body.startswith("|") and body.endswith("|"):
        body = "\t".join(cell.strip() for cell in body.strip("|").split("|"))
    return replace(line, text=body, bold=bold, heading=len(heading[1]) if heading else 0)


def _shown(link: re.Match[str]) -> str:
    text, target = link[1], link[2]
    same = target.rstrip("/").removeprefix("https://").removeprefix("http://") in text or target in text
    return text if same or not target.strip("#") else f"{text} ({target})"

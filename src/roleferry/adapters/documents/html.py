"""HTML to lines: blocks end lines, cells are parted by tabs, headings keep their level."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree, html  # pyright: ignore[reportAttributeAccessIssue] - lxml has no stubs

from roleferry.adapters.documents.cleaning import clean
from roleferry.adapters.documents.plain import decode
from roleferry.domain.model.profile.document import Line, Unreadable, UnreadableReason

_HIDDEN = {
    "script",
    "style",
    "head",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
    "title",
}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "table", "tr", "ul", "tbody", "thead", "caption",
}  # fmt: skip
_BOLD = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEEPEST = 200


def read_html(data: bytes) -> tuple[Line, ...]:
    """
    Return the lines a browser would show.

    Raises:
        Unreadable: there is no document in it.
    """
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(clean(decode(data)), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(UnreadableReason.DAMAGED) from error
    writer = _Writer()
    _walk(root, writer, bold=False, depth=0)
    writer.end_line()
    return tuple(writer.lines)


@dataclass(slots=True)
class _Writer:
    """The lines so far and the one being written."""

    lines: list[Line] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    weights: list[bool] = field(default_factory=list)
    heading: int = 0

    def add(self, text: str | None, *, bold: bool) -> None:
        """Write text on the current line."""
        if text:
            words = re.sub(r"[ \t\r\n]+", " ", text)
            self.parts.append(words)
            if words.strip():
                self.weights.append(bold)

    def end_line(self) -> None:
        """Close the line unless it is empty."""
        text = re.sub(r" *\t[ \t]*", "\t", re.sub(r" {2,}", " ", "".join(self.parts))).strip()
        if text and text != "•":
            bold = bool(self.weights) and all(self.weights)
            self.lines.append(
                Line(
                    text=text,
                    y0=float(len(self.lines)),
                    bold=bold,
                    heading=self.heading,
                )
            )
        self.parts, self.weights, self.heading = [], [], 0


def _walk(node: etree._Element, writer: _Writer, *, bold: bool, depth: int) -> None:
    tag = node.tag if isinstance(node.tag, str) else ""
    if not tag or tag in _HIDDEN or node.get("hidden") is not None or _INVISIBLE.search(node.get("style") or ""):
        return
    if tag in _BLOCKS or tag == "br":
        writer.end_line()
    _open(tag, writer)
    bold = bold or tag in _BOLD
    writer.add(node.text, bold=bold)
    if depth < _DEEPEST:
        for child in node:
            _walk(child, writer, bold=bold, depth=depth + 1)
            writer.add(child.tail, bold=bold)
    if tag in _BLOCKS:
        writer.end_line()


def _open(tag: str, writer: _Writer) -> None:
    if tag == "li":
        writer.parts.append("• ")
    elif tag in {"td", "th"}:
        writer.parts.append("\t")
    elif len(tag) == len("h1") and tag[0] == "h" and tag[1] in "123456":
        writer.heading = int(tag[1])

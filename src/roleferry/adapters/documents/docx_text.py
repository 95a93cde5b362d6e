"""The paragraphs, tables and text boxes of one DOCX part, as lines in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - lxml has no stubs

from roleferry.adapters.documents.cleaning import clean
from roleferry.adapters.documents.docx_styles import Look, Styles, W, look_of
from roleferry.domain.model.profile.document import Line

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}del", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", _FALLBACK}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}sym": "•",
}
_BOX = f"{W}txbxContent"
_DEEPEST = 150


def read_part(root: etree._Element, styles: Styles) -> tuple[Line, ...]:
    """Return the lines of a body, header or footer."""
    body = root.find(f"{W}body")
    numbered = enumerate(_blocks(body if body is not None else root, styles, 0))
    return tuple(replace(line, y0=float(number), block=0) for number, line in numbered)


def _blocks(parent: etree._Element, styles: Styles, depth: int) -> Iterator[Line]:
    if depth > _DEEPEST:
        return
    for node in parent:
        if node.tag == f"{W}p":
            yield from _paragraph(node, styles, depth)
        elif node.tag == f"{W}tbl":
            yield from _table(node, styles, depth)
        elif node.tag not in _SKIPPED:
            yield from _blocks(node, styles, depth + 1)


def _paragraph(node: etree._Element, styles: Styles, depth: int) -> Iterator[Line]:
    properties = node.find(f"{W}pPr")
    style = properties.find(f"{W}pStyle") if properties is not None else None
    look = styles.look(style.get(f"{W}val") if style is not None else None)
    pieces = list(_pieces(node, 0))
    listed = properties is not None and properties.find(f"{W}numPr") is not None
    yield from _lines(pieces, look, styles, listed=(listed or look.listed) and not look.heading)
    for box in _boxes(node, 0):
        yield from _blocks(box, styles, depth + 1)


def _lines(
    pieces: list[tuple[str, etree._Element | None]],
    look: Look,
    styles: Styles,
    *,
    listed: bool,
) -> Iterator[Line]:
    looks = [(text, _run_look(properties, styles).over(look)) for text, properties in pieces]
    text = clean("".join(text for text, _ in looks))
    seen = [run for text, run in looks if text.strip()]
    bold = bool(seen) and all(run.bold for run in seen)
    size = max((run.size or 0.0 for run in seen), default=0.0)
    for number, part in enumerate(text.split("\n")):
        words = re.sub(r" {2,}", " ", part).strip(" ")
        bullet = "• " if listed and number == 0 and words.strip() else ""
        if words.strip() or number == 0:
            yield Line(text=bullet + words.strip(), size=size, bold=bold, heading=look.heading)


def _run_look(properties: etree._Element | None, styles: Styles) -> Look:
    style = properties.find(f"{W}rStyle") if properties is not None else None
    base = styles.looks.get(style.get(f"{W}val") or "", Look()) if style is not None else Look()
    return replace(look_of(properties).over(base), heading=0)


def _pieces(node: etree._Element, depth: int) -> Iterator[tuple[str, etree._Element | None]]:
    """Yield the text of runs with their properties, without what is deleted, hidden behind or boxed."""
    for child in node:
        if child.tag in _SKIPPED or child.tag == _BOX or depth > _DEEPEST:
            continue
        if child.tag == f"{W}t":
            yield child.text or "", node.find(f"{W}rPr")
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag], None
        else:
            yield from _pieces(child, depth + 1)


def _boxes(node: etree._Element, depth: int) -> Iterator[etree._Element]:
    for child in node:
        if child.tag == _BOX:
            yield child
        elif child.tag != _FALLBACK and depth < _DEEPEST:
            yield from _boxes(child, depth + 1)


def _table(node: etree._Element, styles: Styles, depth: int) -> Iterator[Line]:
    for row in node.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl")) is node:
            cells = [list(_filled(_blocks(cell, styles, depth + 1))) for cell in _cells(row)]
            yield from _row([cell for cell in cells if cell])


def _cells(row: etree._Element) -> Iterable[etree._Element]:
    direct = row.findall(f"{W}tc")
    return chain(direct, row.findall(f"{W}sdt/{W}sdtContent/{W}tc"))


def _filled(lines: Iterable[Line]) -> Iterator[Line]:
    return (line for line in lines if line.text.strip())


def _row(cells: list[list[Line]]) -> Iterator[Line]:
    """Join a row whose cells hold one line each, but for one; read other rows cell by cell."""
    if sum(len(cell) > 1 for cell in cells) <= 1 and cells:
        texts = "\t".join(cell[0].text for cell in cells)
        yield replace(max((cell[0] for cell in cells), key=lambda line: line.size), text=texts)
        yield from chain.from_iterable(cell[1:] for cell in cells)
    else:
        yield from chain.from_iterable(cells)

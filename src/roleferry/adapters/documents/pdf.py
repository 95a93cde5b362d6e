"""PDF to lines in reading order."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from roleferry.adapters.documents.cleaning import clean
from roleferry.adapters.documents.layout import Layout, Segment, lay_out, reading_order
from roleferry.adapters.documents.limits import MAX_CHARACTERS, MAX_PAGES
from roleferry.adapters.documents.pdf_glyphs import glyphs_of
from roleferry.adapters.documents.pdf_words import segments_of
from roleferry.domain.model.profile.document import Line, Unreadable, UnreadableReason

_LETTERS_OF_A_SCAN = 40
"""A page of pictures with fewer letters than this was scanned; page numbers and stamps stay below."""


@dataclass(slots=True)
class _Pages:
    """The layouts so far, and what tells a scan from an empty file."""

    layouts: list[Layout]
    letters: int = 0
    pictures: int = 0


def read_pdf(data: bytes) -> tuple[Line, ...]:
    """
    Return the lines of a PDF.

    Raises:
        Unreadable: encrypted, damaged, scanned, or of too many pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        raise Unreadable(UnreadableReason.ENCRYPTED if locked else UnreadableReason.DAMAGED) from error
    if len(document) > MAX_PAGES:
        raise Unreadable(UnreadableReason.TOO_MANY_PAGES)
    pages = _Pages([])
    for number in range(len(document)):
        _read_page(document, number, pages)
    if pages.letters < _LETTERS_OF_A_SCAN and pages.pictures:
        raise Unreadable(UnreadableReason.SCANNED)
    return tuple(_line(row) for row in reading_order(pages.layouts))


def _read_page(document: pdfium.PdfDocument, number: int, pages: _Pages) -> None:
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise Unreadable(UnreadableReason.DAMAGED) from error
    count = text.count_chars()
    pages.letters += max(count, 0)
    if pages.letters > MAX_CHARACTERS:
        raise Unreadable(UnreadableReason.TOO_LONG)
    if count < _LETTERS_OF_A_SCAN:
        pages.pictures += any(True for _ in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    segments = segments_of(glyphs_of(text, page.get_height()))
    pages.layouts.append(lay_out(segments, page=number + 1))


def _line(row: Segment) -> Line:
    return Line(
        text=clean(row.text).replace("\n", " ").strip(),
        page=row.page,
        x0=round(row.x0, 1),
        y0=round(row.y - row.size, 1),
        x1=round(row.x1, 1),
        size=round(row.size, 1),
        bold=row.bold,
        block=row.block,
    )

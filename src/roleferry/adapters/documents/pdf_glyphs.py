"""The letters of a PDF page with their places, sizes and weights."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi|-bd|cmbx|\bbx", re.IGNORECASE)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
"""Font descriptor flag (PDF 32000-1, table 123)."""
_NAME_BYTES = 128


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter; `y` is its baseline from the top of the page, lengths in points."""

    char: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def glyphs_of(text: pdfium.PdfTextPage, height: float) -> Iterator[Glyph]:
    """Yield the letters and spaces in the order they are drawn, each once though it be drawn twice for weight."""
    page, looks = text.raw, dict[int, tuple[float, bool]]()
    box, x, y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    seen: set[tuple[int, int, int]] = set()
    for index in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(page, index)
        if not code or pdfium_c.FPDFText_IsGenerated(page, index) == 1:
            continue
        pdfium_c.FPDFText_GetLooseCharBox(page, index, box)
        pdfium_c.FPDFText_GetCharOrigin(page, index, x, y)
        place = (code, round(x.value), round(y.value))
        if not math.isfinite(x.value + y.value + box.left + box.right) or place in seen:
            continue
        seen.add(place)
        size, bold = _look(page, index, looks, box.top - box.bottom)
        yield Glyph(_char(code), box.left, box.right, height - y.value, size, bold)


def _char(code: int) -> str:
    try:
        return chr(code)
    except ValueError:
        return "\ufffd"


def _look(page: object, index: int, looks: dict[int, tuple[float, bool]], height: float) -> tuple[float, bool]:
    """Return size and weight, asked once for each text object."""
    handle = pdfium_c.FPDFText_GetTextObject(page, index)
    key = ctypes.cast(handle, ctypes.c_void_p).value or -1
    if key not in looks:
        looks[key] = (_size(page, index, height), _is_bold(page, index))
    return looks[key]


def _size(page: object, index: int, height: float) -> float:
    matrix = pdfium_c.FS_MATRIX()
    nominal = pdfium_c.FPDFText_GetFontSize(page, index)
    if not pdfium_c.FPDFText_GetMatrix(page, index, matrix):
        return abs(height)
    size = nominal * math.hypot(matrix.c, matrix.d)
    return size if math.isfinite(size) and size > 1 else abs(height)


def _is_bold(page: object, index: int) -> bool:
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(page, index, name, _NAME_BYTES, flags)
    weight = pdfium_c.FPDFText_GetFontWeight(page, index)
    return bool(_BOLD_NAME.search(name.value)) or weight >= _BOLD_WEIGHT or bool(flags.value & _FORCE_BOLD)

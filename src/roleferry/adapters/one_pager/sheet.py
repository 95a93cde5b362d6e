"""A single A4 sheet to write on, in a font that has Latin, Greek and Cyrillic letters."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from importlib.resources import as_file, files

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, XPos, YPos
from fpdf.fonts import TTFFont

MARGIN_MM = 18
BOTTOM_MM = 279
_FONT = "Roboto"
_STYLES = {"": "Regular", "B": "Bold", "I": "Italic"}
_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
"""The same content makes the same bytes."""


class Sheet:
    """One page; `left_out` collects characters the font does not have."""

    def __init__(self, *, title: str) -> None:
        self._pdf = FPDF(format="A4", unit="mm")
        self._pdf.set_creation_date(_MADE_AT)
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.set_margin(MARGIN_MM)
        for style, name in _STYLES.items():
            with as_file(files("font_roboto") / "files" / f"Roboto-{name}.ttf") as path:
                self._pdf.add_font(_FONT, style=style, fname=path)
        self.unprintable: set[str] = set()
        self._pdf.set_title(self.printable(title))
        self._pdf.add_page()

    def printable(self, text: str) -> str:
        """Return the text with what the font cannot print taken out, and remember what that was."""
        known = _known_characters()
        self.unprintable |= {char for char in text if not char.isspace() and ord(char) not in known}
        return " ".join("".join(char if ord(char) in known else " " for char in text).split())

    def height(self, text: str, *, width: float, size: float, style: str = "") -> float:
        """Return how many millimetres the text takes when wrapped to `width` millimetres."""
        self._set(size, style)
        height = self._pdf.multi_cell(
            width, size * 0.5, self.printable(text) or " ", dry_run=True, output=MethodReturnValue.HEIGHT, align="L"
        )
        assert isinstance(height, int | float)
        return height

    def write(
        self, text: str, *, x: float, y: float, width: float, size: float, style: str = "", grey: int = 20
    ) -> float:
        """Write the text wrapped to `width` with its top left at (x, y) and return where it ends."""
        self._set(size, style)
        self._pdf.set_text_color(grey)
        self._pdf.set_xy(x, y)
        printable = self.printable(text)
        if printable:
            self._pdf.multi_cell(width, size * 0.5, printable, align="L", new_x=XPos.LEFT, new_y=YPos.NEXT)
        return float(self._pdf.get_y())

    def rule(self, y: float) -> None:
        """Draw a thin line across the page."""
        self._pdf.set_draw_color(190)
        self._pdf.line(MARGIN_MM, y, self._pdf.w - MARGIN_MM, y)

    def finished(self) -> bytes:
        """Return the PDF, and let go of the font files."""
        data = bytes(self._pdf.output())
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()
        return data

    def _set(self, size: float, style: str) -> None:
        self._pdf.set_font(_FONT, style=style, size=size)


@cache
def _known_characters() -> frozenset[int]:
    probe = FPDF()
    with as_file(files("font_roboto") / "files" / "Roboto-Regular.ttf") as path:
        probe.add_font(_FONT, fname=path)
    font = probe.fonts[_FONT.lower()]
    assert isinstance(font, TTFFont)
    known = frozenset(font.cmap) | {ord(" ")}
    font.close()
    return known

"""The one-page offer as a PDF: two columns, the advert's words beside the résumé's."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from roleferry.adapters.one_pager.sheet import BOTTOM_MM, MARGIN_MM, Sheet
from roleferry.domain.model.writing.one_page import OnePage, Row
from roleferry.ports.documents import MadeDocument, OnePager

_WIDTH_MM = 210 - 2 * MARGIN_MM
_GAP_MM = 8
_COLUMN_MM = (_WIDTH_MM - _GAP_MM) / 2
_RIGHT_MM = MARGIN_MM + _COLUMN_MM + _GAP_MM
_FOOT_MM = 22
_TEXT_PT, _SMALL_PT = 10.5, 8.5
_LONGEST_NAME = 120
_MOST_FOOT_LINES = 3


class PdfOnePager(OnePager):
    """Makes the page in a thread; needs no network and no system font."""

    async def make(self, page: OnePage) -> MadeDocument:
        """Return the PDF; rows that do not fit are left out whole, and said to be."""
        return await asyncio.to_thread(make_pdf, page)


@dataclass(frozen=True, slots=True)
class _Fitted:
    rows: tuple[Row, ...]
    left_out: int


def make_pdf(page: OnePage) -> MadeDocument:
    """Return the page as a PDF of one page; the same content gives the same bytes."""
    sheet = Sheet(title=f"{page.name}: {page.for_whom}"[:_LONGEST_NAME])
    top = _head(sheet, page)
    fitted = _fitting(sheet, page.rows, room=BOTTOM_MM - _FOOT_MM - top)
    end = _rows(sheet, fitted.rows, top)
    _skills(sheet, page.skills, end)
    _foot(sheet, page)
    return MadeDocument(
        data=sheet.finished(), media_type="application/pdf", suffix=".pdf", left_out=_left_out(sheet, fitted)
    )


def _head(sheet: Sheet, page: OnePage) -> float:
    y = sheet.write(page.name[:_LONGEST_NAME], x=MARGIN_MM, y=MARGIN_MM, width=_WIDTH_MM, size=20, style="B")
    if page.role:
        y = sheet.write(page.role[:_LONGEST_NAME], x=MARGIN_MM, y=y + 1, width=_WIDTH_MM, size=_TEXT_PT, grey=90)
    y = sheet.write(f"For: {page.for_whom}"[:_LONGEST_NAME], x=MARGIN_MM, y=y + 4, width=_WIDTH_MM, size=13)
    sheet.rule(y + 3)
    sheet.write("What you ask for", x=MARGIN_MM, y=y + 6, width=_COLUMN_MM, size=_SMALL_PT, style="B", grey=90)
    return (
        sheet.write("What I have done", x=_RIGHT_MM, y=y + 6, width=_COLUMN_MM, size=_SMALL_PT, style="B", grey=90) + 2
    )


def _fitting(sheet: Sheet, rows: tuple[Row, ...], *, room: float) -> _Fitted:
    kept: list[Row] = []
    for row in rows:
        height = _row_height(sheet, row)
        if height <= room:
            kept.append(row)
            room -= height
    return _Fitted(tuple(kept), len(rows) - len(kept))


def _row_height(sheet: Sheet, row: Row) -> float:
    need = sheet.height(row.need, width=_COLUMN_MM, size=_TEXT_PT)
    answer = sheet.height(row.answer, width=_COLUMN_MM, size=_TEXT_PT, style="B" if row.metric else "")
    return max(need, answer) + 6


def _rows(sheet: Sheet, rows: tuple[Row, ...], y: float) -> float:
    for row in rows:
        sheet.write(row.need, x=MARGIN_MM, y=y + 1, width=_COLUMN_MM, size=_TEXT_PT, grey=70)
        sheet.write(row.answer, x=_RIGHT_MM, y=y + 1, width=_COLUMN_MM, size=_TEXT_PT, style="B" if row.metric else "")
        y += _row_height(sheet, row)
        sheet.rule(y - 2)
    return y


def _skills(sheet: Sheet, skills: tuple[str, ...], y: float) -> None:
    text = f"Skills you ask for that I have: {', '.join(skills)}"
    if skills and y + 4 + sheet.height(text, width=_WIDTH_MM, size=_TEXT_PT) <= BOTTOM_MM - _FOOT_MM:
        sheet.write(text, x=MARGIN_MM, y=y + 2, width=_WIDTH_MM, size=_TEXT_PT)


def _foot(sheet: Sheet, page: OnePage) -> None:
    y: float = BOTTOM_MM - _FOOT_MM + 6
    sheet.rule(y - 2)
    reach = "  ·  ".join(page.reach)
    while reach and sheet.height(reach, width=_WIDTH_MM, size=_SMALL_PT) > _MOST_FOOT_LINES * _SMALL_PT * 0.5:
        reach = reach.rpartition("  ·  ")[0]
    if reach:
        y = sheet.write(reach, x=MARGIN_MM, y=y, width=_WIDTH_MM, size=_SMALL_PT, grey=60)
    note = "The left column is quoted from your advert, the right one from my résumé."
    sheet.write(note, x=MARGIN_MM, y=y, width=_WIDTH_MM, size=_SMALL_PT, style="I", grey=110)


def _left_out(sheet: Sheet, fitted: _Fitted) -> tuple[str, ...]:
    said = []
    if fitted.left_out:
        said.append(f"{fitted.left_out} of the pain points did not fit on the page")
    if sheet.unprintable:
        said.append(f"characters the font does not have: {''.join(sorted(sheet.unprintable)[:20])}")
    return tuple(said)

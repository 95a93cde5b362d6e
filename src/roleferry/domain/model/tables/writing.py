"""Write a table that a spreadsheet shows and never runs (SPEC 8: CSV exports neutralise formulas)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO

_STARTS = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""The last four are the full-width forms, which some spreadsheets take for the first four."""
_APOSTROPHE = "'"
_BATCH = 500
_BOM = "\ufeff"


def guarded(cell: str) -> str:
    """Return the cell with an apostrophe before what a spreadsheet would take for a formula, or for our apostrophe."""
    bare = cell.lstrip(_APOSTROPHE + " \u00a0\u3000")
    risky = cell[:1] in _STARTS or bare[:1] in _STARTS
    return f"{_APOSTROPHE}{cell}" if risky else cell


def unguarded(cell: str) -> str:
    """Return what `guarded` was given; any other cell stays as it is."""
    return cell[1:] if cell[:1] == _APOSTROPHE and guarded(cell[1:]) == cell else cell


def write_table(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[bytes]:
    """
    Yield the table as UTF-8 CSV with a mark that spreadsheets know it by, a few hundred rows at a time.

    None is an empty cell, a list its items with `; ` between, everything else its text; `read_table` reads it back.
    """
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write(_BOM)
    writer.writerow(columns)
    for number, row in enumerate(rows, start=1):
        writer.writerow([guarded(_text(row.get(column))) for column in columns])
        if number % _BATCH == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode("utf-8", errors="replace")


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return "; ".join(map(_text, value))
    return str(value).replace("\0", "")

"""Tables people bring and take: CSV in any of the forms that spreadsheets write, CSV out that no spreadsheet runs."""

from roleferry.domain.model.tables.reading import NotATable, Row, Table, read_table
from roleferry.domain.model.tables.result import MOST_ROWS, ImportReport, RowResult, RowStatus
from roleferry.domain.model.tables.writing import write_table

__all__ = [
    "MOST_ROWS",
    "ImportReport",
    "NotATable",
    "Row",
    "RowResult",
    "RowStatus",
    "Table",
    "read_table",
    "write_table",
]

"""What every import has in common: a file in, a fate for every row out."""

from typing import Any
from uuid import UUID

import msgspec
from litestar.datastructures import UploadFile

from roleferry.domain.model.tables import NotATable

LARGEST_TABLE = 30_000_000
"""Bytes; 100,000 rows of a contact fit several times."""


class TableUpload(msgspec.Struct, frozen=True, kw_only=True):
    """A CSV file with a first line of column names; any common delimiter and encoding."""

    file: UploadFile


class RowView(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one row; numbers are a spreadsheet's, the header is 1."""

    row: int
    status: str
    reason: str | None = None
    id: UUID | None = None


class ImportView(msgspec.Struct, frozen=True, kw_only=True):
    """How many rows went which way, and the rows; `rows_left_out` counts those not listed."""

    created: int
    updated: int
    skipped: int
    failed: int
    rows: list[RowView]
    rows_left_out: int


async def table_of(upload: TableUpload) -> bytes:
    """
    Return the file's bytes.

    Raises:
        NotATable: it is empty, or larger than 30 MB.
    """
    data = await upload.file.read()
    if not data:
        raise NotATable("the file is empty")
    if len(data) > LARGEST_TABLE:
        raise NotATable(f"the file is larger than {LARGEST_TABLE // 1_000_000} MB: split it")
    return data


IMPORT_EXAMPLE: dict[str, Any] = {
    "created": 1,
    "updated": 0,
    "skipped": 0,
    "failed": 1,
    "rows": [
        {"row": 2, "status": "created", "id": "019ab7c2-8a10-7c11-9f0e-3b1d6c5a7e21"},
        {"row": 3, "status": "failed", "reason": "the part before the @ is not a mail address"},
    ],
    "rows_left_out": 0,
}

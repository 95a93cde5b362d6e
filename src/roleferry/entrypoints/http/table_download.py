"""A table somebody takes: CSV streamed page by page, so that memory stays flat however long it is."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from litestar.response import Stream

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.tables import write_table
from roleferry.ports.transactions import Reads

_PAGE = 1_000
CSV = "text/csv; charset=utf-8"


def csv_download(reads: Reads, user_id: UserId, *, query: str, columns: Mapping[str, str], file_name: str) -> Stream:
    """Return every row of a keyset query (user, created before, id before, limit); `columns` are header → column."""
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Stream(_pages(reads, user_id, query, columns), media_type=CSV, headers=headers)


async def _pages(reads: Reads, user_id: UserId, query: str, columns: Mapping[str, str]) -> AsyncIterator[bytes]:
    before, last = None, None
    is_first = True
    while True:
        rows = await reads.many(user_id, query, user_id, before, last, _PAGE)
        yield _text(rows, columns, with_header=is_first)
        if len(rows) < _PAGE:
            return
        before, last, is_first = rows[-1]["created_at"], rows[-1]["id"], False


def _text(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], *, with_header: bool) -> bytes:
    shown = ({header: row[column] for header, column in columns.items()} for row in rows)
    text = b"".join(write_table(shown, list(columns)))
    return text if with_header else text.partition(b"\r\n")[2]

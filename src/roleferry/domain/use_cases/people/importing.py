"""Reading a table in the background, batch by batch, each batch in one transaction."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from roleferry.domain.model.tables import MOST_ROWS, ImportReport, Row, RowResult, RowStatus, Table
from roleferry.ports.scraping import Sheets
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Progress

_BATCH = 2_000

Keep = Callable[[Sequence[Row]], Awaitable[Sequence[RowResult]]]


async def bytes_of(payload: Mapping[str, Any], *, storage: Storage, sheets: Sheets) -> bytes:
    """Return the table a task is about: an uploaded file, or a shared sheet's link."""
    if payload.get("sheet_url"):
        return await sheets.fetch_csv(payload["sheet_url"])
    return await storage.get(payload["storage_key"])


async def import_rows(table: Table, keep: Keep, progress: Progress) -> dict[str, Any]:
    """Hand the rows on in batches and return the report; rows that cannot be read fail without reaching `keep`."""
    report = ImportReport()
    rows = islice(table.rows(), MOST_ROWS)
    total = min(table.estimate, MOST_ROWS)
    await progress(0, total)
    for batch in _batches(rows):
        report.add(_broken(row) for row in batch if row.problem)
        report.add(await keep([row for row in batch if not row.problem]))
        await progress(report.total, max(total, report.total))
    return report.as_result(columns_ignored=list(table.ignored), rows_beyond_limit=_beyond(table, report))


def _beyond(table: Table, report: ImportReport) -> bool:
    return report.total == MOST_ROWS and next(islice(table.rows(), MOST_ROWS, None), None) is not None


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _broken(row: Row) -> RowResult:
    return RowResult(row=row.number, status=RowStatus.FAILED, reason=row.problem)

"""Import jobs, and where each application stands, from somebody else's file (SPEC 3.3, 3.4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.jobs.foreign import ForeignJob, RowProblem, read_foreign, read_job
from roleferry.domain.model.jobs.job import JobExists
from roleferry.domain.model.tables import MOST_ROWS, ImportReport, NotATable, Row, RowResult, RowStatus
from roleferry.domain.use_cases.jobs.keep_batch import KeepBatch
from roleferry.ports.scraping import Sheets
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions

_BATCH = 500
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJobs:
    """Read row by row, keep batch by batch; running it again changes nothing that is there already."""

    transactions: Transactions
    storage: Storage
    sheets: Sheets
    keep_batch: KeepBatch

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return counts by status and what became of each row.

        Raises:
            NotATable: the file is none, or lacks a column that is needed.
            PageError: the sheet cannot be fetched; says what to do.
            FileNotFound: the file has gone.
        """
        key = payload.get("storage_key")
        data = await (self.storage.get(key) if key else self.sheets.fetch_csv(payload["sheet_url"]))
        needs_status = bool(payload.get("needs_status"))
        report = await self._import(user_id, data, progress, needs_status=needs_status)
        if key:
            await self.storage.delete(key)
        return report

    async def _import(
        self, user_id: UserId, data: bytes, progress: Progress, *, needs_status: bool
    ) -> Mapping[str, Any]:
        table = read_foreign(data)
        if needs_status and "status" not in table.columns:
            raise NotATable("the first line must name a column status (or stage)")
        total = min(table.estimate, MOST_ROWS)
        report = ImportReport()
        rows = table.rows()
        await progress(0, total)
        while batch := list(islice(rows, min(_BATCH, MOST_ROWS - report.total))):
            understood, failed = _understood(batch, needs_status=needs_status)
            report.add(failed)
            report.add(await self._keep(user_id, understood))
            await progress(min(report.total, total), total)
        await progress(report.total, report.total)
        return report.as_result(rows_not_read=sum(1 for _ in rows))

    async def _keep(self, user_id: UserId, jobs: Sequence[ForeignJob]) -> Iterable[RowResult]:
        """Keep a batch; when somebody added one of its jobs meanwhile, look again."""
        for attempt in range(_TRIES):
            try:
                return await self.keep_batch(user_id, jobs)
            except JobExists:
                if attempt == _TRIES - 1:
                    raise
        return ()


def _understood(rows: Iterable[Row], *, needs_status: bool) -> tuple[list[ForeignJob], list[RowResult]]:
    jobs: list[ForeignJob] = []
    failed: list[RowResult] = []
    for row in rows:
        try:
            jobs.append(read_job(row, needs_status=needs_status))
        except RowProblem as problem:
            failed.append(RowResult(row=row.number, status=RowStatus.FAILED, reason=str(problem)))
    return jobs, failed

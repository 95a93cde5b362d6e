"""`/jobs` and `/applications` as tables: in from other trackers and files of matched jobs, out as CSV."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.response import Stream

from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.jobs.start_import import StartJobImport
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.table_download import CSV, csv_download
from roleferry.entrypoints.http.table_upload import TableOperation, table_given
from roleferry.entrypoints.settings import Settings
from roleferry.ports.tasks import TaskKind
from roleferry.ports.transactions import Reads

_JOB_COLUMNS = {
    "title": "title",
    "company": "company",
    "location": "location",
    "url": "url",
    "status": "application_status",
    "reason": "reason",
    "notes": "notes",
    "applied_at": "applied_at",
    "posted_at": "posted_at",
    "source": "source",
    "roleferry_match": "match_score",
    "created_at": "created_at",
    "description": "raw_description",
}
_APPLICATION_COLUMNS = {
    "title": "title",
    "company": "company",
    "location": "location",
    "url": "url",
    "status": "status",
    "reason": "reason",
    "notes": "notes",
    "applied_at": "applied_at",
    "follow_up_at": "follow_up_at",
    "created_at": "created_at",
}


class JobTableController(Controller):
    """Jobs as tables."""

    path = "/jobs"
    tags = ("Jobs",)

    @post(
        "/import",
        operation_id="ImportJobs",
        operation_class=TableOperation,
        summary="Import jobs from a file or a Google Sheet.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def import_jobs(
        self,
        request: Request[Any, Any, Any],
        user_id: Injected[UserId],
        start_job_import: Injected[StartJobImport],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """
        Read CSV, a JSON list or JSON lines in the background; the task's result tells what became of each row.

        Columns go by many names (title or position, company or employer, url or link, status or stage, ...). A score
        somebody else computed is kept as a note. What you have already is left as it is.
        """
        given = await table_given(request)
        task_id = await start_job_import(user_id, TaskKind.IMPORT_JOBS, data=given.data, sheet_url=given.sheet_url)
        return accepted(task_id, settings)

    @get("/export.csv", operation_id="ExportJobs", summary="All your jobs as CSV.", media_type=CSV)
    async def export(self, user_id: Injected[UserId], reads: Injected[Reads]) -> Stream:
        """Return a table that spreadsheets show and never run, and that can be imported again."""
        return csv_download(reads, user_id, query="export_jobs", columns=_JOB_COLUMNS, file_name="jobs.csv")


class ApplicationTableController(Controller):
    """The tracker as a table."""

    path = "/applications"
    tags = ("Applications",)

    @post(
        "/import",
        operation_id="ImportApplications",
        operation_class=TableOperation,
        summary="Import another tracker.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def import_applications(
        self,
        request: Request[Any, Any, Any],
        user_id: Injected[UserId],
        start_job_import: Injected[StartJobImport],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """Read jobs with their status; one you have already is moved on where the file knows more, never back."""
        given = await table_given(request)
        task_id = await start_job_import(
            user_id, TaskKind.IMPORT_APPLICATIONS, data=given.data, sheet_url=given.sheet_url
        )
        return accepted(task_id, settings)

    @get("/export.csv", operation_id="ExportApplications", summary="Your tracker as CSV.", media_type=CSV)
    async def export(self, user_id: Injected[UserId], reads: Injected[Reads]) -> Stream:
        """Return a table that spreadsheets show and never run, and that can be imported again."""
        return csv_download(
            reads, user_id, query="export_applications", columns=_APPLICATION_COLUMNS, file_name="applications.csv"
        )

"""`/jobs` and `/applications` as tables: in from other trackers and files of matched jobs, out as CSV."""

from litestar import Controller
from litestar.di import Provide

from roleferry.domain.use_cases.jobs.start_import import StartJobImport
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.table_endpoints import exporting, importing
from roleferry.ports.tasks import TaskKind

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


def _start(start_job_import: Injected[StartJobImport]) -> StartJobImport:
    return start_job_import


_STARTING = {"start": Provide(_start, sync_to_thread=False)}


class JobTableController(Controller):
    """Jobs as tables."""

    path = "/jobs"
    tags = ("Jobs",)
    dependencies = _STARTING
    import_jobs = importing(
        TaskKind.IMPORT_JOBS,
        operation_id="ImportJobs",
        summary="Import jobs from a file or a Google Sheet.",
        description=(
            "Read CSV, a JSON list or JSON lines in the background; the task's result tells what became of each row."
            "\n\nColumns go by many names (title or position, company or employer, url or link, status or stage, ...). "
            "A score somebody else computed is kept as a note. What you have already is left as it is."
        ),
    )
    export = exporting(
        "export_jobs",
        _JOB_COLUMNS,
        file_name="jobs.csv",
        operation_id="ExportJobs",
        summary="All your jobs as CSV.",
    )


class ApplicationTableController(Controller):
    """The tracker as a table."""

    path = "/applications"
    tags = ("Applications",)
    dependencies = _STARTING
    import_applications = importing(
        TaskKind.IMPORT_APPLICATIONS,
        operation_id="ImportApplications",
        summary="Import another tracker.",
        description=(
            "Read jobs with their status; one you have already is moved on where the file knows more, never back."
        ),
    )
    export = exporting(
        "export_applications",
        _APPLICATION_COLUMNS,
        file_name="applications.csv",
        operation_id="ExportApplications",
        summary="Your tracker as CSV.",
    )

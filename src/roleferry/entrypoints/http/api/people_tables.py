"""`/contacts` and `/leads` as tables."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.response import Stream

from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.people.start_import import StartImport
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.table_download import CSV, csv_download
from roleferry.entrypoints.http.table_upload import TableOperation, table_given
from roleferry.entrypoints.settings import Settings
from roleferry.ports.tasks import TaskKind
from roleferry.ports.transactions import Reads

_CONTACT_COLUMNS = {
    "full_name": "full_name",
    "role_title": "role_title",
    "level": "level",
    "department": "department",
    "email": "email",
    "linkedin_url": "linkedin_url",
    "company": "company",
    "location": "location",
    "timezone": "own_timezone",
    "tags": "tags",
    "source": "source",
    "verdict": "verdict",
    "created_at": "created_at",
}
_LEAD_COLUMNS = {
    name: name
    for name in (
        "domain",
        "company_name",
        "status",
        "reason",
        "contact_name",
        "contact_title",
        "email",
        "linkedin_url",
        "location",
        "industry",
        "size",
        "notes",
        "created_at",
    )
}


class ContactTableController(Controller):
    """Contacts as a table."""

    path = "/contacts"
    tags = ("Contacts",)

    @post(
        "/import",
        operation_id="ImportContacts",
        operation_class=TableOperation,
        summary="Import contacts from a CSV file or a Google Sheet.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def import_contacts(
        self,
        request: Request[Any, Any, Any],
        user_id: Injected[UserId],
        start_import: Injected[StartImport],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """
        Read the table in the background; the task's result tells what became of each row.

        Columns go by many names (name or first and last name, title or position, e-mail, company, ...). A contact whose
        address you have gets what was empty filled in and loses nothing.
        """
        given = await table_given(request)
        task_id = await start_import(user_id, TaskKind.IMPORT_CONTACTS, data=given.data, sheet_url=given.sheet_url)
        return accepted(task_id, settings)

    @get("/export.csv", operation_id="ExportContacts", summary="All your contacts as CSV.", media_type=CSV)
    async def export(self, user_id: Injected[UserId], reads: Injected[Reads]) -> Stream:
        """Return a table that spreadsheets show and never run, and that can be imported again."""
        return csv_download(reads, user_id, query="export_contacts", columns=_CONTACT_COLUMNS, file_name="contacts.csv")


class LeadTableController(Controller):
    """Leads as a table."""

    path = "/leads"
    tags = ("Leads",)

    @post(
        "/import",
        operation_id="ImportLeads",
        operation_class=TableOperation,
        summary="Import companies from a CSV file or a Google Sheet.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def import_leads(
        self,
        request: Request[Any, Any, Any],
        user_id: Injected[UserId],
        start_import: Injected[StartImport],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """Read a table with a column of domains (or websites) in the background; one domain is one lead."""
        given = await table_given(request)
        task_id = await start_import(user_id, TaskKind.IMPORT_LEADS, data=given.data, sheet_url=given.sheet_url)
        return accepted(task_id, settings)

    @get("/export.csv", operation_id="ExportLeads", summary="All your leads as CSV.", media_type=CSV)
    async def export(self, user_id: Injected[UserId], reads: Injected[Reads]) -> Stream:
        """Return a table that spreadsheets show and never run, and that can be imported again."""
        return csv_download(reads, user_id, query="export_leads", columns=_LEAD_COLUMNS, file_name="leads.csv")

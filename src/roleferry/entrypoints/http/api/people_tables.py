"""`/contacts` and `/leads` as tables."""

from litestar import Controller
from litestar.di import Provide

from roleferry.domain.use_cases.people.start_import import StartImport
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.table_endpoints import exporting, importing
from roleferry.ports.tasks import TaskKind

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


def _start(start_import: Injected[StartImport]) -> StartImport:
    return start_import


_STARTING = {"start": Provide(_start, sync_to_thread=False)}


class ContactTableController(Controller):
    """Contacts as a table."""

    path = "/contacts"
    tags = ("Contacts",)
    dependencies = _STARTING
    import_contacts = importing(
        TaskKind.IMPORT_CONTACTS,
        operation_id="ImportContacts",
        summary="Import contacts from a CSV file or a Google Sheet.",
        description=(
            "Read the table in the background; the task's result tells what became of each row.\n\n"
            "Columns go by many names (name or first and last name, title or position, e-mail, company, ...). "
            "A contact whose address you have gets what was empty filled in and loses nothing."
        ),
    )
    export = exporting(
        "export_contacts",
        _CONTACT_COLUMNS,
        file_name="contacts.csv",
        operation_id="ExportContacts",
        summary="All your contacts as CSV.",
    )


class LeadTableController(Controller):
    """Leads as a table."""

    path = "/leads"
    tags = ("Leads",)
    dependencies = _STARTING
    import_leads = importing(
        TaskKind.IMPORT_LEADS,
        operation_id="ImportLeads",
        summary="Import companies from a CSV file or a Google Sheet.",
        description="Read a table with a column of domains (or websites) in the background; one domain is one lead.",
    )
    export = exporting(
        "export_leads",
        _LEAD_COLUMNS,
        file_name="leads.csv",
        operation_id="ExportLeads",
        summary="All your leads as CSV.",
    )

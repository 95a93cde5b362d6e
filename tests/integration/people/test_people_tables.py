"""Contacts and leads from tables and back, through the worker."""

import csv
import io
from typing import Any

import pytest

from tests.app import App

CONTACTS = """First Name;Last Name;Job Title;E-mail;Company Name;City;Country;Tags
Grace;Sample;Head of Platform;grace@harbour-systems.test;Harbour Systems GmbH;Porto;Portugal;a, b
Ned;Sample;Recruiter;GRACE@harbour-systems.test;;;;
;;;nobody@harbour-systems.test;;;;
Una;Sample;CTO;not an address;;;;
Ola;Sample;=cmd|' /C calc'!A0;;Quay;;;
"""


async def imported(app: App, text: str, path: str = "/contacts/import") -> Any:
    accepted = await app.post(path, expect=202, files={"file": ("t.csv", text.encode())})
    return (await app.finished(accepted))["result"]


async def test_contacts_are_imported_row_by_row(app: App) -> None:
    result = await imported(app, CONTACTS)
    assert [row["status"] for row in result["rows"]] == ["created", "skipped", "failed", "failed", "created"]
    assert (result["created"], result["skipped"], result["failed"]) == (2, 1, 2)
    people = {one["full_name"]: one for one in (await app.get("/contacts"))["items"]}
    grace = people["Grace Sample"]
    assert (grace["timezone"], grace["level"], grace["tags"], grace["source"]) == (
        "Europe/Lisbon",
        "line_manager",
        ["a", "b"],
        "import",
    )
    assert grace["company"] == "Harbour Systems GmbH"


async def test_a_second_import_fills_what_was_empty_and_doubles_nobody(app: App) -> None:
    await imported(app, CONTACTS)
    again = await imported(app, CONTACTS)
    assert (again["created"], again["updated"]) == (0, 0)
    more = await imported(app, "name,email,department,title\nX Y,grace@harbour-systems.test,Platform,Other\n")
    assert more["updated"] == 1
    grace = (await app.get("/contacts", params={"q": "grace"}))["items"][0]
    assert (grace["department"], grace["role_title"], grace["full_name"]) == (
        "Platform",
        "Head of Platform",
        "Grace Sample",
    )


async def test_what_is_exported_runs_in_no_spreadsheet_and_comes_back_the_same(app: App) -> None:
    await imported(app, CONTACTS)
    text = (await app.call("GET", "/contacts/export.csv", expect=200)).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["role_title"] for row in rows} == {"Head of Platform", "'=cmd|' /C calc'!A0"}
    other = await app.as_somebody_else()
    assert (await imported(other, text))["created"] == 2
    assert (await other.call("GET", "/contacts/export.csv", expect=200)).text.count("Sample") == 2


@pytest.mark.parametrize("text", ["", "shoe\n9\n", "\0\0\0\0"])
async def test_what_is_no_table_of_contacts_says_so(app: App, text: str) -> None:
    accepted = await app.call("POST", "/contacts/import", files={"file": ("t.csv", text.encode())})
    if accepted.status_code == 202:
        task = await app.finished(accepted.json(), status="failed")
        assert task["error"]["code"] == "table.unreadable"
    else:
        assert accepted.status_code == 422
    await app.call("POST", "/contacts/import", json={"sheet_url": "https://example.test/x"}, expect=422)


LEADS = """Website,Company,Contact,Email,Title
https://www.Harbour-Systems.com/about,Harbour Systems,Grace Sample,grace@harbour-systems.com,CTO
harbour-systems.com,,,,
gmail.com,Mail,,,
example.org,Sample,,,
linkedin.com/company/x,Social,,,
nonsense,,,,
quay-works.io,Quay,,,
"""


async def test_leads_are_imported_judged_and_converted(app: App) -> None:
    result = await imported(app, LEADS, "/leads/import")
    assert [row["status"] for row in result["rows"]] == [
        "created",
        "skipped",
        "created",
        "created",
        "created",
        "failed",
        "created",
    ]
    await app.post("/contacts", {"full_name": "Ned Sample", "email": "ned@quay-works.io", "company": "Quay"})
    judged = await app.finished(await app.post("/leads/qualify", expect=202))
    assert judged["result"] == {"qualified": 1, "rejected": 4}
    leads = {one["domain"]: one for one in (await app.get("/leads"))["items"]}
    assert "Quay" in leads["quay-works.io"]["reason"]
    assert (await app.get("/leads", params={"status": "qualified"}))["items"] == [leads["harbour-systems.com"]]
    path = f"/leads/{leads['harbour-systems.com']['id']}/convert"
    made = await app.post(path, expect=200)
    assert await app.post(path, expect=200) == made
    contact = await app.get(f"/contacts/{made['contact_ids'][0]}")
    assert (contact["company_id"], contact["level"], contact["source"]) == (made["company_id"], "executive", "import")
    refused = await app.call("POST", f"/leads/{leads['gmail.com']['id']}/convert", expect=409)
    assert refused.json()["code"] == "lead.rejected"
    other = await app.as_somebody_else()
    await other.call("POST", path, expect=404)
    assert "harbour-systems.com" in (await app.call("GET", "/leads/export.csv", expect=200)).text
    assert "harbour" not in (await other.call("GET", "/leads/export.csv", expect=200)).text

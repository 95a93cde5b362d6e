"""Jobs and applications in and out as tables, over HTTP."""

import csv
import io
import json
from typing import Any

import pytest

from tests.app import App
from tests.samples.files import ENGINEER, ENGINEER_JOB


async def _import(app: App, data: bytes, *, to: str = "jobs", status: str = "done") -> Any:
    files = {"file": ("jobs.csv", data, "text/csv")}
    accepted = (await app.call("POST", f"/{to}/import", files=files, expect=202)).json()
    task = await app.finished(accepted, status=status)
    return task["result"] if status == "done" else task["error"]


async def _export(app: App, of: str) -> list[dict[str, str]]:
    answer = await app.call("GET", f"/{of}/export.csv", expect=200)
    assert answer.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


TRACKER = b"""Job Title,Company Name,Job URL,Stage,Date Applied,Comments
Data Engineer,Acme Ltd,https://jobs.example.com/1?utm_source=x,Phone Screen,2026-02-03,called twice
Platform Engineer,Acme,https://jobs.example.com/2,Wishlist,,
=HYPERLINK("x"),Beacon,https://jobs.example.com/3,Rejected,,+1 for the name
Analyst,Cedar,https://jobs.example.com/4,purple,,
Data Engineer,Acme Ltd,https://jobs.example.com/1,Applied,,
"""


async def test_a_tracker_is_imported_row_by_row_and_twice_is_once(app: App) -> None:
    result = await _import(app, TRACKER, to="applications")
    assert (result["created"], result["failed"], result["skipped"]) == (3, 1, 1)
    failed = next(row for row in result["rows"] if row["status"] == "failed")
    assert failed["row"] == 5
    assert "purple" in failed["reason"]
    again = await _import(app, TRACKER, to="applications")
    assert (again["created"], again["updated"], again["skipped"]) == (0, 0, 4)
    counts = await app.get("/applications/counts")
    assert "interviewing" in json.dumps(counts)
    items = (await app.get("/applications"))["items"]
    assert sorted(item["status"] for item in items) == ["interviewing", "rejected", "saved"]
    assert len({item["company"] for item in items}) == 3


async def test_a_file_moves_an_application_on_but_never_back(app: App) -> None:
    await _import(app, b"title,company,url,status\nEngineer,Acme,https://a.example.com/1,saved", to="applications")
    later = await _import(
        app, b"title,company,url,status\nEngineer,Acme,https://a.example.com/1,interview", to="applications"
    )
    assert later["updated"] == 1
    back = await _import(
        app, b"title,company,url,status\nEngineer,Acme,https://a.example.com/1,saved", to="applications"
    )
    assert back["skipped"] == 1
    (item,) = (await app.get("/applications"))["items"]
    assert item["status"] == "interviewing"
    history = (await app.get(f"/applications/{item['id']}/history"))["items"]
    assert [change["to_status"] for change in history] == ["saved", "applied", "interviewing"]
    assert {change["actor"] for change in history} == {"import"}


async def test_an_export_runs_nothing_in_a_spreadsheet_and_comes_back_the_same(app: App) -> None:
    await _import(app, TRACKER, to="applications")
    rows = await _export(app, "applications")
    assert '\'=HYPERLINK("x")' in {row["title"] for row in rows}
    text = (await app.call("GET", "/applications/export.csv", expect=200)).content
    other = await app.as_somebody_else()
    assert await _export(other, "jobs") == []
    assert (await _import(other, text, to="applications"))["created"] == 3
    assert {row["title"] for row in await _export(other, "jobs")} == {row["title"] for row in rows}


async def test_an_export_goes_on_over_pages(app: App) -> None:
    lines = "".join(f"Engineer {number},Acme,https://a.example.com/{number}\n" for number in range(2_100))
    result = await _import(app, f"title,company,url\n{lines}".encode())
    assert (result["created"], result["rows_left_out"]) == (2_100, 1_100)
    assert len({row["url"] for row in await _export(app, "jobs")}) == 2_100


def _matches() -> bytes:
    lines = [
        {
            "title": f"Backend Engineer {number}",
            "company": f"Firm {number % 40}",
            "url": f"https://boards.example.com/{number}?ref=alert",
            "score": 99 - number % 60,
            "description": f"Backend Engineer {number}\n{ENGINEER_JOB.partition(chr(10))[2]}",
        }
        for number in range(300)
    ]
    return "\n".join(map(json.dumps, lines)).encode()


async def test_a_file_of_300_matched_jobs_gets_scores_of_our_own(app: App) -> None:
    result = await _import(app, _matches())
    assert result["created"] == 300
    (item,) = (await app.get("/jobs?limit=1"))["items"]
    assert item["match_score"] is None
    applications = (await app.get("/applications?limit=1"))["items"]
    assert "not RoleFerry's" in applications[0]["notes"]
    files = {"file": ("ada.txt", ENGINEER.encode(), "text/plain")}
    await app.finished((await app.call("POST", "/resume/upload", files=files, expect=202)).json())
    best = (await app.get("/jobs?sort=match&limit=5"))["items"]
    assert all(0 < job["match_score"] <= 100 for job in best)


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"PK\x03\x04 not csv", "table.unreadable"), (b"colour,shape\nred,round", "table.unreadable"), (b"\xff\xfe", "")],
)
async def test_a_file_that_is_no_table_fails_with_what_to_do(app: App, data: bytes, code: str) -> None:
    error = await _import(app, data, status="failed")
    assert error["code"].startswith(code)
    assert error["detail"]


async def test_an_upload_without_a_table_is_refused_at_once(app: App) -> None:
    for to in ("jobs", "applications"):
        path = f"/{to}/import"
        await app.call("POST", path, files={"file": ("a.csv", b"", "text/csv")}, expect=422)
        await app.call("POST", path, files={"other": ("a.csv", b"a", "text/csv")}, expect=422)
        await app.call("POST", path, json={"sheet_url": "https://evil.example.com/x"}, expect=422)
        await app.call("POST", path, json={"sheet_url": 3, "x": 1}, expect=422)
        await app.call("POST", path, expect=400)
        await app.call("POST", path, content=b"{", headers={"content-type": "application/json"}, expect=400)
        for kind in ("multipart/form-data; boundary=x", "multipart/form-data"):
            torn = await app.call("POST", path, content=b"--x\r\n", headers={"content-type": kind})
            assert torn.status_code < 500

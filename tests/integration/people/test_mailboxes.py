"""Mailboxes, targets and suppressions over HTTP."""

from datetime import UTC, datetime

import pytest

from tests.app import App

BOX = {"address": "Ada@sample.test", "daily_cap": 20, "time_zone": "Europe/Lisbon"}


async def test_a_mailbox_begins_with_what_the_account_says(app: App) -> None:
    me = await app.patch("/me", {"name": "Ada B. Sample", "postal_address": "1 Quay Street", "timezone": "Asia/Tokyo"})
    assert (me["name"], me["timezone"]) == ("Ada B. Sample", "Asia/Tokyo")
    box = await app.post("/mailboxes", {"address": "ada@sample.test"})
    assert (box["display_name"], box["time_zone"], box["postal_address"]) == (
        "Ada B. Sample",
        "Asia/Tokyo",
        "1 Quay Street",
    )
    assert (box["provider"], box["status"], box["daily_cap"], box["warmup"]) == ("mock", "active", 25, "off")
    assert "secret" not in str(box)


async def test_a_mailbox_is_edited_paused_and_disconnected(app: App) -> None:
    box = await app.post("/mailboxes", BOX)
    path = f"/mailboxes/{box['id']}"
    paused = await app.patch(path, {"status": "paused", "daily_cap": 5, "postal_address": None})
    assert (paused["status"], paused["pause"], paused["daily_cap"]) == ("paused", "user", 5)
    assert (await app.patch(path, {"status": "paused"}))["status"] == "paused"
    assert (await app.patch(path, {"status": "active"}))["pause"] is None
    assert [one["id"] for one in (await app.get("/mailboxes"))["items"]] == [box["id"]]
    again = await app.call("POST", "/mailboxes", json={"address": "ADA@SAMPLE.test"}, expect=409)
    assert again.json()["code"] == "mailbox.exists"
    await app.call("DELETE", path, expect=204)
    await app.call("GET", path, expect=404)


@pytest.mark.parametrize(
    "body",
    [
        {"address": "no"},
        {"daily_cap": 0},
        {"daily_cap": 201},
        {"gap_seconds": 10},
        {"time_zone": "+02:00"},
        {"display_name": "a\r\nBcc: x@y.test"},
        {"display_name": " "},
        {"postal_address": " \n "},
        {"postal_address": "1 Quay Street\r\n\x00"},
        {"provider": "smtp"},
        {"password": "x"},
    ],
)
async def test_a_wrong_mailbox_is_refused(app: App, body: dict[str, object]) -> None:
    answer = await app.call("POST", "/mailboxes", json={**BOX, **body}, expect=422)
    assert answer.json()["detail"]


async def test_warmup_starts_pauses_and_goes_on(app: App) -> None:
    await app.set_clock(datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    box = await app.post("/mailboxes", {**BOX, "time_zone": "Asia/Tokyo"})
    path = f"/mailboxes/{box['id']}/warmup"
    started = await app.post(path, {"action": "start"}, expect=200)
    assert (started["warmup"], started["warmup_started_on"]) == ("on", "2026-03-02")
    assert (await app.post(path, {"action": "pause"}, expect=200))["warmup"] == "paused"
    again = await app.post(path, {"action": "start"}, expect=200)
    assert (again["warmup"], again["warmup_started_on"]) == ("on", "2026-03-02")


async def test_nothing_is_claimed_of_a_mailbox_that_never_sent(app: App) -> None:
    box = await app.post("/mailboxes", BOX)
    health = await app.get(f"/mailboxes/{box['id']}/health")
    assert (health["score"], health["label"], health["series"], health["sent"]) == (None, None, [], 0)
    assert health["bounce_rate"] == {"value": None, "numerator": 0, "denominator": 0}
    checked = await app.post(f"/mailboxes/{box['id']}/check", expect=200)
    assert {checked["dns"][name] for name in ("spf", "dkim", "dmarc", "mx")} == {"unknown"}
    assert (await app.get(f"/mailboxes/{box['id']}/health"))["label"] is None
    await app.post(f"/mailboxes/{box['id']}/warmup", {"action": "start"}, expect=200)
    assert (await app.get(f"/mailboxes/{box['id']}/health"))["label"] == "warming"


async def test_somebody_elses_mailbox_does_not_exist(app: App) -> None:
    box = await app.post("/mailboxes", BOX)
    other = await app.as_somebody_else()
    path = f"/mailboxes/{box['id']}"
    for method, rest in (("GET", ""), ("DELETE", ""), ("GET", "/health"), ("POST", "/check")):
        await other.call(method, path + rest, expect=404)
    await other.call("PATCH", path, json={"daily_cap": 3}, expect=404)
    await other.call("POST", f"{path}/warmup", json={"action": "start"}, expect=404)


async def test_people_are_named_for_an_application(app: App) -> None:
    job = await app.post("/jobs", {"raw_description": "Staff Engineer at Harbour\n\nYou will run PostgreSQL."})
    application = (await app.get("/applications"))["items"][0]["id"]
    assert job["id"]
    grace = await app.post("/contacts", {"full_name": "Grace Sample"})
    path = f"/applications/{application}/targets"
    for _ in range(2):
        named = await app.post(path, {"contact_ids": [grace["id"], grace["id"]]})
        assert [one["id"] for one in named["items"]] == [grace["id"]]
    await app.call("POST", path, json={"contact_ids": [application]}, expect=404)
    await (await app.as_somebody_else()).call("GET", path, expect=404)
    await app.call("DELETE", f"{path}/{grace['id']}", expect=204)
    await app.call("DELETE", f"{path}/{grace['id']}", expect=404)
    assert (await app.get(path))["items"] == []


async def test_a_suppression_is_added_once_and_taken_back(app: App) -> None:
    entry = await app.post("/suppressions", {"value": "Grace+jobs@harbour.test"})
    again = await app.post("/suppressions", {"value": "grace@HARBOUR.test"})
    assert entry["id"] == again["id"]
    assert (entry["kind"], entry["shown"], entry["reason"]) == ("address", "grace+jobs@harbour.test", "added_by_user")
    domain = await app.post("/suppressions", {"value": "@quay.test"})
    assert (domain["kind"], domain["shown"]) == ("domain", "quay.test")
    await app.call("POST", "/suppressions", json={"value": "nonsense"}, expect=422)
    await (await app.as_somebody_else()).call("DELETE", f"/suppressions/{entry['id']}", expect=404)
    await app.call("DELETE", f"/suppressions/{entry['id']}", expect=204)
    assert [one["id"] for one in (await app.get("/suppressions"))["items"]] == [domain["id"]]


async def test_a_list_of_suppressions_says_what_became_of_each_row(app: App) -> None:
    data = "E-Mail;Note\na@x.test;\nA@x.test;twice\nwrong;\nx.test;everybody\n".encode("utf-16")
    report = await app.post("/suppressions/import", expect=200, files={"file": ("list.csv", data)})
    assert (report["created"], report["skipped"], report["failed"]) == (2, 1, 1)
    assert [row["status"] for row in report["rows"]] == ["created", "skipped", "failed", "created"]
    many = "email\n" + "".join(f"p{number}@x.test\n" for number in range(10_001))
    await app.call("POST", "/suppressions/import", files={"file": ("l.csv", many.encode())}, expect=422)
    await app.call("POST", "/suppressions/import", files={"file": ("l.csv", b"")}, expect=422)
    await app.call("POST", "/suppressions/import", files={"file": ("l.csv", b"name\nx\n")}, expect=422)

"""Contacts and companies over HTTP: what is worked out, what is kept, what is refused."""

from typing import Any

import pytest

from tests.app import App

GRACE = {
    "full_name": "Grace Sample",
    "role_title": "Head of Platform",
    "email": "Grace.Sample@harbour-systems.test",
    "company": "Harbour Systems Ltd.",
    "location": "Porto, Portugal",
}


async def test_level_zone_country_and_company_are_worked_out(app: App) -> None:
    grace = await app.post("/contacts", GRACE)
    assert (grace["level"], grace["timezone"], grace["timezone_source"]) == (
        "line_manager",
        "Europe/Lisbon",
        "location",
    )
    assert (grace["country"], grace["email"], grace["source"]) == ("PT", GRACE["email"], "user")
    company = await app.get(f"/companies/{grace['company_id']}")
    assert (company["name"], company["domains"]) == ("Harbour Systems Ltd.", ["harbour-systems.test"])
    assert await app.get(f"/contacts/{grace['id']}") == grace


async def test_one_company_is_one_row_however_its_name_is_written(app: App) -> None:
    one = await app.post("/contacts", GRACE)
    other = await app.post("/contacts", {"full_name": "Ned Sample", "company": "HARBOUR  systems"})
    third = await app.post("/contacts", {"full_name": "Una Sample", "email": "una@harbour-systems.test"})
    assert one["company_id"] == other["company_id"] == third["company_id"]
    assert len((await app.get("/companies"))["items"]) == 1


async def test_a_free_mail_address_says_nothing_of_the_company(app: App) -> None:
    first = await app.post("/contacts", {"full_name": "A Sample", "email": "a@gmail.com", "company": "Harbour"})
    second = await app.post("/contacts", {"full_name": "B Sample", "email": "b@gmail.com"})
    assert (await app.get(f"/companies/{first['company_id']}"))["domains"] == []
    assert second["company_id"] is None


async def test_an_address_is_one_contact_in_any_case(app: App) -> None:
    grace = await app.post("/contacts", GRACE)
    again = await app.call("POST", "/contacts", json={**GRACE, "email": GRACE["email"].upper()}, expect=409)
    assert (again.json()["code"], again.json()["facts"]["contact_id"]) == ("contact.exists", grace["id"])
    other = await app.post("/contacts", {"full_name": "Ned Sample", "email": "ned@harbour-systems.test"})
    taken = await app.call("PATCH", f"/contacts/{other['id']}", json={"email": GRACE["email"]}, expect=409)
    assert (taken.json()["code"], taken.json()["facts"]["contact_id"]) == ("contact.exists", grace["id"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "not an address"),
        ("email", "a@b"),
        ("timezone", "+02:00"),
        ("timezone", "Mars/Base"),
        ("full_name", "  "),
        ("full_name", None),
        ("full_name", 7),
        ("linkedin_url", "https://example.test/in/x"),
        ("linkedin_url", "http://[broken"),
        ("level", "boss"),
        ("unknown", 1),
        ("company", "!!!"),
        ("facts", [{"text": "x", "source_url": "javascript:1"}]),
        ("company_id", "x"),
    ],
)
async def test_a_wrong_field_is_refused_by_name(app: App, field: str, value: Any) -> None:
    answer = await app.call("POST", "/contacts", json={**GRACE, field: value}, expect=422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert field in answer.text
    assert (await app.get("/contacts"))["items"] == []


async def test_unknown_places_stay_unknown(app: App) -> None:
    lost = await app.post("/contacts", {"full_name": "Lost Sample", "location": "Somewhere"})
    wide = await app.post("/contacts", {"full_name": "Wide Sample", "location": "United States"})
    assert (lost["timezone"], lost["timezone_source"], lost["country"]) == (None, None, None)
    assert (wide["timezone"], wide["country"]) == (None, "US")


async def test_headquarters_lend_their_zone_and_an_own_one_is_kept(app: App) -> None:
    ned = await app.post("/contacts", {"full_name": "Ned Sample", "company": "Harbour"})
    own = await app.post("/contacts", {"full_name": "Own Sample", "company": "Harbour", "timezone": "Asia/Tokyo"})
    far = await app.post("/contacts", {"full_name": "Far Sample", "company": "Harbour", "location": "Canada"})
    company = await app.patch(f"/companies/{ned['company_id']}", {"hq": "Munich, Germany"})
    assert (company["timezone"], company["sources"]) == ("Europe/Berlin", {"hq": "user", "timezone": "location"})
    zones = [(await app.get(f"/contacts/{one['id']}"))["timezone"] for one in (ned, own, far)]
    assert zones == ["Europe/Berlin", "Asia/Tokyo", None]
    back = await app.patch(f"/contacts/{own['id']}", {"timezone": None})
    assert (back["timezone"], back["timezone_source"]) == ("Europe/Berlin", "company")


async def test_a_chosen_level_is_kept_and_a_followed_one_follows(app: App) -> None:
    grace = await app.post("/contacts", GRACE)
    path = f"/contacts/{grace['id']}"
    assert (await app.patch(path, {"role_title": "Technical Recruiter"}))["level"] == "recruiter"
    assert (await app.patch(path, {"level": "peer"}))["level"] == "peer"
    assert (await app.patch(path, {"role_title": "CEO"}))["level"] == "peer"
    assert (await app.patch(path, {"level": None}))["level"] == "executive"


async def test_contacts_are_listed_page_by_page_and_found_by_words(app: App) -> None:
    for number in range(3):
        await app.post("/contacts", {"full_name": f"Person {number}", "company": "Harbour" if number else "Quay"})
    first = await app.get("/contacts", params={"limit": 2})
    rest = await app.get("/contacts", params={"limit": 2, "cursor": first["next_cursor"]})
    assert [one["full_name"] for one in first["items"] + rest["items"]] == ["Person 2", "Person 1", "Person 0"]
    assert len((await app.get("/contacts", params={"q": "quay"}))["items"]) == 1
    assert (await app.get("/contacts", params={"q": "%"}))["items"] == []
    harbour = first["items"][0]["company_id"]
    assert len((await app.get("/contacts", params={"company_id": harbour}))["items"]) == 2


async def test_somebody_elses_contact_does_not_exist(app: App) -> None:
    grace = await app.post("/contacts", GRACE)
    other = await app.as_somebody_else()
    for method, path in (("GET", "contacts"), ("PATCH", "contacts"), ("DELETE", "contacts")):
        body = {"json": {"tags": ["x"]}} if method == "PATCH" else {}
        await other.call(method, f"/{path}/{grace['id']}", expect=404, **body)
    await other.call("PATCH", f"/companies/{grace['company_id']}", json={"about": "x"}, expect=404)
    await other.call("POST", "/contacts", json={"full_name": "X Y", "company_id": grace["company_id"]}, expect=404)
    assert (await other.get("/companies"))["items"] == []
    await app.call("DELETE", f"/contacts/{grace['id']}", expect=204)
    await app.call("GET", f"/contacts/{grace['id']}", expect=404)


async def test_facts_about_a_company_are_yours_and_replaced_by_yours(app: App) -> None:
    ned = await app.post("/contacts", {"full_name": "Ned Sample", "company": "Harbour"})
    path = f"/companies/{ned['company_id']}"
    fact = {"text": "Opened an office.", "kind": "news", "source_url": "https://x.test/a", "date": "2026-10-01"}
    assert (await app.patch(path, {"facts": [fact]}))["facts"] == [{**fact, "source": "user"}]
    assert (await app.patch(path, {"facts": []}))["facts"] == []
    gmail = await app.call("PATCH", path, json={"domains": ["gmail.com"]}, expect=422)
    assert gmail.json()["code"] == "company.invalid"
    await app.post("/contacts", {"full_name": "Q", "company": "Quay"})
    assert (await app.call("PATCH", path, json={"name": "Quay Inc"}, expect=409)).json()["code"] == "company.exists"

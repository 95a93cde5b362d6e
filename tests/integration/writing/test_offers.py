"""Notes for an application: written by rule, edited, put on one page."""

import pytest

from tests.app import App
from tests.integration.sending.journey import a_campaign, set_out


async def test_a_note_quotes_its_evidence_and_keeps_its_length(app: App) -> None:
    ready = await set_out(app)
    path = f"/applications/{ready.application_id}/offer"
    body = {"tone": "direct", "length": "medium", "contact_id": ready.contacts[0]}
    offer = await app.post(path, body)
    assert (offer["engine"], offer["engine_reason"], offer["thin"]) == ("rules", None, False)
    assert 320 <= len(offer["body"]) <= 480
    assert offer["claims"]
    assert all(one["sentence"] in offer["body"] and one["evidence"]["text"] for one in offer["claims"])
    assert offer["lint"]["body_char_count"] == len(offer["body"])
    assert [one["id"] for one in (await app.get(path))["items"]] == [offer["id"]]


async def test_asked_for_a_language_model_the_rules_answer_and_say_why(app: App) -> None:
    ready = await set_out(app)
    body = {"engine": "llm", "instructions": "Be brief."}
    offer = await app.post(f"/applications/{ready.application_id}/offer", body)
    assert (offer["engine"], offer["instructions"]) == ("rules", "Be brief.")
    assert offer["engine_reason"] in {"no_key", "policy"}


async def test_colleagues_are_not_written_to_in_the_same_words(app: App) -> None:
    ready = await set_out(app, people=4)
    path = f"/applications/{ready.application_id}/offer"
    bodies = [(await app.post(path, {"contact_id": one}))["body"].partition("\n\n")[2] for one in ready.contacts]
    assert len(set(bodies)) == len(bodies)


async def test_own_words_are_read_again_and_begin_the_campaign(app: App) -> None:
    ready = await set_out(app, people=1)
    offer = await app.post(f"/applications/{ready.application_id}/offer", {"contact_id": ready.contacts[0]})
    own = "Hello Mia,\n\nI cut checkout latency by 43 % last year. May I tell you how?\n\nAda Sample"
    edited = await app.patch(f"/offers/{offer['id']}", {"subject": "Checkout latency", "body": own})
    assert (edited["edited"], edited["version"], edited["claims"]) == (True, 1, [])
    preview = await app.get(f"/campaigns/{await a_campaign(app, ready)}/preview")
    assert preview["items"][0]["mails"][0]["body"] == own
    assert {mail["subject"] for mail in preview["items"][0]["mails"][1:]} == {"Re: Checkout latency"}
    invented = await app.patch(f"/offers/{offer['id']}", {"body": "I cut costs by 91 %."})
    assert "number_without_evidence" in {one["code"] for one in invented["lint"]["findings"]}


async def test_an_offer_is_put_on_one_page(app: App) -> None:
    ready = await set_out(app)
    offer = await app.post(f"/applications/{ready.application_id}/offer", {})
    path = f"/offers/{offer['id']}/one-pager"
    await app.call("GET", path, expect=404)
    task = await app.finished(await app.post(path, expect=202))
    assert task["result"]["path"] == path
    page = await app.call("GET", path, expect=200)
    assert page.content.startswith(b"%PDF")
    assert page.headers["content-type"] == "application/pdf"
    assert (await app.get(f"/offers/{offer['id']}"))["has_one_pager"]


@pytest.mark.parametrize("path", ["/applications/019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1f1/offer"])
async def test_what_does_not_exist_is_not_found(app: App, path: str) -> None:
    await app.call("GET", path, expect=404)
    await app.call("POST", path, json={}, expect=404)
    ready = await set_out(app)
    offer = await app.post(f"/applications/{ready.application_id}/offer", {})
    other = await app.as_somebody_else()
    for method, where, body in (
        ("GET", f"/offers/{offer['id']}", None),
        ("PATCH", f"/offers/{offer['id']}", {"body": "Mine"}),
        ("POST", f"/offers/{offer['id']}/one-pager", None),
        ("GET", f"/applications/{ready.application_id}/offer", None),
    ):
        await other.call(method, where, expect=404, **({"json": body} if body else {}))


async def test_without_a_resume_nothing_is_written(app: App) -> None:
    job = await app.post("/jobs", {"raw_description": "Engineer\nNorthwind Freight\nLead the team"})
    answer = await app.call("POST", f"/applications/{job['application_id']}/offer", json={}, expect=404)
    assert answer.json()["code"] == "resume.not_found"

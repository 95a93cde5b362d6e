"""From a draft to planned mails: exactly one a person and step, whoever launches how often."""

import asyncio
from datetime import datetime
from uuid import uuid4

import pytest

from tests.app import App
from tests.integration.sending.journey import MONDAY, a_campaign, a_contact, launched, mails, set_out


@pytest.fixture(autouse=True)
async def _monday(app: App) -> None:
    await app.set_clock(datetime.fromisoformat(MONDAY))


async def test_two_people_and_four_steps_make_exactly_eight_mails(app: App) -> None:
    ready = await set_out(app)
    campaign = await a_campaign(app, ready)
    preview = await app.get(f"/campaigns/{campaign}/preview")
    assert (preview["targets"], preview["mails"], preview["blockers"]) == (2, 8, [])
    answer = await app.post(f"/campaigns/{campaign}/launch", {"digest": preview["digest"]}, expect=200)
    assert answer["mails"] == 8
    assert answer["campaign"]["status"] == "active"
    rows = await mails(app, campaign)
    assert len(rows) == 8
    assert {(row["contact_id"], row["step"]) for row in rows} == {
        (who, n) for who in ready.contacts for n in (1, 2, 3, 4)
    }
    shown = {
        (one["contact_id"], mail["step"]): (mail["subject"], mail["planned_at"])
        for one in preview["items"]
        for mail in one["mails"]
    }
    assert {(row["contact_id"], row["step"]): (row["subject"], row["due_at"]) for row in rows} == shown


async def test_colleagues_get_words_of_their_own_and_every_claim_quotes_its_evidence(app: App) -> None:
    ready = await set_out(app, people=3)
    preview = await app.get(f"/campaigns/{await a_campaign(app, ready)}/preview")
    bodies = [mail["body"].partition("\n\n")[2] for one in preview["items"] for mail in one["mails"]]
    assert len(set(bodies)) == len(bodies)
    for mail in (mail for one in preview["items"] for mail in one["mails"]):
        assert all(claim["sentence"] in mail["body"] and claim["evidence"]["text"] for claim in mail["claims"])


async def test_launching_again_is_refused_and_doubles_nothing(app: App) -> None:
    ready = await set_out(app)
    campaign = await launched(app, ready)
    digest = (await app.get(f"/campaigns/{campaign}/preview"))["digest"]
    again = await app.call("POST", f"/campaigns/{campaign}/launch", json={"digest": digest}, expect=409)
    assert again.json()["code"] == "campaign.not_a_draft"
    assert len(await mails(app, campaign)) == 8


@pytest.mark.parametrize("with_key", [False, True])
async def test_ten_launches_at_once_make_the_mails_once(app: App, *, with_key: bool) -> None:
    ready = await set_out(app)
    campaign = await a_campaign(app, ready)
    digest = (await app.get(f"/campaigns/{campaign}/preview"))["digest"]
    headers = {"Idempotency-Key": uuid4().hex} if with_key else {}
    path, body = f"/campaigns/{campaign}/launch", {"digest": digest}
    answers = await asyncio.gather(*(app.call("POST", path, json=body, headers=headers) for _ in range(10)))
    statuses = sorted(answer.status_code for answer in answers)
    assert set(statuses) <= {200, 409}
    assert statuses.count(200) == 1 or with_key
    assert len(await mails(app, campaign)) == 8
    if with_key:
        assert (await app.call("POST", path, json=body, headers=headers)).status_code == 200


async def test_every_blocker_is_named_at_once_and_says_what_to_do(app: App) -> None:
    ready = await set_out(app)
    ready.contacts += [
        await a_contact(app, 2, email=None),
        await a_contact(app, 3, timezone=None, company="Nowhere Known"),
    ]
    await app.patch(f"/mailboxes/{ready.mailbox_id}", {"status": "paused"})
    template = await app.post("/sequence-templates", {"name": "Mine", "steps": [_STEP]})
    campaign = await a_campaign(app, ready, template_id=template["id"])
    preview = await app.get(f"/campaigns/{campaign}/preview")
    codes = {one["code"] for one in preview["blockers"]}
    assert {"invalid_address", "unknown_time_zone", "no_mailbox", "unresolved_variable"} <= codes
    assert all(one["what_to_do"] for one in preview["blockers"])
    assert not preview["can_launch"]
    body = {"digest": preview["digest"]}
    refused = (await app.call("POST", f"/campaigns/{campaign}/launch", json=body, expect=409)).json()
    assert refused["code"] == "campaign.blocked"
    assert len(refused["errors"]) == len(preview["blockers"])
    assert await mails(app, campaign) == []


_STEP = {
    "kind": "initial",
    "day": 0,
    "subject": "Your platform team",
    "body": "Hello {{ contact.first_name }},\n\nI read about {{ contact.department }}.\n\n{{ sender.name }}",
}


async def test_another_digest_is_refused_and_says_what_changed(app: App) -> None:
    ready = await set_out(app)
    campaign = await a_campaign(app, ready)
    digest = (await app.get(f"/campaigns/{campaign}/preview"))["digest"]
    await app.patch(f"/campaigns/{campaign}", {"settings": {"opens": "09:30"}})
    path = f"/campaigns/{campaign}/launch"
    refused = (await app.call("POST", path, json={"digest": digest}, expect=409)).json()
    assert refused["code"] == "campaign.changed_since_preview"
    assert len(refused["errors"]) == 8
    assert "window" in refused["errors"][0]["message"]
    unknown = (await app.call("POST", path, json={"digest": "0" * 64}, expect=409)).json()
    assert unknown["code"] == "campaign.changed_since_preview"
    assert await mails(app, campaign) == []


async def test_a_person_is_in_one_running_campaign_only(app: App) -> None:
    ready = await set_out(app)
    await launched(app, ready, name="First")
    second = await a_campaign(app, ready, name="Second")
    blockers = (await app.get(f"/campaigns/{second}/preview"))["blockers"]
    assert {one["code"] for one in blockers} == {"live_elsewhere"}
    assert "First" in blockers[0]["message"]

"""A campaign that runs: its mails are edited, held, approved and canceled; it pauses, resumes, stops and completes."""

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from dependency_injector import providers

from roleferry.domain.use_cases.figures.run_nightly import NIGHTLY
from tests.app import App
from tests.integration.sending.engine_world import until
from tests.integration.sending.journey import MONDAY, Ready, a_campaign, a_contact, launched, mails, set_out

_START = datetime.fromisoformat(MONDAY)


@pytest.fixture(autouse=True)
async def _monday(app: App) -> None:
    await app.set_clock(_START)


async def drain(app: App, until: datetime, *, step: timedelta = timedelta(hours=1)) -> None:
    """Move the clock on, an hour at a time, and do whatever is due."""
    moment = app.container.clock().now()
    while moment < until:
        moment = min(moment + step, until)
        await app.set_clock(moment)
        await app.worker.sweep()
        while await app.worker.send_due():
            pass


def gone(rows: list[dict[str, Any]]) -> list[bool]:
    """Return for each mail whether it has left, whatever is known of it since."""
    return [row["status"] in {"sent", "delivered"} for row in rows]


async def of(app: App, mail: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = await app.get(f"/outreach/{mail['id']}")
    return found


async def test_every_mail_goes_once_and_then_the_campaign_completes(app: App) -> None:
    ready = await set_out(app)
    campaign = await launched(app, ready)
    await drain(app, _START + timedelta(days=14))
    rows = await mails(app, campaign)
    assert all(gone(rows))
    assert len({(row["contact_id"], row["step"]) for row in rows}) == len(rows) == 8
    await drain(app, _START + timedelta(days=21), step=timedelta(days=1))
    summary = await app.get(f"/campaigns/{campaign}/summary")
    assert (summary["status"], summary["people"]) == ("completed", {"finished": 2})
    assert "8 of 8 mails" in summary["in_words"]


async def test_what_fails_in_one_of_a_workers_loops_holds_up_no_other(app: App) -> None:
    async def fails(*, limit: int) -> None:
        raise RuntimeError(f"none of {limit} can be asked about")

    async def done() -> bool:
        async with app.container.transactions().begin(None) as uow:
            return await uow.housekeeping.done(NIGHTLY, _START.date())

    app.container.settle_uncertain.override(providers.Object(fails))
    loops = [asyncio.create_task(app.worker.repeat(step, every=0.05)) for step in app.worker.steps]
    await until(done)
    app.worker.stopping.set()
    await asyncio.gather(*loops)


async def test_a_mail_always_says_when_it_goes_or_why_not(app: App) -> None:
    campaign = await launched(app, await set_out(app))
    first, *_, last = await mails(app, campaign)
    view = await of(app, first)
    assert view["explanation"]["will_go"]
    assert "their time" in view["explanation"]["sentence"]
    assert view["explanation"]["expected_at"] == view["due_at"]
    assert view["attempts"] == []
    assert view["lint"]["body_char_count"] == len(view["body"])
    await app.post(f"/campaigns/{campaign}/pause", expect=200)
    paused = (await of(app, last))["explanation"]
    assert (paused["will_go"], paused["code"]) == (False, "campaign_not_active")


async def test_own_words_are_approved_and_sent(app: App) -> None:
    campaign = await launched(app, await set_out(app, people=1))
    first = (await mails(app, campaign))[0]
    edited = await app.patch(f"/outreach/{first['id']}", {"subject": "My own subject", "body": "My own words.\n\nAda"})
    assert (edited["subject"], edited["edited"], edited["explanation"]["will_go"]) == ("My own subject", True, True)
    later = await mails(app, campaign)
    assert {row["subject"] for row in later if row["step"] > 1} == {"Re: My own subject"}
    await drain(app, _START + timedelta(days=12))
    assert all(gone(await mails(app, campaign)))
    sent = await app.call("PATCH", f"/outreach/{first['id']}", json={"body": "Too late"}, expect=409)
    assert sent.json()["code"] == "outreach.not_editable"


async def test_an_edited_mail_is_read_again_and_never_empty(app: App) -> None:
    campaign = await launched(app, await set_out(app, people=1))
    first = (await mails(app, campaign))[0]
    edited = await app.patch(f"/outreach/{first['id']}", {"body": "I cut costs by 97 % and act now!\n\nAda"})
    assert {one["code"] for one in edited["lint"]["findings"]} >= {"number_without_evidence"}
    empty = await app.call("PATCH", f"/outreach/{first['id']}", json={"subject": " ", "body": ""}, expect=422)
    assert {one["path"] for one in empty.json()["errors"]} == {"subject", "body"}


async def test_an_edited_step_holds_its_unsent_mails_until_they_are_approved(app: App) -> None:
    campaign = await launched(app, await set_out(app))
    rows = await mails(app, campaign)
    own = next(row for row in rows if row["step"] == 3)
    await app.patch(f"/outreach/{own['id']}", {"body": "Words of my own.\n\nAda"})
    sequence = await app.get(f"/campaigns/{campaign}/sequence")
    step = sequence["steps"][2]
    changed = await app.patch(f"/sequence-steps/{step['id']}", {"body": "{{ offer.body }}\n\nP.S. I am in Porto."})
    assert changed["held"] == 1
    held = await mails(app, campaign, status="held")
    assert [(row["step"], row["hold_reason"]) for row in held] == [(3, "unapproved")]
    view = await of(app, held[0])
    assert view["body"].endswith("P.S. I am in Porto.")
    assert "approve" in view["explanation"]["sentence"]
    approved = await app.post(f"/outreach/{held[0]['id']}/approve", expect=200)
    assert (approved["status"], approved["explanation"]["will_go"]) == ("scheduled", True)
    again = await app.call("POST", f"/outreach/{held[0]['id']}/approve", expect=409)
    assert again.json()["code"] == "outreach.nothing_to_approve"
    shape = await app.call("PATCH", f"/sequence-steps/{step['id']}", json={"enabled": False}, expect=409)
    assert shape.json()["code"] == "campaign.not_a_draft"


async def test_a_canceled_mail_never_goes(app: App) -> None:
    campaign = await launched(app, await set_out(app, people=1))
    last = (await mails(app, campaign))[-1]
    canceled = await app.post(f"/outreach/{last['id']}/cancel", expect=200)
    assert (canceled["status"], canceled["explanation"]["will_go"]) == ("canceled", False)
    await app.call("POST", f"/outreach/{last['id']}/cancel", expect=409)
    await drain(app, _START + timedelta(days=14))
    assert [row["status"] for row in await mails(app, campaign) if row["id"] == last["id"]] == ["canceled"]
    assert sum(gone(await mails(app, campaign))) == 3


async def test_a_paused_campaign_sends_nothing_and_does_not_burst_when_it_resumes(app: App) -> None:
    campaign = await launched(app, await set_out(app, people=3))
    await app.post(f"/campaigns/{campaign}/pause", expect=200)
    await drain(app, _START + timedelta(days=4), step=timedelta(hours=6))
    assert {row["status"] for row in await mails(app, campaign)} == {"scheduled"}
    resumed = await app.post(f"/campaigns/{campaign}/resume", expect=200)
    assert resumed["status"] == "active"
    now = app.container.clock().now()
    times = sorted(datetime.fromisoformat(row["due_at"]) for row in await mails(app, campaign))
    assert times[0] >= now
    assert all(later - earlier >= timedelta(minutes=5) for earlier, later in pairwise(times))
    again = await app.call("POST", f"/campaigns/{campaign}/resume", expect=409)
    assert again.json()["code"]


async def test_a_stopped_campaign_cancels_what_has_not_left_and_frees_its_people(app: App) -> None:
    ready = await set_out(app)
    campaign = await launched(app, ready, name="First")
    stopped = await app.post(f"/campaigns/{campaign}/stop", expect=200)
    assert stopped["status"] == "stopped"
    assert {(row["status"], row["end_reason"]) for row in await mails(app, campaign)} == {
        ("canceled", "you stopped the campaign")
    }
    await app.call("POST", f"/campaigns/{campaign}/stop", expect=409)
    await launched(app, ready, name="Second")


async def test_a_draft_can_be_changed_and_thrown_away_a_running_one_cannot(app: App) -> None:
    ready = await set_out(app)
    draft = await a_campaign(app, ready, name="Draft")
    edited = await app.patch(
        f"/campaigns/{draft}", {"name": "Renamed", "settings": {"days": [2, 3], "closes": "12:30"}}
    )
    assert (edited["name"], edited["settings"]["days"], edited["settings"]["closes"]) == ("Renamed", [2, 3], "12:30")
    more = await a_contact(app, 3)
    assert await app.post(f"/campaigns/{draft}/targets", {"contact_ids": [more]}, expect=200) == {
        "changed": 1,
        "targets": 3,
    }
    gone = await app.call("DELETE", f"/campaigns/{draft}/targets", json={"contact_ids": [more]}, expect=200)
    assert gone.json() == {"changed": 1, "targets": 2}
    listed = (await app.get(f"/campaigns/{draft}/targets"))["items"]
    assert {(one["contact_id"], one["application_id"]) for one in listed} == {
        (one, ready.application_id) for one in ready.contacts
    }
    await app.call("DELETE", f"/campaigns/{draft}", expect=204)
    await app.call("GET", f"/campaigns/{draft}", expect=404)
    running = await launched(app, ready)
    for method, path, body in (
        ("DELETE", "", None),
        ("POST", "/targets", {"contact_ids": [more]}),
        ("PATCH", "", {"settings": {"opens": "10:00"}}),
    ):
        answer = await app.call(method, f"/campaigns/{running}{path}", expect=409, **({"json": body} if body else {}))
        assert answer.json()["code"] == "campaign.not_a_draft"


async def test_nobody_reaches_somebody_elses_campaign(app: App) -> None:
    ready: Ready = await set_out(app)
    campaign = await launched(app, ready)
    mail = (await mails(app, campaign))[0]
    step = (await app.get(f"/campaigns/{campaign}/sequence"))["steps"][0]
    other = await app.as_somebody_else()
    for method, path, body in (
        ("GET", f"/campaigns/{campaign}", None),
        ("GET", f"/campaigns/{campaign}/preview", None),
        ("GET", f"/campaigns/{campaign}/summary", None),
        ("GET", f"/campaigns/{campaign}/sequence", None),
        ("GET", f"/campaigns/{campaign}/outreach", None),
        ("POST", f"/campaigns/{campaign}/stop", None),
        ("GET", f"/outreach/{mail['id']}", None),
        ("PATCH", f"/outreach/{mail['id']}", {"body": "Mine"}),
        ("POST", f"/outreach/{mail['id']}/cancel", None),
        ("PATCH", f"/sequence-steps/{step['id']}", {"body": "Mine"}),
        ("POST", "/campaigns", {"targets": [{"contact_id": ready.contacts[0]}]}),
    ):
        await other.call(method, path, expect=404, **({"json": body} if body else {}))
    assert (await other.get("/outreach"))["items"] == []

"""The whole journey over HTTP: from preferences to figures, two people, four steps, twelve days (SPEC 2)."""

import email
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.policy import default
from zoneinfo import ZoneInfo

from tests.app import App
from tests.integration.sending.journey import MONDAY, a_campaign, launched, mails, set_out

START = datetime.fromisoformat(MONDAY)
LISBON = ZoneInfo("Europe/Lisbon")
DAYS = 12


async def test_the_whole_journey(app: App) -> None:
    await app.set_clock(START)
    preferences = {"titles": ["Staff Engineer"], "locations": ["Lisbon"], "remote": "any"}
    await app.call("PUT", "/job-preferences", json=preferences, expect=200)
    ready = await set_out(app)
    offer = await app.post(
        f"/applications/{ready.application_id}/offer", {"contact_id": ready.contacts[0], "tone": "warm"}
    )
    assert all(claim["evidence"]["text"] for claim in offer["claims"])
    campaign = await a_campaign(app, ready)
    preview = await app.get(f"/campaigns/{campaign}/preview")
    assert preview["can_launch"], preview["blockers"]
    await app.post(f"/campaigns/{campaign}/launch", {"digest": preview["digest"]}, expect=200)
    assert len(await mails(app, campaign)) == 8

    await _let_hours_pass(app, DAYS * 24)

    outbox = (await app.get("/dev/outbox"))["items"]
    assert len(outbox) == 8
    assert set(Counter(mail["outreach_id"] for mail in outbox).values()) == {1}
    for mail in outbox:
        _is_a_mail_at_a_right_hour(mail["raw"])
    rows = await mails(app, campaign)
    assert {row["status"] for row in rows} <= {"sent", "delivered"}

    overview = await app.get("/analytics/overview")
    assert overview["total_sent"] == 8
    assert overview["roles_applied"] == 1
    assert overview["reply_rate"] == {"value": 0.0, "numerator": 0, "denominator": 8}
    costs = await app.get("/costs")
    assert costs["total"]["spent"] == "0.00"


async def test_a_reply_stops_the_rest_and_is_counted_once(app: App) -> None:
    await app.set_clock(START)
    ready = await set_out(app, people=1)
    campaign = await launched(app, ready)
    await _let_hours_pass(app, 24)
    first = (await app.get("/dev/outbox"))["items"][0]
    answer = {"type": "replied", "text": "Thanks, happy to talk. Does Thursday at 3pm work for a call?"}
    for _ in range(2):
        await app.post(f"/dev/outbox/{first['outreach_id']}/events", answer, expect=202)
        await app.post("/dev/drain", expect=200)
    for day in range(1, DAYS):
        await app.set_clock(START + timedelta(days=day, hours=10))
        await app.post("/dev/drain", expect=200)
    assert len((await app.get("/dev/outbox"))["items"]) == 1
    statuses = [row["status"] for row in await mails(app, campaign)]
    assert statuses.count("canceled") == 3
    replies = (await app.get("/replies"))["items"]
    assert {reply["label"] for reply in replies} <= {"meeting", "interested"}
    overview = await app.get("/analytics/overview")
    assert overview["reply_rate"]["numerator"] == 1


async def test_a_colleague_who_waits_is_named_and_never_announced_as_next(app: App) -> None:
    await app.set_clock(START)
    ready = await set_out(app, people=2)
    campaign = await launched(app, ready)
    await _let_hours_pass(app, 24)
    (first,) = (await app.get("/dev/outbox"))["items"]
    reply = {"type": "replied", "text": "Tell me more."}
    await app.post(f"/dev/outbox/{first['outreach_id']}/events", reply, expect=202)
    await app.post("/dev/drain", expect=200)
    summary = await app.get(f"/campaigns/{campaign}/summary")
    assert (summary["next_mail"], "1 person on hold" in summary["in_words"]) == (None, True)
    (asked,) = [one for one in (await app.get("/notices"))["items"] if one["code"] == "contact.asks"]
    waiting = next(one["contact_id"] for one in await mails(app, campaign) if one["status"] == "scheduled")
    assert asked["facts"] == {"contact_id": waiting, "campaign_id": campaign}


async def test_somebody_who_opted_out_is_never_written_to_again(app: App) -> None:
    await app.set_clock(START)
    ready = await set_out(app, people=1)
    await launched(app, ready)
    await _let_hours_pass(app, 24)
    message = email.message_from_string((await app.get("/dev/outbox"))["items"][0]["raw"], policy=default)
    link = str(message["List-Unsubscribe"]).split(">")[0].strip("<")
    path = "/u/" + link.rpartition("/u/")[2]
    assert (await app.call("GET", path)).status_code == 200
    form = {"List-Unsubscribe": "One-Click"}
    assert (await app.call("POST", path, data=form)).status_code == 200
    for day in range(1, DAYS):
        await app.set_clock(START + timedelta(days=day, hours=10))
        await app.post("/dev/drain", expect=200)
    assert len((await app.get("/dev/outbox"))["items"]) == 1
    blocked = await a_campaign(app, ready)
    codes = {one["code"] for one in (await app.get(f"/campaigns/{blocked}/preview"))["blockers"]}
    assert "suppressed" in codes


async def _let_hours_pass(app: App, hours: int) -> None:
    """Move the clock hour by hour from the start, doing all that is due each time."""
    for hour in range(hours):
        await app.set_clock(START + timedelta(hours=hour))
        await app.post("/dev/drain", expect=200)


def _is_a_mail_at_a_right_hour(raw: str) -> None:
    message = email.message_from_string(raw, policy=default)
    sent = datetime.strptime(str(message["Date"]), "%a, %d %b %Y %H:%M:%S %z").astimezone(UTC)
    local = sent.astimezone(LISBON)
    assert local.isoweekday() <= 5, local
    assert 8 <= local.hour < 17, local
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text = message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "{{" not in text
    assert "1 Quay Street" in text

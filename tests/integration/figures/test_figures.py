"""Figures over HTTP: the check values of SPEC 3.11, and sums that stay true whatever the order and the nights."""

import random
from datetime import date, timedelta
from typing import Any

from roleferry.domain.model.figures.facts import fold
from roleferry.domain.model.figures.rollup import tally
from roleferry.domain.model.figures.standing import standing
from roleferry.domain.use_cases.figures.changing import BEGINNING
from tests.app import App
from tests.integration.inbound.test_events import deliver
from tests.integration.inbound.world import TUESDAY, World, launched


async def test_before_the_first_mail_a_rate_is_null_and_not_zero(app: App) -> None:
    figures = await app.get("/analytics/overview")
    nothing = {"value": None, "numerator": 0, "denominator": 0}
    assert (figures["total_sent"], figures["click_rate"], figures["reply_rate"]) == (0, nothing, nothing)
    assert figures["cost_per_reply"] == {"value": None, "total": "0.00", "count": 0, "currency": "USD"}
    assert (await app.get("/analytics/deliverability"))["mailboxes"] == []


async def test_ten_sent_one_bounced_three_clicked_two_answered(app: App) -> None:
    world = await launched(app, people=10, steps=1)
    await world.send_first()
    await app.post("/dev/drain", expect=200)
    await world.happens(0, "bounced", bounce="hard")
    for clicks, contact in enumerate((1, 2, 3)):
        for _ in range(5 if clicks == 0 else 1):
            await world.happens(contact, "clicked")
            await app.post("/dev/clock", {"advance_seconds": 60}, expect=200)
    await world.happens(4, "replied", text="Sounds interesting, tell me more.")
    await world.happens(5, "replied", text="Not for us, thank you.")
    await world.happens(6, "auto_reply", text="I am out of the office until March 12, 2026.")
    figures = await app.get("/analytics/overview")
    assert (figures["total_sent"], figures["delivered"], figures["bounced"]) == (10, 9, 1)
    assert figures["click_rate"] == {"value": 3 / 9, "numerator": 3, "denominator": 9}
    assert figures["reply_rate"] == {"value": 2 / 9, "numerator": 2, "denominator": 9}
    assert figures["positive"] == 1
    campaign = await app.get(f"/analytics/campaigns/{world.campaign_id}")
    assert campaign["figures"]["reply_rate"] == figures["reply_rate"]
    assert [step["step"] for step in campaign["steps"]] == [1]
    (mailbox,) = (await app.get("/analytics/deliverability"))["mailboxes"]
    assert mailbox["bounce_rate"] == {"value": 0.1, "numerator": 1, "denominator": 10}
    assert (mailbox["score"], mailbox["label"]) == (50.0, "at_risk")


async def test_a_series_shows_every_day_and_refuses_a_range_that_is_none(app: App) -> None:
    world = await launched(app, steps=1)
    await world.send_first()
    asked = {"metric": "sent", "from": "2026-03-01", "to": "2026-03-04"}
    series = await app.get("/analytics/timeseries", params=asked)
    assert [(point["day"], point["numerator"]) for point in series["points"]] == [
        ("2026-03-01", 0),
        ("2026-03-02", 0),
        ("2026-03-03", 1),
        ("2026-03-04", 0),
    ]
    for wrong in (
        {"metric": "opens"},
        {"metric": "sent", "from": "2026-03-05", "to": "2026-03-04"},
        {"metric": "sent", "from": "2020-03-05", "to": "2026-03-04"},
        {"metric": "sent", "from": "yesterday"},
        {},
    ):
        await app.call("GET", "/analytics/timeseries", params=wrong, expect=422)
    await app.get("/analytics/timeseries", params={"metric": "sent", "to": "0001-01-02"})
    answer = await app.call("GET", "/analytics/timeseries", params={"metric": "sent", "from": "yesterday"}, expect=422)
    assert [one["path"] for one in answer.json()["errors"]] == ["from"]


async def test_nobody_sees_anothers_figures(app: App) -> None:
    world = await launched(app, steps=1)
    await world.send_first()
    other = await app.as_somebody_else()
    assert (await other.get("/analytics/overview"))["total_sent"] == 0
    await other.call("GET", f"/analytics/campaigns/{world.campaign_id}", expect=404)


KINDS = ("delivered", "clicked", "replied", "complained", "unsubscribed", "deferred", "bounced")


async def story(world: World, chance: random.Random) -> list[dict[str, Any]]:
    """Tell of all that can happen to a mail, at random moments over two weeks."""
    told = []
    for contact in range(len(world.contacts)):
        mail = await world.mail(contact)
        for _ in range(chance.randrange(1, 6)):
            kind = chance.choice(KINDS)
            at = TUESDAY + timedelta(seconds=chance.randrange(3_600, 14 * 86_400))
            event = {"type": kind, "timestamp": at.isoformat(), "message_id": mail.message_id}
            told.append({**event, "bounce": chance.choice(("hard", "soft", "block"))} if kind == "bounced" else event)
    return told


async def recounted(world: World) -> dict[str, Any]:
    """Count everything from the log alone."""
    app = world.app
    now = app.container.clock().now()
    async with app.container.transactions().begin(app.user_id) as uow:
        facts = await uow.figures.facts_of_touched(after=0, sent_since=BEGINNING.as_of)
    records = fold(one.fact for one in facts).values()
    counts, people = tally(records, as_of=now), standing(records)
    return {"tally": counts, "people": people}


async def shown(world: World) -> dict[str, Any]:
    seen = await world.app.container.see_overview()(world.app.user_id)
    return {"tally": seen.tally, "people": seen.people}


async def test_kept_sums_and_what_is_live_equal_a_full_recount_after_any_history(app: App) -> None:
    for seed in range(3):
        chance = random.Random(seed)
        world = await launched(await app.as_somebody_else(), people=4, steps=1)
        await world.send_first()
        for number, event in enumerate(await story(world, chance)):
            await deliver(world.app, event, f"story-{world.campaign_id}-{number}")
            await app.worker.apply_events()
            if chance.random() < 0.3:
                await app.container.roll_up_figures()(world.app.user_id)
            assert await shown(world) == await recounted(world)
            if chance.random() < 0.2:
                await app.post("/dev/clock", {"advance_seconds": chance.randrange(3 * 86_400)}, expect=200)
                assert await shown(world) == await recounted(world)
        await app.container.roll_up_figures()(world.app.user_id)
        assert await app.container.roll_up_figures()(world.app.user_id) == 0
        assert await shown(world) == await recounted(world)
        days = await app.container.see_days()(world.app.user_id)
        assert sum(one.sent for one in days.values()) == 4


async def test_shuffled_and_repeated_events_end_in_the_same_figures(app: App) -> None:
    chance = random.Random(7)
    first = await launched(app, people=3, steps=1)
    await first.send_first()
    told = await story(first, chance)
    second = await launched(await app.as_somebody_else(), people=3, steps=1)
    await second.send_first()
    await app.post("/dev/drain", expect=200)  # so that the readers of both have got all their mail
    names = {(await first.mail(one)).message_id: (await second.mail(one)).message_id for one in range(3)}
    again = [{**event, "message_id": names[event["message_id"]]} for event in (*told, *told, *told)]
    chance.shuffle(again)
    await app.set_clock(TUESDAY + timedelta(days=20))
    for world, events in ((first, told), (second, again)):
        for number, event in enumerate(events):
            await deliver(world.app, event, f"{world.campaign_id}-{number}")
        await app.worker.apply_events()
    one, other = await shown(first), await shown(second)
    assert one["tally"] == other["tally"]
    assert (one["people"].contacted, one["people"].replied) == (other["people"].contacted, other["people"].replied)


async def test_the_night_is_worked_through_once_a_day_and_missed_ones_are_caught_up_with(app: App) -> None:
    world = await launched(app, steps=1)
    await world.send_first()
    await app.set_clock(TUESDAY + timedelta(days=100, seconds=random.SystemRandom().randrange(86_400)))
    nightly = app.container.run_nightly()
    await nightly()
    assert await nightly() is False
    async with app.container.transactions().begin(app.user_id) as uow:
        cells = await uow.figures.cells()
    assert [(day, one.sent) for (_, day), one in cells.items()] == [(date(2026, 3, 3), 1)]
    assert (await app.get("/analytics/overview"))["total_sent"] == 1
    assert (await world.mail(0)).body == ""

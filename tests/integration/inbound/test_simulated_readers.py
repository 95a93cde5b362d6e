"""Captured mail has readers: what each does follows from their address, and takes the path real reports take."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from roleferry.domain.model.inbound.simulated_reader import Habit, habit_of, happenings
from roleferry.domain.model.sending.enrollment import EnrollmentState
from tests.app import App
from tests.integration.inbound.world import TUESDAY, World, launched
from tests.integration.sending.engine_world import rows

S = EnrollmentState
BECOMES: dict[Habit, tuple[EnrollmentState, set[str]]] = {
    Habit.READS: (S.ACTIVE, {"sent", "delivered"}),
    Habit.BOUNCES: (S.BOUNCED, {"sent", "bounced"}),
    Habit.BOUNCES_SOFTLY: (S.ACTIVE, {"sent", "bounced"}),
    Habit.BLOCKS: (S.ACTIVE, {"sent", "bounced"}),
    Habit.COMPLAINS: (S.UNSUBSCRIBED, {"sent", "delivered", "complained"}),
    Habit.OPTS_OUT: (S.UNSUBSCRIBED, {"sent", "delivered", "unsubscribed"}),
    Habit.CLICKS: (S.ACTIVE, {"sent", "delivered", "clicked"}),
    Habit.REPLIES: (S.REPLIED, {"sent", "delivered", "replied"}),
    Habit.DECLINES: (S.REPLIED, {"sent", "delivered", "replied"}),
    Habit.IS_AWAY: (S.HELD, {"sent", "delivered", "auto_replied"}),
}


async def test_each_reader_does_what_their_address_says(app: App) -> None:
    told = {}
    for habit in Habit:
        world = await _sent_to(await app.as_somebody_else(), f"kim+{habit.value}")
        told[habit] = ((await world.enrollment(0)).state, await _happened(world))
    assert told == BECOMES


async def test_a_reader_is_told_of_once(app: App) -> None:
    world = await _sent_to(app, "kim+reply")
    before = await app.get("/replies")
    await world.app.post("/dev/drain", expect=200)
    assert await app.get("/replies") == before
    assert [one["label"] for one in before["items"]] == ["meeting"]


@pytest.mark.parametrize("address", ["kim@firm.example", "reply@firm.example", "kim+jobs@firm.example", "+", ""])
def test_who_has_no_tag_of_ours_gets_the_mail_and_that_is_all(address: str) -> None:
    assert habit_of(address) is Habit.READS
    assert [one.type for one in happenings(address)] == ["delivered"]


async def _sent_to(app: App, local: str) -> World:
    """Send one mail to a reader with this name, and let two drains and a minute pass."""
    world = await launched(app, steps=2)
    address = f"{local}@firm-{app.user_id.hex[-8:]}.example"
    await rows(app, "UPDATE contacts SET email = $2 WHERE user_id = $1", app.user_id, address)
    await rows(
        app,
        "UPDATE outreach SET to_address = $2, approved_digest = NULL WHERE campaign_id = $1",
        world.campaign_id,
        address,
    )
    await _approve(world)
    await app.post("/dev/drain", expect=200)
    await app.set_clock(TUESDAY + timedelta(minutes=1))
    await app.post("/dev/drain", expect=200)
    return world


async def _approve(world: World) -> None:
    for mail in world.mails.values():
        await world.app.patch(f"/outreach/{mail}", {"body": "Dear Kim,\n\nI have cut a checkout's latency before."})


async def _happened(world: World) -> set[Any]:
    found = await rows(world.app, "SELECT type FROM outreach_events WHERE user_id = $1", world.app.user_id)
    return {row["type"] for row in found}

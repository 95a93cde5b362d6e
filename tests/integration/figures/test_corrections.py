"""A label put right by a person: every figure follows, and what it means for the conversation too."""

from typing import Any

from roleferry.domain.model.sending.enrollment import EnrollmentState
from tests.app import App
from tests.integration.figures.test_figures import recounted, shown
from tests.integration.inbound.world import World, launched


async def correct(app: App, label: str) -> Any:
    (reply,) = (await app.get("/replies"))["items"]
    return await app.patch(f"/replies/{reply['id']}", {"label": label})


async def rates(app: App) -> tuple[int, int]:
    figures = await app.get("/analytics/overview")
    return figures["reply_rate"]["numerator"], figures["positive"]


async def answered(app: App, kind: str, text: str) -> World:
    world = await launched(app)
    await world.send_first()
    await app.post("/dev/drain", expect=200)
    await world.happens(0, kind, text=text)
    await app.container.roll_up_figures()(app.user_id)
    return world


async def test_an_answer_that_was_no_persons_stops_counting_and_nothing_goes_on_again(app: App) -> None:
    world = await answered(app, "replied", "Sounds interesting, tell me more.")
    assert await rates(app) == (1, 1)
    await correct(app, "auto_reply")
    assert await rates(app) == (0, 0)
    assert (await world.mail(0)).replied_at is None
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    await app.container.roll_up_figures()(app.user_id)
    assert await rates(app) == (0, 0)
    await correct(app, "not_now")
    assert await rates(app) == (1, 0)
    assert await shown(world) == await recounted(world)


async def test_a_machine_that_was_a_person_counts_on_its_own_day_and_stops_the_sequence(app: App) -> None:
    world = await answered(app, "auto_reply", "I am out of the office until March 12, 2026.")
    assert (await world.enrollment(0)).state is EnrollmentState.HELD
    await app.post("/dev/clock", {"advance_seconds": 2 * 86_400}, expect=200)
    await correct(app, "meeting")
    assert await rates(app) == (1, 1)
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    assert (await world.mail(0, 2)).status.value == "canceled"
    days = await app.container.see_days()(app.user_id)
    assert {day.isoformat(): one.replied for day, one in days.items() if one.replied} == {"2026-03-03": 1}
    assert await shown(world) == await recounted(world)


async def test_saying_the_same_again_changes_nothing(app: App) -> None:
    await answered(app, "replied", "Sounds interesting, tell me more.")
    for _ in range(2):
        await correct(app, "meeting")
    async with app.container.transactions().begin(app.user_id) as uow:
        facts = await uow.figures.facts_of_touched(after=0, sent_since=app.container.clock().now())
    assert sum(one.fact.kind == "relabeled" for one in facts) == 1

"""The built-in warmup pool with its simulated readers: mails, answers, series, and everything it must never touch."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.warmup.mail import WarmupMail, WarmupStatus
from roleferry.domain.model.warmup.words import MARK
from tests.app import App, running_app

MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
JOIN = {"action": "start", "pool": "built-in", "shares_identity": True}


@pytest.fixture
async def pool(fresh_database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[App]:
    """The service with the built-in pool, on a Monday morning before work."""
    async with running_app(fresh_database_url, redis_url, tmp_path, ROLEFERRY_PLATFORM="builtin") as running:
        await running.set_clock(MONDAY)
        yield running


async def joined(app: App, name: str, **box: Any) -> str:
    """Connect a mailbox and let it join."""
    body = {"address": f"{name}@{name}.example", "display_name": name.title(), "time_zone": "Europe/London", **box}
    mailbox: str = (await app.post("/mailboxes", body))["id"]
    await app.post(f"/mailboxes/{mailbox}/warmup", JOIN, expect=200)
    return mailbox


async def members(app: App, count: int) -> list[tuple[App, str]]:
    """Let so many people join with a mailbox each."""
    people = [app, *[await app.as_somebody_else() for _ in range(count - 1)]]
    return [(person, await joined(person, f"box{number}")) for number, person in enumerate(people)]


async def a_day(app: App, *, start: datetime = MONDAY, hours: int = 10, step: int = 2) -> None:
    """Let a working day pass, with a worker's turn every so often."""
    for past in range(0, hours + 1, step):
        await app.set_clock(start + timedelta(hours=past))
        await app.worker.warm_up()
        await app.worker.apply_events()


async def until_somebody_answers(app: App) -> int:
    """Let working days pass until an answer has arrived, which two of five mails get; return how many."""
    for past in range(5):
        await a_day(app, start=MONDAY + timedelta(days=past))
        if any(mail.place > 1 for mail in await planned(app, "received")):
            return past + 1
    raise AssertionError("in five days nobody has answered")


async def series(app: App, mailbox: str) -> dict[str, int]:
    days = (await app.get(f"/mailboxes/{mailbox}/warmup"))["series"]
    return {name: sum(day[name] for day in days) for name in ("sent", "received", "bounced", "dropped")}


async def captured(app: App) -> list[Any]:
    items: list[Any] = (await app.get("/dev/outbox"))["items"]
    return items


async def planned(app: App, *statuses: str) -> list[WarmupMail]:
    """Return pool mails of everybody, by the system's eyes."""
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        rows = await connection.fetch(
            "SELECT id FROM warmup_mails WHERE status = ANY ($1::text[]) ORDER BY due_at", list(statuses)
        )
    async with app.container.transactions().begin(None) as uow:
        found = [await uow.warmup.find(row["id"]) for row in rows]
    return [one for one in found if one is not None]


async def test_members_write_and_answer_each_other_and_nothing_else_knows_of_it(pool: App) -> None:
    people = await members(pool, 4)
    days = await until_somebody_answers(pool)
    totals = [await series(person, box) for person, box in people]
    assert all(days <= one["sent"] <= 4 * days for one in totals)
    assert sum(one["sent"] for one in totals) == sum(one["received"] for one in totals)
    addresses = {f"box{number}@box{number}.example" for number in range(4)}
    for person, box in people:
        mails = await captured(person)
        assert len(mails) == (await series(person, box))["sent"]
        for mail in mails:
            at = datetime.fromisoformat(mail["sent_at"])
            assert (9 <= at.hour < 19, at.weekday() < 5) == (True, True)
            assert {mail["sender"], mail["recipient"]} < addresses
            assert mail["raw"].startswith(f"{MARK}: ")
            assert "List-Unsubscribe" not in mail["raw"]
        figures = await person.get("/analytics/overview")
        assert (figures["total_sent"], figures["people_contacted"], figures["replied"]) == (0, 0, 0)
        health = await person.get(f"/mailboxes/{box}/health")
        assert (health["sent"], health["label"], health["reply_rate"]["denominator"]) == (0, "warming", 0)
        assert (await person.get("/replies"))["items"] == []
        assert (await person.get("/notices"))["items"] == []
        assert (await person.get("/contacts"))["items"] == []
    subjects = [mail["subject"] for person, _ in people for mail in await captured(person)]
    assert any(subject.startswith("Re: ") for subject in subjects)


async def test_a_mailbox_joins_with_its_owners_word_and_leaves_for_good(pool: App) -> None:
    body = {"address": "ada@sample.example", "display_name": "Ada", "time_zone": "Europe/London"}
    path = f"/mailboxes/{(await pool.post('/mailboxes', body))['id']}/warmup"
    refused = await pool.call("POST", path, json={"action": "start", "pool": "built-in"}, expect=422)
    assert refused.json()["code"] == "warmup.consent_missing"
    seen = await pool.get(path)
    assert (seen["warmup"], seen["pool"], seen["series"], seen["allowed_today"]) == ("off", "none", [], 0)
    assert "address and display name" in seen["what_others_see"]
    assert (await pool.post(path, {"action": "start"}, expect=200))["pool"] == "none"
    seen = await pool.post(path, JOIN, expect=200)
    assert (seen["pool"], seen["source"], seen["allowed_today"], seen["rests"]) == ("built-in", "built-in", 2, None)
    assert (await pool.post(path, {"action": "pause"}, expect=200))["rests"] == "its warmup is paused"
    seen = await pool.post(path, {"action": "start", "pool": "external"}, expect=200)
    assert (seen["pool"], seen["source"]) == ("external", None)
    assert "nothing is sent" in seen["rests"]
    assert (await pool.post(path, {"action": "start", "pool": "none"}, expect=200))["pool"] == "none"
    other = await pool.as_somebody_else()
    await other.call("GET", path, expect=404)
    await other.call("POST", path, json=JOIN, expect=404)


async def test_what_is_not_a_plain_yes_is_no_word_of_the_owners(pool: App) -> None:
    body = {"address": "ada@sample.example", "display_name": "Ada", "time_zone": "Europe/London"}
    path = f"/mailboxes/{(await pool.post('/mailboxes', body))['id']}/warmup"
    for said in ("true", "yes", 1, "1", None):
        await pool.post(path, {**JOIN, "shares_identity": said}, expect=422)
    assert (await pool.get(path))["pool"] == "none"


async def test_people_who_know_each_other_and_pairs_whose_mail_came_back_stay_apart(pool: App) -> None:
    (ada, _), (bob, _) = await members(pool, 2)
    await bob.post("/contacts", {"full_name": "Box Zero", "email": "BOX0@box0.example"})
    assert await pool.container.plan_warmup()(limit=10) == 0
    cy = await ada.as_somebody_else()
    cys = await joined(cy, "box2")
    assert await pool.container.plan_warmup()(limit=10) == 2
    await a_day(pool, hours=10)
    (mail, *_) = await planned(pool, "received", "sent")
    async with pool.container.transactions().begin(None) as uow:
        found = await uow.warmup.find(mail.id)
        assert found
        assert await uow.warmup.settle(found, WarmupStatus.BOUNCED, at=pool.container.clock().now())
        sender = await uow.warmup.member(mail.mailbox_id)
        assert sender
        assert mail.partner_mailbox_id in await uow.warmup.apart(sender)
    assert MailboxId(UUID(cys)) in {mail.mailbox_id, mail.partner_mailbox_id}


async def test_whose_mailbox_shows_no_arrival_is_written_to_three_times_and_no_more(pool: App) -> None:
    await members(pool, 2)
    for day in range(3):
        await pool.set_clock(MONDAY + timedelta(days=day, hours=1))
        assert await pool.container.plan_warmup()(limit=10) == 2
    await pool.set_clock(MONDAY + timedelta(days=3, hours=1))
    assert await pool.container.plan_warmup()(limit=10) == 0
    (mail, *_) = await planned(pool, "planned")
    async with pool.container.transactions().begin(None) as uow:
        await uow.warmup.begin(mail, lease_seconds=60.0)
        begun = await uow.warmup.find(mail.id)
        assert begun
        assert await uow.warmup.settle(begun, WarmupStatus.RECEIVED, at=pool.container.clock().now())
    await pool.set_clock(MONDAY + timedelta(days=4, hours=1))
    assert await pool.container.plan_warmup()(limit=10) == 1


async def test_what_stands_in_the_way_ends_a_mail_and_what_was_begun_is_never_sent_again(pool: App) -> None:
    (ada, adas), (bob, bobs) = await members(pool, 2)
    await pool.container.plan_warmup()(limit=10)
    await ada.patch(f"/mailboxes/{adas}", {"status": "paused"})
    first, second = await planned(pool, "planned")
    await pool.set_clock(max(first.due_at, second.due_at) + timedelta(seconds=1))
    await pool.worker.warm_up()
    assert (await series(ada, adas))["sent"] == (await series(bob, bobs))["sent"] == 0
    assert {one.why for one in await planned(pool, "dropped")} <= {
        "one of the two mailboxes is paused",
        "its time has passed",
    }
    await ada.patch(f"/mailboxes/{adas}", {"status": "active"})
    await pool.set_clock(MONDAY + timedelta(days=1))
    await pool.container.plan_warmup()(limit=10)
    begun = (await planned(pool, "planned"))[0]
    await pool.set_clock(begun.due_at + timedelta(seconds=1))
    async with pool.container.transactions().begin(None) as uow:
        assert await uow.warmup.claim(begun)
        await uow.warmup.begin(begun, lease_seconds=-1.0)
    async with pool.container.transactions().begin(None) as uow:
        assert await uow.warmup.claim(begun) is False
    for _ in range(2):
        await pool.worker.warm_up()
    (dropped,) = [one for one in await planned(pool, "dropped") if one.id == begun.id]
    assert dropped.why == "nobody knows if it left"
    assert begun.id not in {UUID(mail["outreach_id"]) for person in (ada, bob) for mail in await captured(person)}
    async with pool.container.transactions().begin(None) as uow:
        assert await uow.warmup.settle(dropped, WarmupStatus.RECEIVED, at=pool.container.clock().now())
    owner, box = (ada, adas) if str(begun.mailbox_id) == adas else (bob, bobs)
    assert (await series(owner, box))["sent"] == 1


async def test_the_kill_switch_holds_pool_mail_back_too(pool: App) -> None:
    await members(pool, 2)
    await pool.container.plan_warmup()(limit=10)
    due = (await planned(pool, "planned"))[0].due_at
    await pool.set_clock(due + timedelta(seconds=1))
    async with pool.container.transactions().begin(None) as uow:
        await uow.service_state.stop_sending("somebody looks", at=due)
    assert await pool.container.send_warmup()(limit=5) == {}
    assert await planned(pool, "planned")


async def test_where_numbers_are_made_up_they_say_so(app: App) -> None:
    await app.set_clock(MONDAY)
    mailbox = await joined(app, "ada")
    seen = await app.get(f"/mailboxes/{mailbox}/warmup")
    assert seen["source"] == "mock"
    assert [day["day"] for day in seen["series"]] == ["2026-03-02"]
    assert await app.worker.warm_up() == 0

"""Events over the real webhook: believed when signed, applied once, in any order, with their consequences."""

import asyncio
import base64
import hmac
import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from roleferry.domain.model.sending.company_policy import CompanyPolicy
from roleferry.domain.model.sending.enrollment import EnrollmentState
from roleferry.domain.model.sending.outreach import OutreachStatus
from tests.app import App
from tests.integration.inbound.world import TUESDAY, World, launched


def signed(
    app: App, event_id: str, body: bytes, *, at: datetime | None = None, key: bytes | None = None
) -> dict[str, str]:
    stamp = str(int((at or datetime.now(UTC)).timestamp()))
    key = key or app.container.webhook_keys()[-1]
    mac = hmac.new(key, f"{event_id}.{stamp}.".encode() + body, sha256).digest()
    return {
        "webhook-id": event_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{base64.b64encode(mac).decode()}",
        "content-type": "application/json",
    }


async def deliver(app: App, told: Any, event_id: str, *, expect: int = 200, **options: Any) -> Any:
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    headers = signed(app, event_id, body, **options)
    answer = await app.call("POST", "/webhooks/email-events", content=body, headers=headers, expect=expect)
    return answer.json()


async def kept(app: App, event_id: str) -> list[Any]:
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        rows: list[Any] = await connection.fetch(
            "SELECT status, attempts, error FROM raw_events WHERE provider_event_id = $1", event_id
        )
    return rows


async def told_of(world: World, kind: str, at: datetime = TUESDAY, **more: Any) -> dict[str, Any]:
    mail = await world.mail(0)
    return {"type": kind, "timestamp": at.isoformat(), "message_id": mail.message_id, **more}


async def test_a_mail_is_delivered_by_a_signed_event_and_a_replay_is_answered_the_same(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    told = await told_of(world, "delivered", TUESDAY + timedelta(seconds=20))
    event_id = f"ev-{app.user_id}"
    assert await deliver(app, told, event_id) == {"accepted": True, "duplicate": False}
    assert await deliver(app, told, event_id) == {"accepted": True, "duplicate": True}
    await app.worker.apply_events()
    assert (await world.mail(0)).status is OutreachStatus.DELIVERED
    assert [row["status"] for row in await kept(app, event_id)] == ["applied"]


async def test_a_bad_signature_is_refused_and_nothing_is_kept(app: App) -> None:
    body = {"type": "delivered", "timestamp": TUESDAY.isoformat(), "message_id": "<a@b.example>"}
    answer = await deliver(app, body, f"bad-{app.user_id}", expect=401, key=b"x" * 32)
    assert answer["code"] == "webhook.forged"
    late = datetime.now(UTC) - timedelta(seconds=301)
    await deliver(app, body, f"bad-{app.user_id}", expect=401, at=late)
    assert await kept(app, f"bad-{app.user_id}") == []


async def test_an_unsigned_or_huge_delivery_and_an_unknown_sender_are_refused(app: App) -> None:
    await app.call("POST", "/webhooks/email-events", content=b"{}", expect=401)
    await app.call("POST", "/webhooks/nobody", content=b"{}", expect=404)
    huge = b"x" * 1_000_001
    await app.call("POST", "/webhooks/email-events", content=huge, headers=signed(app, "huge", huge), expect=413)


@pytest.mark.parametrize(
    "body", [b"", b"[1, 2", b"{}", b"\xff\xfe", b'{"type": "danced", "timestamp": "2026-03-03T09:00:00Z"}']
)
async def test_what_cannot_be_read_is_kept_apart_and_never_asked_for_again(app: App, body: bytes) -> None:
    event_id = f"odd-{app.container.ids().new()}"
    await deliver(app, body, event_id)
    await app.worker.apply_events()
    assert [row["status"] for row in await kept(app, event_id)] == ["dead"]


async def test_a_bad_event_in_an_array_spoils_none_of_those_beside_it(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    event_id = f"many-{app.user_id}"
    before = await told_of(world, "delivered", TUESDAY + timedelta(seconds=20))
    after = await told_of(world, "bounced", TUESDAY + timedelta(minutes=1), bounce="hard")
    bad = [{"type": "danced", "timestamp": TUESDAY.isoformat()}, {"type": 7}, "", None, [7]]
    assert await deliver(app, [before, *bad, after], event_id) == {"accepted": True, "duplicate": False}
    assert await deliver(app, [before, *bad, after], event_id) == {"accepted": True, "duplicate": True}
    await app.worker.apply_events()
    mail = await world.mail(0)
    assert (mail.delivered_at is not None, mail.bounced_at is not None) == (True, True)
    states = [[row["status"] for row in await kept(app, f"{event_id}:{place}")] for place in range(7)]
    assert states == [["applied"], *[["dead"]] * 5, ["applied"]]


async def test_an_event_that_overtakes_its_mail_waits_for_it_and_one_of_nobodys_is_ignored_in_the_end(app: App) -> None:
    await app.set_clock(TUESDAY)
    event_id = f"early-{app.user_id}"
    told = {"type": "delivered", "timestamp": TUESDAY.isoformat(), "message_id": "<nobody@nowhere.example>"}
    await deliver(app, told, event_id)
    await app.worker.apply_events()
    assert [row["status"] for row in await kept(app, event_id)] == ["new"]
    await app.set_clock(TUESDAY + timedelta(days=4))
    await app.worker.apply_events()
    assert [row["status"] for row in await kept(app, event_id)] == ["ignored"]


async def test_a_hard_bounce_ends_the_conversation_and_suppresses_the_address(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    await world.happens(0, "bounced", bounce="hard")
    assert (await world.enrollment(0)).state is EnrollmentState.BOUNCED
    assert (await world.mail(0, 2)).status is OutreachStatus.CANCELED
    rows = await app.container.reads().many(app.user_id, "show_suppressions", app.user_id, None, None, 10)
    assert [row["reason"] for row in rows] == ["hard_bounce"]


async def test_a_soft_bounce_is_tried_again_three_times_and_then_given_up(app: App) -> None:
    world = await launched(app, steps=1)
    await world.send_first()
    for attempt, later in ((2, timedelta(hours=5)), (3, timedelta(days=1)), (4, timedelta(days=2, hours=1))):
        await world.happens(0, "bounced", bounce="soft")
        mail = await world.mail(0)
        assert mail.status is OutreachStatus.SCHEDULED
        await app.set_clock(TUESDAY + later)
        await app.post("/dev/drain", expect=200)
        mail = await world.mail(0)
        assert (mail.attempts, mail.status) == (attempt, OutreachStatus.SENT)
    await world.happens(0, "bounced", bounce="soft")
    assert (await world.enrollment(0)).state is EnrollmentState.BOUNCED
    rows = await app.container.reads().many(app.user_id, "show_suppressions", app.user_id, None, None, 10)
    assert rows == []


async def test_a_block_and_a_complaint_pause_the_mailbox(app: App) -> None:
    for kind, bounce in (("bounced", "block"), ("complained", None)):
        person = await app.as_somebody_else()
        world = await launched(person)
        await world.send_first()
        await world.happens(0, kind, bounce=bounce)
        async with person.container.transactions().begin(person.user_id) as uow:
            mailbox = await uow.mailboxes.find(world.mailbox_id)
        assert mailbox.status.value == "paused"
        assert "mailbox.paused" in await world.notices()


async def test_bounces_close_the_mailboxs_day_and_then_hold_the_campaign(app: App) -> None:
    world = await launched(app, people=4, steps=1)
    await world.send_first(3)
    await world.happens(0, "bounced")
    await world.happens(1, "bounced")
    async with app.container.transactions().begin(app.user_id) as uow:
        assert (await uow.mailboxes.find(world.mailbox_id)).closed_until is not None
        assert (await uow.campaigns.find(world.campaign_id)).holds == ()
    await world.happens(2, "bounced")
    async with app.container.transactions().begin(app.user_id) as uow:
        hold = (await uow.campaigns.find(world.campaign_id)).holds[0]
    assert (hold.observed, hold.threshold, hold.sample) == (3, 3, 3)
    assert {"mailbox.closed", "campaign.held"} <= set(await world.notices())


async def test_nobody_can_let_something_happen_to_anothers_mail(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    other = await app.as_somebody_else()
    assert (await other.get("/dev/outbox"))["items"] == []
    await other.call("POST", f"/dev/outbox/{world.mails[0, 1]}/events", json={"type": "replied"}, expect=404)


async def test_a_drain_delivers_to_simulated_readers_what_an_earlier_one_sent(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    drained = await app.post("/dev/drain", expect=200)
    assert drained["events"] >= 1
    assert (await world.mail(0)).status is OutreachStatus.DELIVERED


async def test_a_click_too_soon_after_delivery_is_a_scanners_in_either_order(app: App) -> None:
    for kinds in (("delivered", "clicked"), ("clicked", "delivered")):
        world = await launched(await app.as_somebody_else())
        await world.send_first()
        mail = await world.mail(0)
        assert mail.sent_at
        moments = {"delivered": mail.sent_at + timedelta(seconds=4), "clicked": mail.sent_at + timedelta(seconds=5)}
        for kind in kinds:
            told = {"type": kind, "timestamp": moments[kind].isoformat(), "message_id": mail.message_id}
            await deliver(app, told, f"{kind}-{mail.id}")
            await app.worker.apply_events()
        assert (await world.mail(0)).clicked_at is None
        await world.happens(0, "clicked")
        assert (await world.mail(0)).clicked_at is not None


async def test_two_colleagues_who_answer_at_once_wait_for_each_other_in_no_circle(app: App) -> None:
    made = await app.post("/contacts", {"full_name": "Colleague", "company": "Harbour Systems"})
    world = await launched(app, people=2, company_id=made["company_id"], policy=CompanyPolicy.STOP)
    await world.send_first()
    for contact in range(2):
        await world.tell(contact, "replied", text="Thank you, that is interesting. Tell me more.")
    async with app.container.pool().acquire() as other:
        async with other.transaction():  # both have gone as far as they get while somebody looks at the campaign
            await other.execute("SET LOCAL ROLE roleferry_system")
            await other.execute("SELECT FROM campaigns WHERE id = $1 FOR UPDATE", world.campaign_id)
            turns = [asyncio.create_task(app.container.apply_events()(limit=1)) for _ in range(2)]
            while not all(turn.done() for turn in turns) and await _waiting(other) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        counts = await asyncio.gather(*turns)
    assert counts == [{"applied": 1}, {"applied": 1}]
    states = [(await world.enrollment(contact)).state.value for contact in range(2)]
    assert sorted(states) == ["replied", "replied"] or set(states) == {"replied", "stopped"}


async def _waiting(connection: Any) -> int:
    waiting: int = await connection.fetchval(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    return waiting


async def test_company_policy_decides_about_colleagues(app: App) -> None:
    wanted = {CompanyPolicy.HOLD: "held", CompanyPolicy.STOP: "stopped", CompanyPolicy.OFF: "active"}
    for policy, state in wanted.items():
        person = await app.as_somebody_else()
        made = await person.post("/contacts", {"full_name": "Colleague", "company": "Harbour Systems"})
        world = await launched(person, people=2, company_id=made["company_id"], policy=policy)
        await world.send_first(1)
        first = 0 if (await world.mail(0)).sent_at else 1
        await world.happens(first, "replied", text="Thank you, that is interesting. Tell me more.")
        assert (await world.enrollment(first)).state.value == "replied"
        assert (await world.enrollment(1 - first)).state.value == state

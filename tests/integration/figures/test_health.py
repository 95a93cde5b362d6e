"""A mailbox's health over HTTP and over nights: paused by itself, let go by a person, written down day by day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from roleferry.domain.model.sending.authentication import DnsReport, DnsState
from roleferry.domain.model.sending.mailbox import MailboxPause
from roleferry.domain.model.sending.outreach import OutreachEvent
from roleferry.ports.events import OutreachFact
from tests.app import App
from tests.integration.inbound.test_events import deliver
from tests.integration.inbound.world import TUESDAY, World, launched


async def delivered(world: World, *, at: datetime = TUESDAY) -> None:
    """Let every first mail have left and arrived, without a worker's turns."""
    user_id = world.app.user_id
    async with world.app.container.transactions().begin(user_id) as uow:
        for (_, step), mail_id in world.mails.items():
            if step == 1:
                mail = await uow.outreach.find(mail_id)
                sent = mail.learned(OutreachEvent.SEEN_SENT, at=at).learned(OutreachEvent.DELIVERED, at=at)
                await uow.outreach.save(sent)
                about: dict[str, Any] = {"user_id": user_id, "outreach_id": mail_id, "at": at, "recorded_at": at}
                told = [OutreachFact(id=uuid4(), type=kind, dedupe_key=kind, **about) for kind in ("sent", "delivered")]
                await uow.events.add(told)


async def reported(world: World, contact: int, kind: str, **more: Any) -> None:
    """Let a signed event come in, and apply it."""
    at = (TUESDAY + timedelta(minutes=5 + contact)).isoformat()
    told = {"type": kind, "timestamp": at, "message_id": (await world.mail(contact)).message_id, **more}
    await deliver(world.app, told, f"{kind}-{world.mails[contact, 1]}")
    await world.app.worker.apply_events()


async def mailbox(world: World) -> Any:
    return await world.app.get(f"/mailboxes/{world.mailbox_id}")


async def health(world: World) -> Any:
    return await world.app.get(f"/mailboxes/{world.mailbox_id}/health")


async def resumed(world: World) -> None:
    await world.app.patch(f"/mailboxes/{world.mailbox_id}", {"status": "active"})


async def test_below_fifty_a_mailbox_pauses_itself_and_only_worse_news_overrules_a_person(app: App) -> None:
    world = await launched(app, people=6, steps=1)
    await delivered(world)
    await reported(world, 0, "complained")
    assert (await mailbox(world))["pause"] == "complaint"
    await resumed(world)
    await reported(world, 1, "bounced", bounce="hard")
    seen = await health(world)
    assert (seen["score"], seen["label"], seen["sent"]) == (30.0, "at_risk", 6)
    box = await mailbox(world)
    assert (box["status"], box["pause"]) == ("paused", MailboxPause.HEALTH.value)
    assert "30 of 100" in box["pause_detail"]
    notices = (await app.get("/notices"))["items"]
    assert any(one["code"] == "mailbox.paused" and "1 of 6 mails came back" in one["message"] for one in notices)
    await resumed(world)
    await app.container.write_health()(app.user_id)
    assert (await mailbox(world))["status"] == "active"
    await reported(world, 2, "bounced", bounce="hard")
    assert (await mailbox(world))["pause"] == "health"


async def test_a_soft_bounce_is_no_bounce_wherever_health_is_shown(app: App) -> None:
    world = await launched(app, people=2, steps=1)
    await delivered(world)
    await reported(world, 0, "bounced", bounce="soft")
    one = await health(world)
    (other,) = (await app.get("/analytics/deliverability"))["mailboxes"]
    for seen in (one, other):
        assert seen["bounce_rate"] == {"value": 0.0, "numerator": 0, "denominator": 2}
        assert (seen["score"], seen["label"]) == (100.0, "warming")


async def test_failing_dns_puts_a_mailbox_at_risk_at_full_score(app: App) -> None:
    world = await launched(app, steps=1)
    await delivered(world)
    report = DnsReport(spf=DnsState.PASSING, dkim=DnsState.PASSING, dmarc=DnsState.MISSING)
    async with app.container.transactions().begin(app.user_id) as uow:
        await uow.mailboxes.save_dns(world.mailbox_id, report, at=TUESDAY)
    seen = await health(world)
    assert (seen["score"], seen["label"], seen["risks"]) == (100.0, "at_risk", ["dns_authentication"])


async def test_the_nights_that_were_missed_are_made_up_for_and_late_reports_put_right(app: App) -> None:
    world = await launched(app, people=4, steps=1)
    await delivered(world)
    write = app.container.write_health()
    await app.set_clock(datetime(2026, 3, 6, 0, 5, tzinfo=UTC))
    assert await write(app.user_id) == 3
    assert await write(app.user_id) == 0
    series = (await health(world))["series"]
    assert [one["day"] for one in series] == ["2026-03-03", "2026-03-04", "2026-03-05"]
    assert [one["figures"].get("label") for one in series] == [None, None, "warming"]
    assert series[0]["figures"]["sent"] == 4
    async with app.container.transactions().begin(app.user_id) as uow:
        at = TUESDAY + timedelta(days=1)
        late = OutreachFact(
            id=uuid4(),
            user_id=app.user_id,
            outreach_id=world.mails[0, 1],
            type="bounced",
            at=at,
            recorded_at=at,
            dedupe_key="late",
            facts={"bounce": "hard"},
        )
        await uow.events.add([late])
    await app.set_clock(datetime(2026, 3, 12, 0, 5, tzinfo=UTC))
    await write(app.user_id)
    days = {one["day"]: one["figures"] for one in (await health(world))["series"]}
    assert [days[f"2026-03-0{day}"]["bounced"] for day in (3, 4, 5, 9)] == [0, 0, 1, 1]
    assert days["2026-03-05"]["label"] == "warming"
    assert "2026-03-10" not in days


async def test_hardly_any_answers_are_told_once_in_seven_days_and_change_no_label(app: App) -> None:
    world = await launched(app, people=50, steps=1)
    await delivered(world)
    write = app.container.write_health()
    for _ in range(2):
        await write(app.user_id)
    await app.set_clock(TUESDAY + timedelta(days=3))
    await write(app.user_id)
    told = [one for one in (await app.get("/notices"))["items"] if one["code"] == "mailbox.low_replies"]
    assert len(told) == 1
    assert "0 of 50" in told[0]["message"]
    seen = await health(world)
    assert (seen["low_replies"], seen["label"], seen["score"]) == (True, "warming", 100.0)
    async with app.container.transactions().begin(app.user_id) as uow:
        assert await uow.health.note_low_replies(world.mailbox_id, date(2026, 3, 9)) is False
        assert await uow.health.note_low_replies(world.mailbox_id, date(2026, 3, 10)) is True

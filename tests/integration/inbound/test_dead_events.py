"""What cannot be applied: tried a few times, put aside with its reason, in nobody's way, tried again when told to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from roleferry.adapters.stub_auth import DEMO_USER
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.use_cases.operations.replay_event import EventNotFound
from roleferry.ports.errors import Unavailable
from roleferry.ports.event_sources import EventSource, InboundSubmission
from tests.app import App
from tests.integration.inbound.test_events import deliver
from tests.integration.inbound.world import TUESDAY, launched


class _Moody(EventSource):
    """Its bodies are the Message-IDs of delivered mails; one of them breaks whoever reads it, until it is mended."""

    mended = False
    away = False

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        return headers["x-id"]

    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        if body.startswith(b"poison ") and not self.mended:
            raise RuntimeError("not foreseen")
        if self.away:
            raise Unavailable("the database cannot be reached")
        message_id = body.removeprefix(b"poison ").decode().strip("<>")
        at = datetime(2026, 3, 3, 10, tzinfo=UTC)
        told = ProviderEvent(
            provider="moody", provider_event_id=event_id, type=EventType.DELIVERED, at=at, message_id=message_id
        )
        return (told,)


async def _as_operator(app: App, method: str, path: str, *, expect: int = 200) -> Any:
    answer = await app.http.request(method, f"/api/v1{path}")
    assert answer.status_code == expect, answer.text
    return answer.json()


async def _tell(app: App, body: bytes, event_id: str) -> None:
    await app.call("POST", "/webhooks/moody", content=body, headers={"x-id": event_id}, expect=200)


async def test_poison_is_tried_a_few_times_stops_nobody_and_can_be_replayed_once_it_is_mended(app: App) -> None:
    source = _Moody()
    app.container.event_sources.override({**app.container.event_sources(), "moody": source})
    await app.container.ensure_user()(DEMO_USER, email="demo@sample.example", name="Demo")
    world = await launched(app, people=2)
    await world.send_first()
    poisoned, well = [(await world.mail(contact)).message_id.encode() for contact in range(2)]
    await _tell(app, b"poison " + poisoned, "bad")
    await _tell(app, well, "good")
    moment = app.container.clock().now()
    for _ in range(6):
        await app.worker.apply_events()
        assert (await world.mail(1)).delivered_at is not None, "the other one was applied at once"
        moment += timedelta(hours=2)
        await app.set_clock(moment)
    (dead,) = (await _as_operator(app, "GET", "/ops/events?status=dead"))["items"]
    assert (dead["provider"], dead["error"], dead["attempts"], dead["replays"]) == ("moody", "RuntimeError", 5, 0)
    assert "poison" not in str(dead)
    counts = (await _as_operator(app, "GET", "/ops/events/counts"))["counts"]
    assert {"provider": "moody", "status": "dead", "events": 1} in counts

    source.mended = True
    replay = f"/ops/events/{dead['id']}/replay"
    assert await _as_operator(app, "POST", replay) == {"replayed": True}
    assert await _as_operator(app, "POST", replay) == {"replayed": False}
    await app.worker.apply_events()
    assert await _as_operator(app, "POST", replay) == {"replayed": False}
    applied = (await _as_operator(app, "GET", "/ops/events?status=applied"))["items"]
    assert (await _as_operator(app, "GET", "/ops/events"))["items"] == []
    assert [one["replays"] for one in applied if one["provider"] == "moody" and one["replays"]] == [1]
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        rows = await connection.fetch("SELECT user_id FROM audit_log WHERE action = 'event.replayed'")
    assert [row["user_id"] for row in rows] == [DEMO_USER]


async def test_only_an_operator_sees_or_replays_events(app: App) -> None:
    for method, path in (
        ("GET", "/ops/events"),
        ("GET", "/ops/events/counts"),
        ("POST", f"/ops/events/{uuid4()}/replay"),
    ):
        await app.call(method, path, expect=403)
    await _as_operator(app, "POST", f"/ops/events/{uuid4()}/replay", expect=404)
    with pytest.raises(EventNotFound):
        await app.container.replay_event()(uuid4())


async def test_an_event_that_kills_its_worker_again_and_again_is_given_up_and_takes_nobody_with_it(app: App) -> None:
    await app.set_clock(TUESDAY)
    for number in range(3):
        await deliver(app, {"type": "opened", "timestamp": TUESDAY.isoformat()}, f"event-{number}")
    now = app.container.clock().now() + timedelta(seconds=1)
    for turn in range(7):
        now += timedelta(minutes=3)
        async with app.container.transactions().begin(None) as uow:
            claimed = await uow.raw_events.claim(now=now, until=now + timedelta(minutes=2), limit=50)
        assert len(claimed) == (3 if turn < 3 else 1), "after three deaths they are taken one by one"
    await app.set_clock(now + timedelta(hours=1))
    await app.worker.apply_events()
    rows = {row["status"]: row["number"] for row in await _counted(app)}
    assert rows == {"ignored": 2, "dead": 1}


async def test_a_database_that_goes_away_again_and_again_is_no_attempt_of_the_events_that_waited(app: App) -> None:
    source = _Moody()
    app.container.event_sources.override({**app.container.event_sources(), "moody": source})
    world = await launched(app, people=3)
    await world.send_first()
    for contact in range(3):
        await _tell(app, (await world.mail(contact)).message_id.encode(), f"event-{contact}")
    source.away = True
    for turn in range(1, 8):
        with pytest.raises(Unavailable):
            await app.worker.apply_events()
        await app.set_clock(TUESDAY + timedelta(hours=turn))
    source.away = False
    await app.worker.apply_events()
    assert await _attempts(app) == [("applied", 1)] * 3


async def test_an_event_at_which_the_database_always_goes_away_stands_before_no_other(app: App) -> None:
    source = _Moody()
    app.container.event_sources.override({**app.container.event_sources(), "moody": source})
    world = await launched(app, people=2)
    await world.send_first()
    await _tell(app, (await world.mail(0)).message_id.encode(), "first")
    await _tell(app, (await world.mail(1)).message_id.encode(), "second")
    source.away = True
    with pytest.raises(Unavailable):
        await app.worker.apply_events()
    source.away = False
    await app.worker.apply_events()
    assert await _attempts(app) == [("new", 0), ("applied", 1)]


async def _attempts(app: App) -> list[tuple[str, int]]:
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        found = await connection.fetch("SELECT status, attempts FROM raw_events WHERE provider = 'moody' ORDER BY id")
    return [(row["status"], row["attempts"]) for row in found]


async def _counted(app: App) -> list[Any]:
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        found: list[Any] = await connection.fetch("SELECT status, count(*) AS number FROM raw_events GROUP BY status")
    return found


async def test_a_source_that_is_set_up_no_more_leaves_its_events_to_the_operator(app: App) -> None:
    source = _Moody()
    before = app.container.event_sources()
    app.container.event_sources.override({**before, "moody": source})
    await _tell(app, b"<a@b.example>", "one")
    app.container.receive_event().event_sources.pop("moody")
    await app.worker.apply_events()
    (dead,) = (await _as_operator(app, "GET", "/ops/events"))["items"]
    assert dead["error"] == "no source of this name is set up"

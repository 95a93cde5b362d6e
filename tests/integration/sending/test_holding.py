"""The kill switch, the people who are held, and the database that was restored (SPEC 6)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import asyncpg

from roleferry.adapters.stub_auth import DEMO_USER
from roleferry.domain.model.sending.outreach import OutreachStatus
from roleferry.domain.use_cases.operations.hold_sending import HoldSending
from tests.app import App, running_app
from tests.doubles.mailer import ToldMailer
from tests.integration.inbound.world import TUESDAY
from tests.integration.sending.engine_world import people, rows, send, statuses, until, use_mailer
from tests.servers import unique_name

_WHY = {"why": "somebody complained"}


async def as_operator(app: App) -> App:
    await app.container.ensure_user()(DEMO_USER, email="demo@example.test", name="Demo")
    return App(app.container, app.http, DEMO_USER)


async def _ops(app: App, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
    operator = await as_operator(app)
    url = f"/api/v1/ops/sending{path}"
    answer = await operator.http.request(method, url, **({"json": body} if body else {}))
    assert answer.status_code == expect, answer.text
    return answer.json() if answer.content else None


async def test_nothing_leaves_while_sending_is_held_and_all_of_it_when_it_is_released(app: App) -> None:
    use_mailer(app, ToldMailer())
    await people(app, 3)
    held = await _ops(app, "POST", "/hold", _WHY)
    assert (held["held"], held["why"], held["restored"]) == (True, "somebody complained", False)
    assert (await send(app)).total() == 0
    ready = (await app.call("GET", "/health/ready")).json()
    assert (ready["sending"], ready["sending_hold"]) == ("held", "somebody complained")
    assert await _ops(app, "POST", "/release", {"why": "looked at it"}) == {"held": False, "doubted": 0}
    assert (await app.call("GET", "/health/ready")).json()["sending"] == "on"
    assert await send(app) == {OutreachStatus.SENT: 3}
    actions = await rows(app, "SELECT action, facts ->> 'why' AS why FROM audit_log WHERE user_id = $1", DEMO_USER)
    assert [(row["action"], row["why"]) for row in actions] == [
        ("sending.held", "somebody complained"),
        ("sending.released", "looked at it"),
    ]


async def test_a_hold_is_seen_before_the_very_next_hand_over(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=1)
    await people(app, 3)
    mailer.open.clear()
    sending = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 1)
    hold: HoldSending = app.container.hold_sending()
    await hold("stop")
    mailer.open.set()
    await sending
    assert (len(mailer.begun), await statuses(app)) == (1, {"sent": 1, "scheduled": 2})
    (due,) = await rows(app, "SELECT DISTINCT due_at FROM outreach WHERE status = 'scheduled'")
    assert due["due_at"] == TUESDAY, "what is held by the switch keeps its time"


async def test_a_hold_answers_once_nothing_is_being_begun_any_more(app: App) -> None:
    async with app.container.pool().acquire() as beginning, beginning.transaction():
        await beginning.execute("SELECT pg_advisory_xact_lock_shared(hashtext('roleferry.suppressions'))")
        holding = asyncio.create_task(app.container.hold_sending()("stop"))
        await until(lambda: _waited_for(app))
        assert not holding.done()
        assert (await app.call("GET", "/health/ready")).json()["sending"] == "held", "whoever looks from now on sees it"
    await holding


async def _waited_for(app: App) -> bool:
    return bool(await rows(app, _LOCKS_WAITED_FOR))


_LOCKS_WAITED_FOR = """
SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


async def test_one_person_is_held_and_nobody_else(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=1)
    held, other = await people(app, 2)
    await _ops(app, "POST", f"/users/{held.app.user_id}/hold", _WHY, expect=204)
    listed = (await _ops(app, "GET", "/users"))["items"]
    assert [(row["user_id"], row["why"]) for row in listed] == [(str(held.app.user_id), "somebody complained")]
    assert await send(app) == {OutreachStatus.SENT: 1}
    assert mailer.begun == [other.mails[0, 1]]
    shown = (await held.app.get(f"/outreach/{held.mails[0, 1]}"))["explanation"]
    assert (shown["will_go"], shown["code"]) == (False, "sending_stopped")
    await _ops(app, "POST", f"/users/{held.app.user_id}/release", {"why": "looked at it"}, expect=204)
    assert await send(app) == {OutreachStatus.SENT: 1}


async def test_one_who_is_held_while_their_mail_is_claimed_sends_nothing(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=1)
    worlds = await people(app, 2)
    mailer.open.clear()
    sending = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 1)
    (late,) = [world for world in worlds if world.mails[0, 1] not in mailer.begun]
    hold: HoldSending = app.container.hold_sending()
    await hold("stop", user_id=late.app.user_id)
    mailer.open.set()
    await sending
    assert len(mailer.begun) == 1


async def test_only_operators_hold_and_release_and_only_what_is_held_is_released(app: App) -> None:
    for path in ("/hold", "/release", f"/users/{app.user_id}/hold", f"/users/{app.user_id}/release"):
        await app.call("POST", f"/ops/sending{path}", json=_WHY, expect=403)
    await app.call("GET", "/ops/sending", expect=403)
    await app.call("GET", "/ops/sending/users", expect=403)
    assert (await _ops(app, "POST", "/release", _WHY, expect=409))["code"] == "sending.not_held"
    nobody = "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1e1"
    assert (await _ops(app, "POST", f"/users/{nobody}/release", _WHY, expect=409))["code"] == "sending.not_held"
    await _ops(app, "POST", f"/users/{nobody}/hold", _WHY, expect=404)
    assert await _ops(app, "GET", "") == {"held": False, "why": None, "since": None, "restored": False}


async def test_a_restored_database_sends_nothing_and_doubles_nothing_after_its_release(
    fresh_database_url: str, postgres_url: str, redis_url: str, tmp_path: Path
) -> None:
    places = (redis_url, tmp_path)
    async with running_app(fresh_database_url, *places) as app:
        use_mailer(app, ToldMailer())
        await people(app, 1)
        await send(app)
        await people(await app.as_somebody_else(), 3)
        (asking,) = await people(await app.as_somebody_else(), 1)
        held = "UPDATE outreach SET status = 'held', hold_reason = 'stale' WHERE id = $1"
        await rows(app, held, asking.mails[0, 1])  # since approved and sent, for all that the backup knows
    async with _backup(fresh_database_url, postgres_url) as backup_url:
        async with running_app(fresh_database_url, *places) as app:
            assert (await _sent(app))[OutreachStatus.SENT] == 3
        async with running_app(backup_url, *places) as app:
            assert (await _sent(app)).total() == 0
            view = await _ops(app, "GET", "")
            assert (view["held"], view["restored"]) == (True, True)
            assert "restored" in view["why"]
            assert await _ops(app, "POST", "/release", {"why": "looked at it"}) == {"held": False, "doubted": 4}
            assert (await _sent(app)).total() == 0
            assert await statuses(app) == {"sent": 1, "uncertain": 4}
            await people(await app.as_somebody_else(), 1)
            assert (await send(app))[OutreachStatus.SENT] == 1


async def test_a_database_that_was_only_stopped_goes_on(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    for _ in range(2):
        async with running_app(fresh_database_url, redis_url, tmp_path) as app:
            await people(app, 1)
            assert (await _sent(app))[OutreachStatus.SENT] == 1


async def _sent(app: App) -> Any:
    use_mailer(app, ToldMailer())
    await app.container.clock().refresh()
    return await send(app)


@asynccontextmanager
async def _backup(database_url: str, postgres_url: str) -> AsyncIterator[str]:
    """Yield the address of a copy of a database that nobody is connected to."""
    name, original = unique_name("backup"), urlsplit(database_url).path.lstrip("/")
    connection = await asyncpg.connect(postgres_url)
    try:
        await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
        yield urlsplit(database_url)._replace(path=f"/{name}").geturl()
    finally:
        await connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        await connection.close()

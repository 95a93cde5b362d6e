"""A worker's turns: acceptances are written and other mails begun in one transaction, or each for itself (SPEC 6)."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from dependency_injector import providers

from roleferry.adapters.internal_only import InternalOnlyMailer
from roleferry.adapters.own_server_first import OwnServerFirst
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.outreach import OutreachStatus
from tests.app import App
from tests.doubles.mailer import ToldMailer
from tests.integration.sending.engine_world import ids, people, rows, send, statuses, until, use_mailer


async def test_an_acceptance_is_written_as_the_domain_has_it(app: App) -> None:
    use_mailer(app, ToldMailer())
    (world,) = await people(app, 1)
    before = await world.mail(0)
    await send(app)
    after = await world.mail(0)
    assert after.sent_at is not None
    begun = before.claim(token="attempt", until=after.sent_at)
    expected = begun.accepted(at=after.sent_at, provider_id=after.provider_id)
    assert after == replace(expected, version=before.version + 2)
    (attempt,) = await rows(app, "SELECT outcome, ended_at, provider_id FROM outreach_attempts")
    assert tuple(attempt.values()) == ("accepted", after.sent_at, after.provider_id)
    (event,) = await rows(app, "SELECT type, dedupe_key, at, counted, facts FROM outreach_events")
    assert tuple(event.values()) == ("sent", "sent", after.sent_at, True, {})


async def test_a_mail_that_somebody_has_in_hand_is_recorded_when_they_let_go(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=2)
    worlds = await people(app, 4)
    mailer.open.clear()
    sending = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 2)
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        await connection.execute("SELECT 1 FROM outreach WHERE id = $1 FOR UPDATE", mailer.begun[0])
        mailer.open.set()
        await until(lambda: _is_sent(app, 1))
    assert await sending == {OutreachStatus.SENT: 4}
    assert sorted(mailer.begun) == sorted(ids(worlds))


async def _is_sent(app: App, count: int) -> bool:
    return (await statuses(app))["sent"] >= count


class _Own(ToldMailer):
    capability = replace(ToldMailer.capability, provider="smtp")


async def test_an_attempt_names_who_carried_it(app: App) -> None:
    own, _ = await people(app, 2)
    readers = [row["to_address"] for row in await rows(app, "SELECT to_address FROM outreach")]
    both = OwnServerFirst(own=_Own(), service=ToldMailer())
    inside = InternalOnlyMailer(both, allowed=AllowedRecipients.of(", ".join(readers)))
    app.container.mailer.override(providers.Object(inside))
    await rows(app, "UPDATE mailboxes SET provider = 'smtp' WHERE id = $1", own.mailbox_id)
    await rows(app, "UPDATE mailboxes SET provider = 'told' WHERE id <> $1", own.mailbox_id)
    await send(app)
    named = await rows(
        app, "SELECT a.provider, o.mailbox_id FROM outreach_attempts a JOIN outreach o ON o.id = a.outreach_id"
    )
    assert {row["mailbox_id"] == own.mailbox_id: row["provider"] for row in named} == {True: "smtp", False: "told"}


async def test_a_worker_that_is_canceled_records_what_is_on_the_wire_and_gives_back_the_rest(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=2)
    await people(app, 4)
    mailer.open.clear()
    sending = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 2)
    sending.cancel()
    mailer.open.set()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert await statuses(app) == {"sent": 2, "scheduled": 2}
    assert await rows(app, "SELECT 1 FROM outreach WHERE lease_token IS NOT NULL") == []

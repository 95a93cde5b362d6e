"""The engine: what is claimed, begun and settled, whoever dies, stalls or comes late in between (SPEC 6)."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from dependency_injector import providers

from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.mailbox import MailboxPause, MailboxStatus
from roleferry.domain.model.sending.outreach import OutreachStatus
from roleferry.entrypoints.worker.drain import Drain
from roleferry.ports.clock import Stopwatch
from roleferry.ports.errors import Refused, Rejected, Unavailable
from roleferry.ports.mail import Evidence, OutgoingMail, Whereabouts
from tests.app import App
from tests.doubles.mailer import ToldMailer
from tests.integration.inbound.world import TUESDAY, launched
from tests.integration.sending.engine_world import (
    claims_end,
    ids,
    leases_end,
    people,
    rows,
    send,
    statuses,
    until,
    use_mailer,
)


async def test_only_what_is_on_the_wire_is_ever_begun(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=2)
    worlds = await people(app, 5)
    mailer.open.clear()
    sending = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 2)
    assert await statuses(app) == {"sending": 2, "scheduled": 3}
    attempts = await rows(app, "SELECT outreach_id FROM outreach_attempts")
    assert {row["outreach_id"] for row in attempts} == set(mailer.begun)
    assert (await send(app)).total() == 0, "claimed mails are nobody else's"
    mailer.open.set()
    assert await sending == {OutreachStatus.SENT: 5}
    assert sorted(mailer.begun) == sorted(ids(worlds))


async def test_what_a_stalled_worker_had_claimed_is_sent_by_another_and_not_again_when_it_wakes(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=1)
    worlds = await people(app, 4)
    mailer.open.clear()
    stalled = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 1)
    await claims_end(app)
    other = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 2)
    mailer.open.set()
    sent = await stalled + await other
    assert sent == {OutreachStatus.SENT: 4}
    assert sorted(mailer.begun) == sorted(ids(worlds))


async def test_a_mail_in_doubt_is_not_begun_by_the_worker_that_had_claimed_it(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=1)
    await people(app, 2)
    mailer.open.clear()
    stalled = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 1)
    await rows(app, "UPDATE outreach SET status = 'uncertain' WHERE status = 'scheduled'")
    mailer.open.set()
    assert await stalled == {OutreachStatus.SENT: 1}
    assert len(mailer.begun) == 1


@dataclass
class Leaping(Stopwatch):
    """Every look at it is so much later: a machine that sleeps between any two steps."""

    seconds_a_look: float
    now: float = field(default=0.0)

    def seconds(self) -> float:
        self.now += self.seconds_a_look
        return self.now


async def test_a_worker_that_comes_too_late_does_not_begin(app: App) -> None:
    mailer = use_mailer(app, ToldMailer())
    app.container.stopwatch.override(providers.Object(Leaping(seconds_a_look=595)))
    await people(app, 1)
    assert await send(app) == {OutreachStatus.SCHEDULED: 1}
    assert mailer.begun == []
    (mail,) = await rows(app, "SELECT status, attempts, lease_token FROM outreach")
    assert (mail["status"], mail["attempts"], mail["lease_token"]) == ("scheduled", 0, None)
    assert await rows(app, "SELECT 1 FROM outreach_attempts") == []


async def test_no_hand_over_outlives_its_lease(app: App) -> None:
    mailer = use_mailer(app, ToldMailer())
    none = timedelta(0)
    short = LeaseTimes(
        longest_request=timedelta(seconds=0.1),
        provider_tail=none,
        clock_slack=none,
        lease=timedelta(seconds=5),
        settle=timedelta(seconds=5),
    )
    app.container.lease_times.override(providers.Object(short))
    await people(app, 1)
    mailer.open.clear()
    assert await send(app) == {OutreachStatus.UNCERTAIN: 1}


async def test_an_attempt_that_was_given_up_may_still_tell(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(Refused("busy"), None), connections=2)
    worlds = await people(app, 2)
    mailer.open.clear()
    sending = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 2)
    await leases_end(app)
    await app.container.settle_uncertain()(limit=10)
    assert await statuses(app) == {"uncertain": 2}
    mailer.open.set()
    assert await sending == {OutreachStatus.SCHEDULED: 1, OutreachStatus.SENT: 1}
    assert len(mailer.begun) == len(worlds)


class _Witness(ToldMailer):
    """Found one mail, cannot be asked about another, knows nothing of the rest."""

    found: UUID
    breaks: UUID | None = None
    asked = 0

    async def find(self, mail: OutgoingMail) -> Evidence:
        self.asked += 1
        if mail.outreach_id == self.breaks:
            raise ValueError("an answer nobody foresaw")
        whereabouts = Whereabouts.FOUND if mail.outreach_id == self.found else Whereabouts.UNKNOWN
        return Evidence(whereabouts=whereabouts)


async def test_a_mail_that_cannot_be_asked_about_keeps_no_other_in_doubt(app: App) -> None:
    witness = _Witness()
    use_mailer(app, witness)
    first, second = await people(app, 2)
    witness.breaks, witness.found = first.mails[0, 1], second.mails[0, 1]
    await rows(app, "UPDATE outreach SET status = 'uncertain'")
    counts = await app.container.settle_uncertain()(limit=10)
    assert counts == {OutreachStatus.UNCERTAIN: 1, OutreachStatus.SENT: 1}


async def test_a_drain_ends_though_a_mail_stays_in_doubt(app: App) -> None:
    witness = _Witness()
    use_mailer(app, witness)
    (world,) = await people(app, 1)
    witness.found = world.app.user_id
    await rows(app, "UPDATE outreach SET status = 'uncertain'")
    done = await Drain(container=app.container)()
    assert (done["settled"], witness.asked) == (0, 1)


async def test_mails_that_stay_in_doubt_are_not_all_that_is_asked_about(app: App) -> None:
    witness = _Witness()
    use_mailer(app, witness)
    worlds = await people(app, 3)
    witness.found = worlds[2].mails[0, 1]
    await rows(app, "UPDATE outreach SET status = 'uncertain'")
    await rows(app, "UPDATE outreach SET due_at = due_at + interval '1 minute' WHERE id = $1", witness.found)
    for _ in range(200):
        if (await app.container.settle_uncertain()(limit=1))[OutreachStatus.SENT]:
            break
    assert await statuses(app) == {"sent": 1, "uncertain": 2}


async def test_a_database_that_is_away_is_waited_for_with_what_only_we_know(app: App) -> None:
    use_mailer(app, ToldMailer())
    await people(app, 1)
    real = app.container.settlement()
    app.container.settlement.override(providers.Object(_AwayTwice(real)))
    assert await send(app) == {OutreachStatus.SENT: 1}


class _AwayTwice:
    def __init__(self, real: Any) -> None:
        self._real = real
        self._left = 2

    async def settle_all(self, told: Any) -> Any:
        self._left -= 1
        if self._left >= 0:
            raise Unavailable("the database cannot be reached")
        return await self._real.settle_all(told)


async def test_a_mail_that_cannot_be_settled_strands_none_that_was_told_of_with_it(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=3)
    worlds = await people(app, 3)
    odd = worlds[1].mails[0, 1]
    app.container.settlement.override(providers.Object(_Stumbling(app.container.settlement(), odd)))
    mailer.open.clear()
    sending = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 3)
    mailer.open.set()
    with pytest.raises(ValueError, match="nobody foresaw"):
        await sending
    assert await statuses(app) == {"sent": 2, "sending": 1}


class _Stumbling:
    def __init__(self, real: Any, over: UUID) -> None:
        self._real = real
        self._over = over

    async def settle_all(self, told: Any) -> Any:
        if any(one.case.outreach.id == self._over for one in told):
            raise ValueError("a row that nobody foresaw")
        return await self._real.settle_all(told)


async def test_an_intent_that_could_not_be_committed_leaves_nothing_behind(app: App) -> None:
    mailer = use_mailer(app, ToldMailer())
    await people(app, 2)
    await rows(app, 'UPDATE enrollments SET holds = \'[{"reason": "nonsense"}]\'')
    with pytest.raises(Exception, match=r"(?i)nonsense|enum"):
        await send(app)
    assert (mailer.begun, await statuses(app)) == ([], {"scheduled": 2})
    claimed = await rows(app, "SELECT 1 FROM outreach WHERE status = 'sending'")
    assert claimed == []


async def test_a_mailbox_with_a_mail_in_flight_or_in_doubt_keeps_its_gap(app: App) -> None:
    mailer = use_mailer(app, ToldMailer())
    world = await launched(app, people=2, steps=1)
    mailer.open.clear()
    first = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 1)
    assert (await send(app)).total() == 0
    await leases_end(app)
    await app.container.settle_uncertain()(limit=10)
    assert (await send(app)).total() == 0
    await app.set_clock(TUESDAY + timedelta(minutes=6))
    second = asyncio.create_task(send(app))
    await until(lambda: len(mailer.begun) == 2)
    mailer.open.set()
    assert await first + await second == {OutreachStatus.SENT: 2}
    assert set(mailer.begun) == {world.mails[0, 1], world.mails[1, 1]}


async def test_a_servers_words_in_any_charset_are_an_answer(app: App) -> None:
    use_mailer(app, ToldMailer(Rejected("5.1.1 adresse refus\udce9e\0", code="550 5.1.1")))
    world = await launched(app)
    assert await send(app) == {OutreachStatus.FAILED: 1}
    assert (await world.mail(0)).end_reason == "5.1.1 adresse refus?e?"


async def test_a_block_holds_the_mailbox_and_not_the_person(app: App) -> None:
    blocked = Rejected("5.7.1 your address is listed", code="550 5.7.1", blocked=True)
    mailer = use_mailer(app, ToldMailer(blocked))
    world = await launched(app, people=2, steps=2)
    assert await send(app) == {OutreachStatus.SCHEDULED: 1}
    async with app.container.transactions().begin(app.user_id) as uow:
        mailbox = await uow.mailboxes.find(world.mailbox_id)
    assert (mailbox.status, mailbox.pause) == (MailboxStatus.PAUSED, MailboxPause.BLOCKED)
    assert "listed" in str(mailbox.pause_detail)
    assert await world.notices() == ["mailbox.paused"]
    assert (await world.mail(0)).attempts == 0
    assert (await world.enrollment(0)).state.is_live
    await app.set_clock(TUESDAY + timedelta(minutes=10))
    assert (await send(app)).total() == 0, "the other mail waits for the mailbox too"
    await app.patch(f"/mailboxes/{world.mailbox_id}", {"status": "active"})
    assert await send(app) == {OutreachStatus.SENT: 1}
    assert len(mailer.begun) == 2


async def test_a_rejection_that_is_no_block_ends_the_conversation(app: App) -> None:
    use_mailer(app, ToldMailer(Rejected("no such user", code="550 5.1.1")))
    world = await launched(app, people=1, steps=2)
    assert await send(app) == {OutreachStatus.FAILED: 1}
    assert not (await world.enrollment(0)).state.is_live
    assert await world.notices() == []


async def test_one_persons_ten_thousand_mails_do_not_delay_anothers_single_one(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(), connections=16)
    crowd = await launched(app, steps=1)
    await rows(app, _MAILBOXES, crowd.mailbox_id)
    await rows(app, _ENROLLMENTS)
    await rows(app, _MAILS)
    single = await launched(await app.as_somebody_else(), steps=1)
    await rows(app, "UPDATE outreach SET due_at = due_at - interval '1 hour' WHERE user_id = $1", app.user_id)
    assert (await statuses(app))["scheduled"] == 10_002
    await send(app, limit=20)
    assert single.mails[0, 1] in mailer.begun
    assert len(set(mailer.begun)) == len(mailer.begun) <= 20


_MAILBOXES = """
INSERT INTO mailboxes (user_id, id, address, display_name, provider, time_zone, postal_address, created_at)
SELECT user_id, gen_random_uuid(), n || address, display_name, provider, time_zone, postal_address, created_at
  FROM mailboxes, generate_series(1, 100) AS n WHERE id = $1
"""
_ENROLLMENTS = """
WITH person AS (
    INSERT INTO contacts (user_id, id, full_name, email, created_at)
    SELECT e.user_id, gen_random_uuid(), 'Reader', md5(m.id::text || n) || '@crowd.example', now()
      FROM enrollments e, mailboxes m, generate_series(1, 100) AS n WHERE m.address ~ '^[0-9]'
    RETURNING user_id, id
), numbered AS (SELECT user_id, id, row_number() OVER () AS n FROM person),
box AS (SELECT id, row_number() OVER () AS n FROM mailboxes WHERE address ~ '^[0-9]')
INSERT INTO enrollments (user_id, id, campaign_id, contact_id, mailbox_id, state, reply_token, started_at)
SELECT e.user_id, gen_random_uuid(), e.campaign_id, p.id, box.id, 'active', md5(p.id::text), e.started_at
  FROM enrollments e, numbered p JOIN box ON box.n = 1 + p.n % 100
"""
_MAILS = """
INSERT INTO outreach (user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, step_kind,
                      gap_days, day, same_thread, to_address, to_name, time_zone, subject, body, status, due_at,
                      approved_digest, send_key, message_id, created_at)
SELECT o.user_id, gen_random_uuid(), o.campaign_id, e.id, e.contact_id, e.mailbox_id, o.step_id, o.step, o.step_kind,
       o.gap_days, o.day, o.same_thread, 'reader@crowd.example', o.to_name, o.time_zone, o.subject, o.body, o.status,
       o.due_at, o.approved_digest, md5(e.id::text), '<' || e.id || '@x.example>', o.created_at
  FROM outreach o, enrollments e WHERE e.id <> o.enrollment_id
"""

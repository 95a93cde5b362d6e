"""What lies in people's mailboxes, by real IMAP: ours is read once, whatever happens; what is not ours is not kept."""

import base64
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from dependency_injector import providers

from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.enrollment import EnrollmentState
from roleferry.domain.model.sending.mailbox import MailboxPause, MailboxStatus, Secret
from roleferry.domain.model.sending.outreach import OutreachStatus
from tests.app import App
from tests.doubles.imap import Account, PymapServer
from tests.integration.inbound.mailboxes import answer_to, app_with_mailboxes, connect, due_now, read_all, rows
from tests.integration.inbound.test_replies import submit
from tests.integration.inbound.world import World, launched, reader
from tests.servers import database, unique_name


@pytest.fixture(scope="module")
def server() -> Iterator[PymapServer]:
    with PymapServer() as server:
        yield server


@pytest.fixture(scope="module")
def own_database_url(postgres_url: str) -> Iterator[str]:
    """A database for these tests alone, who move its clock and read every mailbox in it."""
    with database(postgres_url, unique_name("inbox")) as url:
        yield url


@pytest.fixture
async def app(own_database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[App]:
    async with app_with_mailboxes(own_database_url, redis_url, tmp_path) as app:
        await rows(app, "DELETE FROM mailbox_connections")
        await rows(app, "DELETE FROM inboxes")
        await rows(app, "DELETE FROM raw_events")
        yield app


@pytest.fixture
def account(server: PymapServer) -> Account:
    return server.add_user(f"ada-{uuid4().hex}")


@pytest.fixture
async def world(app: App, account: Account) -> World:
    """A campaign whose first mail has left, from a mailbox that was read once."""
    world = await launched(app)
    await world.send_first()
    await connect(app, world.mailbox_id, account.login)
    assert await read_all(app) == 1
    return world


def own(app: App) -> str:
    return f"ada.{app.user_id.hex[-8:]}@sample.example"


async def test_an_answer_in_the_mailbox_stops_the_sequence(app: App, world: World, account: Account) -> None:
    account.deliver(bytes(answer_to(await world.mail(0), "Tell me more.", to=own(app))))
    await read_all(app)
    reply = (await app.get("/replies"))["items"][0]
    assert (reply["text"], reply["label"], reply["from_name"]) == ("Tell me more.", "interested", "Reader Sample")
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    assert (await world.mail(0, 2)).status is OutreachStatus.CANCELED
    assert account.flags() == [()]


async def test_nothing_of_a_mail_that_is_not_ours_is_kept(app: App, world: World, account: Account) -> None:
    mail = await world.mail(0)
    private = [
        answer_to(mail, "Dear Ada, the doctor's results: PRIVATE", to=own(app), In_Reply_To="<other@x.example>"),
        answer_to(mail, "About my PRIVATE life", to=own(app), In_Reply_To="", References=""),
        answer_to(mail, "PRIVATE", to=own(app), Subject="Undelivered Mail Returned to Sender", In_Reply_To=""),
        answer_to(mail, "PRIVATE, not to her", to="club@list.example"),
    ]
    for one in private:
        account.deliver(bytes(one))
    await read_all(app)
    named = await rows(app, "SELECT relname FROM pg_stat_user_tables WHERE relname <> 'schema_migrations'")
    held = " UNION ALL ".join(
        f"SELECT '{one['relname']}' AS place, t::text AS words FROM {one['relname']} t" for one in named
    )
    told = "words ILIKE '%PRIVATE%' OR words ~ 'UFJJVkFURQ|BSSVZBVE|QUklWQVRF'"  # as it is, and in base64
    assert await rows(app, f"SELECT place FROM ({held}) w WHERE {told}") == []
    assert await rows(app, "SELECT id FROM raw_events WHERE provider = 'mailbox'") == []
    assert [row["last_uid"] for row in await rows(app, "SELECT last_uid FROM inbox_folders")] == [100 + len(private)]


async def test_what_was_there_before_is_not_read(app: App, account: Account) -> None:
    world = await launched(app)
    await world.send_first()
    account.deliver(bytes(answer_to(await world.mail(0), "Too early.", to=own(app))))
    await connect(app, world.mailbox_id, account.login)
    await read_all(app)
    await read_all(app)
    assert (await app.get("/replies"))["items"] == []


async def test_a_mailbox_numbered_anew_is_read_once_more_and_nothing_taken_in_twice(
    app: App, world: World, account: Account, server: PymapServer
) -> None:
    known = bytes(answer_to(await world.mail(0), "Tell me more.", to=own(app)))
    account.deliver(known)
    await read_all(app)
    server.forget_numbers()
    account.deliver(known)
    account.deliver(bytes(answer_to(await world.mail(0), "One more thing.", to=own(app))))
    await read_all(app)
    await read_all(app)
    assert [one["text"] for one in (await app.get("/replies"))["items"]] == ["One more thing.", "Tell me more."]
    assert len(await rows(app, "SELECT id FROM raw_events WHERE provider = 'mailbox'")) == 2


async def test_one_bad_mail_stalls_nothing(app: App, world: World, account: Account) -> None:
    mail = await world.mail(0)
    good = bytes(answer_to(mail, "Tell me more.", to=own(app)))
    strange = [
        b"\xff\xfe\x00binary",
        b"Subject: =?x-no-such-charset?B?////?=\r\nContent-Type: multipart/report; boundary=\r\n\r\n--\r\n",
        b"From: MAILER-DAEMON@\xe4\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n" * 5_000,
        good.replace(b"Message-ID: ", b"X-Huge: " + b"x" * 200_000 + b"\r\nMessage-ID: "),
        good.replace(b"utf-8", b"no-such-charset").replace(b"Message-ID: <", b"Message-ID: <other."),
        b"From: x@x.example\r\nReferences: =?unicode-escape?Q?<a\\x00b@x.example>?=\r\n\r\nno character",
    ]
    for one in [*strange, good]:
        account.deliver(one)
    await read_all(app)
    await read_all(app)
    replies = (await app.get("/replies"))["items"]
    assert len(replies) >= 2
    assert {one["text"] for one in replies} == {"Tell me more."}
    assert [row["last_uid"] for row in await rows(app, "SELECT last_uid FROM inbox_folders")] == [107]


async def test_a_wrong_password_is_told_once_and_not_tried_again_until_it_is_another(
    app: App, world: World, account: Account
) -> None:
    await connect(app, world.mailbox_id, replace(account.login, password=Secret("wrong")))
    assert await read_all(app) == 1
    assert (await world.notices()).count("mailbox.inbox_refused") == 1
    for _ in range(2):
        await read_all(app)
    assert (await world.notices()).count("mailbox.inbox_refused") == 1
    async with app.container.transactions().begin(app.user_id) as uow:
        mailbox = await uow.mailboxes.find(world.mailbox_id)
    assert (mailbox.status, mailbox.pause) == (MailboxStatus.ERROR, MailboxPause.AUTHENTICATION)
    seen = await app.get(f"/mailboxes/{world.mailbox_id}/inbox")
    assert (seen["state"], seen["failures"]) == ("refused", 3)
    assert "password" in seen["detail"]
    pauses = await rows(app, "SELECT due_at > now() + interval '5 hours' AS long FROM inboxes")
    assert [row["long"] for row in pauses] == [True]
    account.deliver(bytes(answer_to(await world.mail(0), "Tell me more.", to=own(app))))
    await connect(app, world.mailbox_id, account.login)
    await read_all(app)
    assert len((await app.get("/replies"))["items"]) == 1


async def test_what_nobody_foresaw_is_no_mailbox_that_was_read(app: App, world: World, account: Account) -> None:
    account.deliver(bytes(answer_to(await world.mail(0), "Tell me more.", to=own(app))))
    broken: Any = _breaks
    reading = replace(app.container.read_inbox(), sort_mail=broken)
    app.container.read_inbox.override(providers.Object(reading))
    await read_all(app)
    seen = await app.get(f"/mailboxes/{world.mailbox_id}/inbox")
    assert (seen["state"], seen["failures"]) == ("unreachable", 1)
    assert (await rows(app, "SELECT due_at > now() + interval '10 seconds' AS later FROM inboxes"))[0]["later"]
    app.container.read_inbox.reset_override()
    await read_all(app)
    assert len((await app.get("/replies"))["items"]) == 1


async def _breaks(*args: object, **named: object) -> None:
    raise RuntimeError(f"nobody foresaw {len(args) + len(named)} of them")


async def test_a_report_by_mail_is_a_bounce_and_a_vacation_holds(app: App, world: World, account: Account) -> None:
    mail = await world.mail(0)
    vacation = answer_to(
        mail, "I am out of the office until March 12, 2026.", to=own(app), Auto_Submitted="auto-replied"
    )
    account.deliver(bytes(vacation))
    await read_all(app)
    assert (await world.enrollment(0)).state is EnrollmentState.HELD
    account.deliver(bounce_of(mail.message_id, reader(app.user_id, 0)))
    await read_all(app)
    assert (await world.enrollment(0)).state is EnrollmentState.BOUNCED
    assert [one["label"] for one in (await app.get("/replies"))["items"]] == ["auto_reply"]


async def test_somebody_elses_mail_is_nobodys_answer_here(app: App, world: World, account: Account) -> None:
    """Who reads a copy of another user's conversation in their own mailbox changes nothing for that user."""
    other = await app.as_somebody_else()
    theirs = await launched(other)
    await theirs.send_first()
    copied = answer_to(await theirs.mail(0), "Stop, please.", to=f"{own(app)}, {own(other)}")
    account.deliver(bytes(copied))
    await read_all(app)
    assert (await other.get("/replies"))["items"] == []
    assert (await app.get("/replies"))["items"] == []
    assert await rows(app, "SELECT id FROM raw_events WHERE provider = 'mailbox'") == []


async def test_the_same_answer_by_mailbox_and_by_provider_counts_once(app: App, world: World, account: Account) -> None:
    answer = bytes(answer_to(await world.mail(0), "Tell me more.", to=own(app)))
    account.deliver(b"Received: from elsewhere\r\n" + answer)
    await submit(world, base64.b64encode(answer).decode(), "vendor")
    await read_all(app)
    assert len((await app.get("/replies"))["items"]) == 1
    overview = await app.get("/analytics/overview")
    assert overview["reply_rate"]["numerator"] == 1


async def test_a_mailbox_that_is_gone_or_has_no_server_any_more_is_read_no_more(
    app: App, world: World, account: Account
) -> None:
    async with app.container.transactions().begin(app.user_id) as uow:
        await uow.connections.remove(world.mailbox_id, MailProtocol.IMAP)
    await due_now(app)
    assert await read_all(app) == 0
    assert (await app.get(f"/mailboxes/{world.mailbox_id}/inbox"))["state"] == "off"
    other = await app.as_somebody_else()
    await other.call("GET", f"/mailboxes/{world.mailbox_id}/inbox", expect=404)


def bounce_of(message_id: str, address: str) -> bytes:
    return f"""From: MAILER-DAEMON@mx.firm.example
To: ada@sample.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <{uuid4().hex}@mx.firm.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

<{address}>: host mx.firm.example said: 550 5.1.1 User unknown

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.firm.example

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: message/rfc822

From: ada@sample.example
To: {address}
Message-ID: {message_id}
Subject: Checkout latency

Dear Reader
--b--
""".replace("\n", "\r\n").encode()

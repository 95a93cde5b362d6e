"""From one mailbox to another and back, over real SMTP and IMAP servers: an answer ends the writing (SPEC 7)."""

import asyncio
import contextlib
import email
import smtplib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from email.message import EmailMessage
from email.policy import default
from email.utils import make_msgid
from pathlib import Path

import pytest

from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.enrollment import EnrollmentState
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.domain.model.sending.outreach import OutreachStatus
from roleferry.entrypoints.worker.inboxes import InboxWatch
from roleferry.entrypoints.worker.listen import listen
from tests.app import App
from tests.doubles.imap import PymapServer
from tests.doubles.smtp import SmtpDouble, Taken
from tests.integration.inbound.mailboxes import app_with_mailboxes, connect, rows
from tests.integration.inbound.world import TUESDAY, World, launched

_WEEKDAYS = 9


@pytest.mark.filterwarnings("ignore:Call to deprecated close")  # arq's, of its Redis client
async def test_an_answer_sent_by_mail_stops_the_sequence_and_nothing_else_does(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    settings = {"ROLEFERRY_PHASE": "week12", "ROLEFERRY_AUTH": "stub", "ROLEFERRY_STORAGE": "local"}
    with PymapServer() as imap, SmtpDouble() as outgoing:

        def arrives(mail: Taken) -> None:
            imap.deliver(mail.data)

        with SmtpDouble(on_taken=arrives) as incoming:
            async with app_with_mailboxes(fresh_database_url, redis_url, tmp_path, **settings) as app:
                world = await launched(app, people=2, steps=3)
                await connect(app, world.mailbox_id, imap.login)
                await _send_by(app, world, outgoing.port)
                await world.send_first()
                async with _worker(app):
                    await _until(lambda: _is_read(app))
                    answer = _answer(outgoing.taken[0], "Sounds good. Could we talk on Thursday at 3 pm?")
                    await asyncio.to_thread(_post, incoming.port, answer)
                    await _until(lambda: _has_ended(world, 0))
                await _weeks_pass(app)
                await _is_told(app, world)
                first, second = (mail.to_address for mail in [await world.mail(0), await world.mail(1)])
                sent_to = [mail.recipient for mail in outgoing.taken]
                assert (sent_to.count(first), sent_to.count(second)) == (1, 3), "the other has not answered"
                assert imap.flags() == [()], "the answer is still unread in its mailbox"


async def _is_told(app: App, world: World) -> None:
    reply = (await app.get("/replies"))["items"][0]
    assert (reply["text"], reply["label"]) == ("Sounds good. Could we talk on Thursday at 3 pm?", "meeting")
    assert reply["outreach_id"] == str(world.mails[0, 1])
    assert [(await world.mail(0, step)).status for step in (2, 3)] == [OutreachStatus.CANCELED] * 2
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    overview = await app.get("/analytics/overview")
    assert (overview["reply_rate"]["numerator"], overview["people_replied"]["numerator"]) == (1, 1)
    assert "reply.received" in await world.notices()


async def _send_by(app: App, world: World, port: int) -> None:
    """Give the mailbox the server that it sends by."""
    login = ServerLogin(host="127.0.0.1", port=port, username="", password=Secret(""), security="none")
    sealed = app.container.logins().seal(world.mailbox_id, MailProtocol.SMTP, login)
    async with app.container.transactions().begin(app.user_id) as uow:
        await uow.connections.put(world.mailbox_id, MailProtocol.SMTP, sealed, at=TUESDAY)


def _answer(taken: Taken, text: str) -> EmailMessage:
    """Answer a mail the way a mail program does: to its Reply-To, in its thread, the old words below."""
    mail = email.message_from_bytes(taken.data, policy=default)
    answer = EmailMessage()
    answer["From"] = f"Reader Sample <{taken.recipient}>"
    answer["To"] = str(mail["Reply-To"] or mail["From"])
    answer["Subject"] = f"Re: {mail['Subject']}"
    answer["Message-ID"] = make_msgid(domain="firm.example")
    answer["In-Reply-To"] = str(mail["Message-ID"])
    answer["References"] = str(mail["Message-ID"])
    body = mail.get_body(("plain",))
    assert body
    quoted = "".join(f"> {line}\n" for line in body.get_content().splitlines())
    answer.set_content(f"{text}\n\nOn Tue, 3 Mar 2026 at 09:00, Ada Sample <ada@sample.example> wrote:\n{quoted}")
    return answer


def _post(port: int, mail: EmailMessage) -> None:
    with smtplib.SMTP("127.0.0.1", port, timeout=30) as server:
        server.send_message(mail)


@asynccontextmanager
async def _worker(app: App) -> AsyncIterator[None]:
    """Let a worker read mailboxes and hear the doorbell, as `roleferry worker` does."""
    watch = InboxWatch(app.container, at_once=5)
    loops = [
        asyncio.create_task(app.worker.repeat(watch.read_inboxes, every=0.2)),
        asyncio.create_task(listen(app.worker, app.container.settings().redis_url)),
    ]
    try:
        yield
    finally:
        app.worker.stopping.set()
        await watch.close()
        for loop in loops:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(loop, 30)
        app.worker.stopping.clear()


async def _until(happened: Callable[[], Awaitable[bool]]) -> None:
    """Wait for a state, however slow the machine is."""
    async with asyncio.timeout(100):
        while True:
            if await happened():
                return
            await asyncio.sleep(0.05)


async def _is_read(app: App) -> bool:
    found = await rows(app, "SELECT state FROM inboxes")
    return [row["state"] for row in found] == ["read"]


async def _has_ended(world: World, contact: int) -> bool:
    return (await world.enrollment(contact)).state is EnrollmentState.REPLIED


async def _weeks_pass(app: App) -> None:
    """Let all that is left of the sequence come due."""
    for day in range(1, 2 * _WEEKDAYS):
        await app.set_clock(TUESDAY + timedelta(days=day))
        await app.post("/dev/drain", expect=200)
        await app.post("/dev/clock", {"advance_seconds": 301}, expect=200)
        await app.post("/dev/drain", expect=200)

"""A real mailbox behind a campaign: people's answers lie there, and a worker reads them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Any

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.entrypoints.worker.inboxes import InboxWatch
from tests.app import App, running_app


@asynccontextmanager
async def app_with_mailboxes(database_url: str, redis_url: str, home: Path, **settings: str) -> AsyncIterator[App]:
    """Yield the service, which may connect to mail servers on this machine."""
    async with running_app(database_url, redis_url, home, ROLEFERRY_ALLOW_PRIVATE_URLS="true", **settings) as app:
        yield app


async def connect(app: App, mailbox_id: MailboxId, login: ServerLogin) -> None:
    """Give a mailbox the server that it is read by."""
    sealed = app.container.logins().seal(mailbox_id, MailProtocol.IMAP, login)
    async with app.container.transactions().begin(app.user_id) as uow:
        await uow.connections.put(mailbox_id, MailProtocol.IMAP, sealed, at=app.container.wall_clock().now())


async def read_all(app: App) -> int:
    """Let a worker read every mailbox now, due or not, and apply what it found; return how many it read."""
    await due_now(app)
    watch = InboxWatch(app.container, at_once=50)
    begun = await watch.read_inboxes()
    await watch.finish_round()
    await app.worker.apply_events()
    return begun


async def due_now(app: App) -> None:
    """Let the pauses between two readings be over."""
    async with app.container.pool().acquire() as connection:
        await connection.execute("SET ROLE roleferry_system")
        await connection.execute("UPDATE inboxes SET due_at = now()")
        await connection.execute("RESET ROLE")


async def rows(app: App, query: str, *args: object) -> Sequence[Any]:
    """Ask the database as the system."""
    async with app.container.pool().acquire() as connection:
        await connection.execute("SET ROLE roleferry_system")
        found: Sequence[Any] = await connection.fetch(query, *args)
        await connection.execute("RESET ROLE")
    return found


def answer_to(mail: Outreach, text: str, *, to: str, sender: str | None = None, **headers: str) -> EmailMessage:
    """Return what a reader's mail program makes of an answer."""
    answer = EmailMessage()
    answer["From"] = f"Reader Sample <{sender or mail.to_address}>"
    answer["To"] = to
    answer["Subject"] = f"Re: {mail.subject}"
    answer["Message-ID"] = make_msgid(domain="firm.example")
    answer["In-Reply-To"] = mail.message_id
    for name, value in headers.items():
        del answer[name.replace("_", "-")]
        answer[name.replace("_", "-")] = value
    answer.set_content(f"{text}\n\nOn Tuesday, Ada Sample wrote:\n> {mail.subject}\n> and so on\n")
    return answer

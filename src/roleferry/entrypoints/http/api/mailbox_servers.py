"""`/mailboxes`: the servers of one's own accounts: which are known, and whether they let one in."""

from uuid import UUID

import msgspec
from litestar import Controller, get, post
from litestar.params import FromPath

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mail_services import MAIL_SERVICES
from roleferry.domain.use_cases.sending.try_mailbox import TryMailbox
from roleferry.entrypoints.http.api.mailbox_views import MAILBOX_EXAMPLE, MailboxView
from roleferry.entrypoints.http.api.mailboxes import shown
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.ports.transactions import Reads


class KnownServer(msgspec.Struct, frozen=True, kw_only=True):
    """Where a service takes or gives mail."""

    host: str
    port: int
    security: str


class ServiceView(msgspec.Struct, frozen=True, kw_only=True):
    """A well-known service; `wants` says which password it takes from an app, `source` where all this stands."""

    key: str
    name: str
    smtp: KnownServer
    imap: KnownServer
    takes_passwords: bool
    wants: str
    source: str


class Services(msgspec.Struct, frozen=True, kw_only=True):
    """The services whose servers need not be typed in."""

    items: list[ServiceView]


_GMAIL = {
    "key": "gmail",
    "name": "Gmail",
    "smtp": {"host": "smtp.gmail.com", "port": 587, "security": "starttls"},
    "imap": {"host": "imap.gmail.com", "port": 993, "security": "tls"},
    "takes_passwords": True,
    "wants": "Gmail takes an app password, not the one of your account.",
    "source": "https://support.google.com/mail/answer/7126229",
}
_STEPS = [
    {"protocol": "smtp", "stage": "name", "state": "passed", "detail": "The name leads to the server.", "advice": ""},
    {"protocol": "smtp", "stage": "connect", "state": "passed", "detail": "The server answers.", "advice": ""},
    {
        "protocol": "smtp",
        "stage": "tls",
        "state": "failed",
        "detail": "The certificate is valid for another name than mail.sample.example, so no password was sent.",
        "advice": "Give the name that stands in the certificate.",
    },
    {"protocol": "smtp", "stage": "login", "state": "not_reached", "detail": "", "advice": ""},
]


class MailboxServersController(Controller):
    """The servers of one's own accounts."""

    path = "/mailboxes"
    tags = ("Mailboxes",)

    @get(
        "/services",
        operation_id="ListMailServices",
        summary="Mail services whose servers are known.",
        opt=example(answer={"items": [_GMAIL]}),
        sync_to_thread=False,
    )
    def services(self) -> Services:
        """Return what `service` may be; the address of one of these brings its servers along without it."""
        return Services(
            items=[msgspec.convert(one, ServiceView, from_attributes=True) for one in MAIL_SERVICES.values()]
        )

    @post(
        "/{mailbox_id:uuid}/test",
        operation_id="TestMailbox",
        summary="Connect to a mailbox's own servers.",
        status_code=200,
        opt=example(answer={**MAILBOX_EXAMPLE, "connection_test": _STEPS}),
    )
    async def test(
        self,
        mailbox_id: FromPath[UUID],
        user_id: Injected[UserId],
        try_mailbox: Injected[TryMailbox],
        reads: Injected[Reads],
    ) -> MailboxView:
        """
        Connect, encrypt and log in, by SMTP and IMAP, and say of each step how it went; nothing is sent.

        It takes a minute at most. A mailbox that was locked out sends again once its server lets it in.
        """
        await try_mailbox(user_id, MailboxId(mailbox_id))
        return await shown(reads, user_id, MailboxId(mailbox_id))

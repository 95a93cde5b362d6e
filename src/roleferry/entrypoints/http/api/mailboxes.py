"""`/mailboxes`: the accounts mails leave from (SPEC 3.9, 3.10)."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from litestar import Controller, delete, get, patch, post
from litestar.params import FromPath, JSONBody, QueryParameter

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mailbox import MailboxStatus
from roleferry.domain.use_cases.figures.see_health import SeeHealth
from roleferry.domain.use_cases.sending.check_mailbox import CheckMailbox
from roleferry.domain.use_cases.sending.connect_mailbox import ConnectMailbox
from roleferry.domain.use_cases.sending.edit_mailbox import EditMailbox
from roleferry.domain.use_cases.sending.remove_mailbox import RemoveMailbox
from roleferry.entrypoints.http.api.mailbox_bodies import MailboxBody, MailboxPatch
from roleferry.entrypoints.http.api.mailbox_views import (
    HEALTH_EXAMPLE,
    MAILBOX_EXAMPLE,
    HealthView,
    MailboxView,
    health_view,
)
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, to_view, view_of
from roleferry.ports.clock import Clock
from roleferry.ports.mailboxes import MailboxNotFound
from roleferry.ports.transactions import Reads

Selectors = Annotated[
    list[str] | None, QueryParameter(max_items=5, description="Where DKIM keys stand: `s=` in a mail's DKIM-Signature.")
]
_SERIES = timedelta(days=90)


class MailboxController(Controller):
    """The accounts mails leave from."""

    path = "/mailboxes"
    tags = ("Mailboxes",)

    @get(
        operation_id="ListMailboxes",
        summary="The accounts you send from.",
        opt=example(answer={"items": [MAILBOX_EXAMPLE], "next_cursor": None}),
    )
    async def list_mailboxes(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[MailboxView]:
        """Return your mailboxes, newest first; passwords are in no answer."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_mailboxes", user_id, at, last, limit + 1)
        return page(rows, limit, view_of(MailboxView), ("created_at", "id"))

    @post(
        operation_id="ConnectMailbox",
        summary="Connect an account to send from.",
        opt=example(
            request={"address": "ada@gmail.com", "password": "abcd efgh ijkl mnop", "daily_cap": 20},
            answer=MAILBOX_EXAMPLE,
        ),
    )
    async def connect(
        self,
        data: JSONBody[MailboxBody],
        user_id: Injected[UserId],
        connect_mailbox: Injected[ConnectMailbox],
        reads: Injected[Reads],
    ) -> MailboxView:
        """
        Keep a mailbox; passwords are sealed at once, and `test` says whether its servers let you in.

        With a server or a password of your own `provider` is `smtp`, else what this service sends by; `mock`
        delivers to simulated recipients only.
        """
        made = await connect_mailbox(
            user_id, address=data.address, provider=data.provider, given=data.given(), servers=data.servers()
        )
        return await shown(reads, user_id, made)

    @get("/{mailbox_id:uuid}", operation_id="GetMailbox", summary="One mailbox.", opt=example(answer=MAILBOX_EXAMPLE))
    async def get_mailbox(
        self, mailbox_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> MailboxView:
        """Return a mailbox."""
        return await shown(reads, user_id, MailboxId(mailbox_id))

    @patch(
        "/{mailbox_id:uuid}",
        operation_id="EditMailbox",
        summary="Change how a mailbox sends, or pause it.",
        opt=example(request={"status": "paused", "daily_cap": 10}, answer=MAILBOX_EXAMPLE),
    )
    async def edit(
        self,
        mailbox_id: FromPath[UUID],
        data: JSONBody[MailboxPatch],
        user_id: Injected[UserId],
        edit_mailbox: Injected[EditMailbox],
        reads: Injected[Reads],
    ) -> MailboxView:
        """
        Set fields; a paused mailbox sends nothing from the next mail on.

        A password that is kept goes on with the server and user name it was given for; others need theirs anew.
        """
        given = data.given()
        if "status" in given:
            given["status"] = MailboxStatus(given["status"])
        await edit_mailbox(user_id, MailboxId(mailbox_id), given, servers=data.servers())
        return await shown(reads, user_id, MailboxId(mailbox_id))

    @delete("/{mailbox_id:uuid}", operation_id="RemoveMailbox", summary="Disconnect a mailbox.")
    async def remove(
        self, mailbox_id: FromPath[UUID], user_id: Injected[UserId], remove_mailbox: Injected[RemoveMailbox]
    ) -> None:
        """Forget a mailbox through which no conversation goes."""
        await remove_mailbox(user_id, MailboxId(mailbox_id))

    @get(
        "/{mailbox_id:uuid}/health",
        operation_id="GetMailboxHealth",
        summary="How a mailbox is doing.",
        opt=example(answer=HEALTH_EXAMPLE),
    )
    async def health(
        self,
        mailbox_id: FromPath[UUID],
        user_id: Injected[UserId],
        see_health: Injected[SeeHealth],
        reads: Injected[Reads],
        clock: Injected[Clock],
    ) -> HealthView:
        """Return score and label of the last seven days, and the nightly series; null where nothing was sent."""
        (seen,) = await see_health(user_id, MailboxId(mailbox_id))
        since = (clock.now() - _SERIES).date()
        return health_view(seen, await reads.many(user_id, "show_mailbox_series", user_id, mailbox_id, since))

    @post(
        "/{mailbox_id:uuid}/check",
        operation_id="CheckMailbox",
        summary="Look up SPF, DKIM, DMARC and MX.",
        status_code=200,
        opt=example(answer=MAILBOX_EXAMPLE),
    )
    async def check(
        self,
        mailbox_id: FromPath[UUID],
        user_id: Injected[UserId],
        check_mailbox: Injected[CheckMailbox],
        reads: Injected[Reads],
        selectors: Selectors = None,
    ) -> MailboxView:
        """
        Ask the DNS what receivers go by; what cannot be looked up is `unknown`, never failing.

        DKIM keys cannot be listed: those of well-known services are tried, and those at the `selectors` you name.
        """
        await check_mailbox(user_id, MailboxId(mailbox_id), selectors=selectors or [])
        return await shown(reads, user_id, MailboxId(mailbox_id))


async def shown(reads: Reads, user_id: UserId, mailbox_id: MailboxId) -> MailboxView:
    """Return a mailbox as its owner sees it."""
    row = await reads.one(user_id, "show_mailbox", user_id, mailbox_id)
    if row is None:
        raise MailboxNotFound("there is no such mailbox", mailbox_id=mailbox_id)
    return to_view(MailboxView, row)

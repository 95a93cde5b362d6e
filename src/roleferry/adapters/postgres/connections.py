"""The servers of mailboxes as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.connections import Connections, MailProtocol, SealedLogin, Security
from roleferry.domain.model.sending.trial import TrialStep
from roleferry.ports.connections import ConnectionRepository
from roleferry.ports.mailboxes import MailboxNotFound

constraints.register("fk_mailbox_connections_mailbox", MailboxNotFound("there is no such mailbox"))


class PostgresConnections(Repository, ConnectionRepository):
    """Rows of servers."""

    async def of(self, mailbox_id: MailboxId) -> Connections:
        rows = await self._many("list_connections", self._user_id, mailbox_id)
        return Connections(**{row["protocol"]: login_of(row) for row in rows})

    async def put(self, mailbox_id: MailboxId, protocol: MailProtocol, login: SealedLogin, *, at: datetime) -> None:
        named = (login.host, login.port, login.security.value, login.username, login.password)
        await self._execute("put_connection", self._user_id, mailbox_id, protocol.value, *named, at)
        serves = protocol.value if protocol is MailProtocol.SMTP else None
        await self._execute("forget_connection_test", self._user_id, mailbox_id, serves)

    async def remove(self, mailbox_id: MailboxId, protocol: MailProtocol) -> None:
        await self._execute("remove_connection", self._user_id, mailbox_id, protocol.value)
        await self._execute("forget_connection_test", self._user_id, mailbox_id, None)

    async def save_trial(self, mailbox_id: MailboxId, steps: Sequence[TrialStep], *, at: datetime) -> None:
        await self._execute("save_connection_test", self._user_id, mailbox_id, plain(steps), at)

    async def connected(self, *, after: MailboxId | None, limit: int) -> Sequence[tuple[UserId, MailboxId]]:
        rows = await self._many("list_connected_mailboxes", self._user_id, after, limit)
        return [(UserId(row["user_id"]), MailboxId(row["mailbox_id"])) for row in rows]

    async def reseal(self, mailbox_id: MailboxId, protocol: MailProtocol, password: bytes) -> None:
        await self._execute("reseal_connection", self._user_id, mailbox_id, protocol.value, password)


def login_of(row: Mapping[str, Any]) -> SealedLogin:
    """Return the server of a row."""
    return SealedLogin(
        host=row["host"],
        port=row["port"],
        security=Security(row["security"]),
        username=row["username"],
        password=row["password"],
    )

"""Seal the passwords of mailboxes with the newest key."""

from dataclasses import dataclass

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.connections import MailProtocol, SealedLogin
from roleferry.domain.use_cases.sending.logins import Logins
from roleferry.ports.errors import Refused
from roleferry.ports.secret_box import SecretBox
from roleferry.ports.transactions import Transactions

_BATCH = 200


@dataclass(slots=True)
class Resealed:
    """How many passwords were sealed anew, were current already, and cannot be opened by any key."""

    resealed: int = 0
    current: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ResealPasswords:
    """Go through every mailbox with servers, each in a transaction of its own; to do so twice is safe."""

    transactions: Transactions
    secret_box: SecretBox
    logins: Logins

    async def __call__(self) -> Resealed:
        """Return what was done."""
        done = Resealed()
        after: MailboxId | None = None
        while True:
            async with self.transactions.begin(None) as uow:
                batch = await uow.connections.connected(after=after, limit=_BATCH)
            for user_id, mailbox_id in batch:
                await self._reseal(user_id, mailbox_id, done)
            if len(batch) < _BATCH:
                return done
            after = batch[-1][1]

    async def _reseal(self, user_id: UserId, mailbox_id: MailboxId, done: Resealed) -> None:
        async with self.transactions.begin(user_id) as uow:
            await uow.mailboxes.find(mailbox_id)
            connections = await uow.connections.of(mailbox_id)
            for protocol in MailProtocol:
                kept = connections.of(protocol)
                if kept is not None and (password := self._anew(mailbox_id, protocol, kept, done)) is not None:
                    await uow.connections.reseal(mailbox_id, protocol, password)

    def _anew(self, mailbox_id: MailboxId, protocol: MailProtocol, kept: SealedLogin, done: Resealed) -> bytes | None:
        if self.secret_box.is_current(kept.password):
            done.current += 1
            return None
        try:
            login = self.logins.open(mailbox_id, protocol, kept)
        except Refused:
            done.lost += 1
            return None
        done.resealed += 1
        return self.logins.seal(mailbox_id, protocol, login).password

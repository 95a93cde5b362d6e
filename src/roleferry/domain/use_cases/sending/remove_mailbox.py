"""Disconnect a mailbox."""

from dataclasses import dataclass

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMailbox:
    """Forget a mailbox through which no conversation goes, with its passwords."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId) -> None:
        """
        Return when gone.

        Raises:
            MailboxNotFound: there is none.
            MailboxInUse: conversations go through it.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.mailboxes.remove(mailbox_id)
            await uow.audit.record("mailbox.removed", entity="mailbox", entity_id=mailbox_id)

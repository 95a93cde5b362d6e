"""Warm a mailbox up, or pause that."""

from dataclasses import dataclass

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWarmup:
    """Start the ramp that limits a young mailbox, or pause it where it is; doing so twice changes nothing."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId, *, start: bool) -> None:
        """
        Return when kept.

        Raises:
            MailboxNotFound: there is none.
        """
        async with self.transactions.begin(user_id) as uow:
            mailbox = await uow.mailboxes.find(mailbox_id)
            await uow.mailboxes.save(mailbox.warming(now=self.clock.now()) if start else mailbox.cooling())
            action = "mailbox.warmup_started" if start else "mailbox.warmup_paused"
            await uow.audit.record(action, entity="mailbox", entity_id=mailbox_id)

"""Change how a mailbox sends, or whether it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.use_cases.sending.mailbox_changes import changed
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMailbox:
    """Set name, zone, caps, postal address or status; a paused one sends nothing from the next mail on."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId, changes: Mapping[str, Any]) -> None:
        """
        Return when kept.

        Raises:
            MailboxNotFound: there is none.
            MailboxInvalid, InvalidCap: something is not valid.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.mailboxes.save(changed(await uow.mailboxes.find(mailbox_id), changes))
            await uow.audit.record(
                "mailbox.edited",
                entity="mailbox",
                entity_id=mailbox_id,
                fields=sorted(changes),
                status=changes.get("status"),
            )

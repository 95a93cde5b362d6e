"""Change how a mailbox sends, or whether it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mailbox import Mailbox, MailboxPause, MailboxStatus
from roleferry.domain.use_cases.sending.mailbox_changes import changed
from roleferry.domain.use_cases.sending.mailbox_servers import GivenServers, MailboxServers
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMailbox:
    """Set name, zone, caps, postal address, servers or status; a paused one sends nothing from the next mail on."""

    transactions: Transactions
    mailbox_servers: MailboxServers

    async def __call__(
        self, user_id: UserId, mailbox_id: MailboxId, changes: Mapping[str, Any], *, servers: GivenServers
    ) -> None:
        """
        Return when kept.

        Raises:
            MailboxNotFound: there is none.
            MailboxInvalid, InvalidCap, ServerSettingsInvalid: something is not valid.
        """
        async with self.transactions.begin(user_id) as uow:
            mailbox = await uow.mailboxes.find(mailbox_id)
            if servers:
                await self.mailbox_servers.keep(uow, mailbox, servers)
                mailbox = let_in_again(mailbox)
            await uow.mailboxes.save(changed(mailbox, changes))
            await uow.audit.record(
                "mailbox.edited",
                entity="mailbox",
                entity_id=mailbox_id,
                fields=sorted({*changes, *(["servers"] if servers else [])}),
                status=changes.get("status"),
            )


def let_in_again(mailbox: Mailbox) -> Mailbox:
    """Return the mailbox sending again if nothing but its login kept it from that."""
    locked_out = mailbox.status is MailboxStatus.ERROR and mailbox.pause is MailboxPause.AUTHENTICATION
    return mailbox.activated() if locked_out else mailbox

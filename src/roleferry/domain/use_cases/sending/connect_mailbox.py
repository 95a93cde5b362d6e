"""Connect a sending account."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.use_cases.sending.mailbox_changes import changed, checked_address
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectMailbox:
    """Keep a mailbox; name, zone and postal address are the account's unless they are said."""

    transactions: Transactions
    clock: Clock
    ids: Ids

    async def __call__(self, user_id: UserId, *, address: str, provider: str, given: Mapping[str, Any]) -> MailboxId:
        """
        Return the new mailbox's id.

        Raises:
            MailboxInvalid, InvalidCap: something is not valid.
            MailboxExists: this address is connected already.
        """
        checked = checked_address(address)
        async with self.transactions.begin(user_id) as uow:
            account = await uow.users.find(user_id)
            blank = Mailbox(
                id=MailboxId(self.ids.new()),
                user_id=user_id,
                address=checked,
                display_name=account.name or checked.partition("@")[0],
                provider=provider,
                time_zone=account.timezone,
                postal_address=account.postal_address,
            )
            await uow.mailboxes.add(changed(blank, given), at=self.clock.now())
            await uow.audit.record("mailbox.connected", entity="mailbox", entity_id=blank.id, provider=provider)
        return blank.id

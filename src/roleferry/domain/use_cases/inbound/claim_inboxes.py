"""Take mailboxes that are due to be read, so that nobody else reads them meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.use_cases.inbound.read_inbox import LEASE
from roleferry.ports.clock import Ids
from roleferry.ports.inboxes import DueInbox
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimInboxes:
    """Those that have waited longest come first, whoever they belong to."""

    transactions: Transactions
    ids: Ids

    async def __call__(self, *, limit: int) -> tuple[Sequence[DueInbox], bool]:
        """Return those taken, and whether others go on waiting."""
        async with self.transactions.begin(None) as uow:
            taken = await uow.inboxes.claim(token=str(self.ids.new()), lease=LEASE, limit=limit)
            return taken, await uow.inboxes.waiting()

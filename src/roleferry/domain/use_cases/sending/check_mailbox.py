"""Look up what receivers think of a mailbox's domain."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.dkim_dmarc import SELECTOR
from roleferry.domain.use_cases.sending.domain_checks import DomainChecks
from roleferry.domain.use_cases.sending.mailbox_changes import MailboxInvalid
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMailbox:
    """Ask the DNS for SPF, DKIM, DMARC and MX and keep the answer; no transaction is open meanwhile."""

    transactions: Transactions
    domain_checks: DomainChecks
    clock: Clock

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId, *, selectors: Sequence[str] = ()) -> None:
        """
        Return when kept; `selectors` are where the person says that DKIM keys stand.

        Raises:
            MailboxNotFound: there is none.
            MailboxInvalid: a selector is none.
        """
        wrong = tuple(
            FieldError("selectors", f"{one} is no selector") for one in selectors if not SELECTOR.fullmatch(one)
        )
        if wrong:
            raise MailboxInvalid("; ".join(one.message for one in wrong), errors=wrong)
        async with self.transactions.begin(user_id) as uow:
            mailbox = await uow.mailboxes.find(mailbox_id)
            connections = await uow.connections.of(mailbox_id)
        report = await self.domain_checks.of(mailbox, connections, selectors=selectors)
        async with self.transactions.begin(user_id) as uow:
            await uow.mailboxes.save_dns(mailbox_id, report, at=self.clock.now())
            await uow.audit.record("mailbox.checked", entity="mailbox", entity_id=mailbox_id)

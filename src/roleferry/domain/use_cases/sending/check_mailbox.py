"""Look up what receivers think of a mailbox's domain."""

from dataclasses import dataclass

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.address import parse_address
from roleferry.ports.clock import Clock
from roleferry.ports.mail_dns import MailDns
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMailbox:
    """Ask the DNS for SPF, DKIM, DMARC and MX and keep the answer; no transaction is open meanwhile."""

    transactions: Transactions
    mail_dns: MailDns
    clock: Clock

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId) -> None:
        """
        Return when kept.

        Raises:
            MailboxNotFound: there is none.
        """
        async with self.transactions.begin(user_id) as uow:
            mailbox = await uow.mailboxes.find(mailbox_id)
        report = await self.mail_dns.check(parse_address(mailbox.address).domain)
        async with self.transactions.begin(user_id) as uow:
            await uow.mailboxes.save_dns(mailbox_id, report, at=self.clock.now())
            await uow.audit.record("mailbox.checked", entity="mailbox", entity_id=mailbox_id)

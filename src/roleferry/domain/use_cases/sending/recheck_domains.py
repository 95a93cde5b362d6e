"""Look up the domains of mailboxes anew each day: a record that went missing hurts before anybody thinks of it."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.authentication import DnsReport
from roleferry.domain.use_cases.sending.domain_checks import DomainChecks
from roleferry.ports.clock import Clock
from roleferry.ports.mailboxes import CheckedMailbox, MailboxNotFound
from roleferry.ports.transactions import Transactions, UnitOfWork

_GOOD_FOR = timedelta(days=1)
"""How long an answer is believed (reliability rule 5.10: before a mailbox is used, and daily)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckDomains:
    """Safe to do twice; a DNS that says nothing takes nothing back, and is asked again at the next turn."""

    transactions: Transactions
    domain_checks: DomainChecks
    clock: Clock

    async def __call__(self, *, limit: int) -> int:
        """Return how many mailboxes were looked at; one that nobody ever checked is left to its owner."""
        async with self.transactions.begin(None) as uow:
            due = await uow.mailboxes.checked_before(self.clock.now() - _GOOD_FOR, limit=limit)
        for one in due:
            with suppress(MailboxNotFound):  # disconnected meanwhile
                await self._recheck(one)
        return len(due)

    async def _recheck(self, checked: CheckedMailbox) -> None:
        async with self.transactions.begin(checked.user_id) as uow:
            mailbox = await uow.mailboxes.find(checked.id)
            connections = await uow.connections.of(checked.id)
        report = await self.domain_checks.of(mailbox, connections, selectors=checked.dns.selectors)
        if report.says_nothing and not checked.dns.says_nothing:
            return
        report = replace(report, selectors=report.selectors or checked.dns.selectors)  # where the key is missed
        async with self.transactions.begin(checked.user_id) as uow:
            await uow.mailboxes.save_dns(checked.id, report, at=self.clock.now())
            if report.authentication_fails and not checked.dns.authentication_fails:
                await _tell(uow, checked.id, mailbox.display_name, report)


async def _tell(uow: UnitOfWork, mailbox_id: MailboxId, name: str, report: DnsReport) -> None:
    message = f"The DNS no longer vouches for mail from {name}: {' '.join(report.advice)}"
    await uow.notices.add("mailbox.dns_failing", message, level="warning", mailbox_id=mailbox_id)

"""Look up what receivers think of a mailbox's domain."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.authentication import VENDOR_TRAITS, DnsReport, SenderTraits, traits_of
from roleferry.domain.model.sending.connections import Connections
from roleferry.domain.model.sending.dkim_dmarc import SELECTOR
from roleferry.domain.model.sending.mail_services import service_of_host
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.use_cases.sending.domain_checks import DomainChecks
from roleferry.domain.use_cases.sending.mailbox_changes import MailboxInvalid
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions

_SIMULATED = "mock"
_NOT_LOOKED_UP = DnsReport(advice=("This mailbox is simulated: its domain is not looked up.",))


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
        report = await self._report(mailbox, connections, selectors)
        async with self.transactions.begin(user_id) as uow:
            await uow.mailboxes.save_dns(mailbox_id, report, at=self.clock.now())
            await uow.audit.record("mailbox.checked", entity="mailbox", entity_id=mailbox_id)

    async def _report(self, mailbox: Mailbox, connections: Connections, selectors: Sequence[str]) -> DnsReport:
        if mailbox.provider == _SIMULATED:
            return _NOT_LOOKED_UP
        sender = _sender(mailbox, connections)
        return await self.domain_checks.report(
            parse_address(mailbox.address).domain, sender=sender, selectors=selectors
        )


def _sender(mailbox: Mailbox, connections: Connections) -> SenderTraits:
    """Return how whoever sends for the mailbox shows in the DNS."""
    if mailbox.provider in VENDOR_TRAITS:
        return VENDOR_TRAITS[mailbox.provider]
    service = service_of_host(connections.smtp.host) if connections.smtp else None
    return traits_of(service) if service else SenderTraits()

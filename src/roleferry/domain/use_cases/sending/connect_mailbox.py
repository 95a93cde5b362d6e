"""Connect a sending account."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.company_policy import is_free_mail
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.use_cases.sending.mailbox_changes import MailboxInvalid, changed, checked_address
from roleferry.domain.use_cases.sending.mailbox_servers import GivenServers, MailboxServers
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.mail import MailCapability, Mailer
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectMailbox:
    """Keep a mailbox and its servers; name, zone and postal address are the account's unless they are said."""

    transactions: Transactions
    mailbox_servers: MailboxServers
    mailer: Mailer
    clock: Clock
    ids: Ids

    async def __call__(
        self, user_id: UserId, *, address: str, provider: str | None, given: Mapping[str, Any], servers: GivenServers
    ) -> MailboxId:
        """
        Return the new mailbox's id.

        Raises:
            MailboxInvalid, InvalidCap, ServerSettingsInvalid: something is not valid.
            MailboxExists: this address is connected already.
        """
        checked = checked_address(address)
        served_by = _provider(provider, servers, self.mailer.capability)
        _check_provider(served_by, checked, servers, self.mailer.capability)
        async with self.transactions.begin(user_id) as uow:
            account = await uow.users.find(user_id)
            blank = Mailbox(
                id=MailboxId(self.ids.new()),
                user_id=user_id,
                address=checked,
                display_name=account.name or checked.partition("@")[0],
                provider=served_by,
                time_zone=account.timezone,
                postal_address=account.postal_address,
            )
            await uow.mailboxes.add(changed(blank, given), at=self.clock.now())
            if servers or served_by == MailProtocol.SMTP:
                await self.mailbox_servers.keep(uow, blank, servers)
            await uow.audit.record("mailbox.connected", entity="mailbox", entity_id=blank.id, provider=served_by)
        return blank.id


def _provider(asked: str | None, servers: GivenServers, capability: MailCapability) -> str:
    """Return who serves a mailbox where nobody said: its own server if there is one, else what the service sends by."""
    return asked or (MailProtocol.SMTP.value if servers else capability.provider)


def _check_provider(provider: str, address: str, servers: GivenServers, capability: MailCapability) -> None:
    """
    Refuse what could not send, or would send by other means than the person chose.

    Raises:
        MailboxInvalid: it says why.
    """
    words, path = "", "provider"
    if provider not in {MailProtocol.SMTP, capability.provider}:
        words = f"is smtp, for a server of your own, or {capability.provider}, which this service sends by"
    elif servers and provider != MailProtocol.SMTP:
        words = "is smtp where a server of your own is given"
    elif provider != MailProtocol.SMTP and capability.is_real and is_free_mail(parse_address(address).domain):
        words = f"is with a mail host whose rules let nobody else send for it: connect its own server, not {provider}"
        path = "address"
    if words:
        raise MailboxInvalid(f"{path}: {words}", errors=(FieldError(path, words),))

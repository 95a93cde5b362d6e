"""The servers of a mailbox, as a person gives, changes and takes them back."""

from dataclasses import dataclass, field, replace

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.connections import Connections, MailProtocol
from roleferry.domain.model.sending.mail_services import MAIL_SERVICES, MailService, service_of_domain
from roleferry.domain.model.sending.mailbox import Mailbox, Secret
from roleferry.domain.model.sending.server_settings import GivenServer, ServerSettingsInvalid, login_from
from roleferry.domain.use_cases.sending.logins import Logins
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenServers:
    """What was said of the servers; a `service` fills in what was not, and `password` serves both."""

    service: str | None = None
    password: Secret | None = None
    servers: dict[MailProtocol, GivenServer] = field(default_factory=dict)
    without: frozenset[MailProtocol] = frozenset()
    """Those to forget."""

    def __bool__(self) -> bool:
        """Say whether anything was said."""
        return bool(self.service or self.password or self.servers or self.without)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxServers:
    """Checks and keeps servers; passwords are sealed on the way."""

    logins: Logins
    clock: Clock
    has_shared_server: bool
    """Whether mailboxes without a server of their own have one to send by (`ROLEFERRY_SMTP_URL`)."""

    async def keep(self, uow: UnitOfWork, mailbox: Mailbox, given: GivenServers) -> None:
        """
        Write what was said over what there was, in the caller's transaction.

        Raises:
            ServerSettingsInvalid: it cannot work, is for no server, or leaves the mailbox without one to send by.
        """
        before = await uow.connections.of(mailbox.id)
        service = _service(given.service, mailbox.address)
        asked = [one for one in MailProtocol if one not in given.without and _is_asked(one, given, before, service)]
        for protocol in asked:
            await self._put(uow, mailbox, protocol, given, before, service)
        for protocol in given.without:
            await uow.connections.remove(mailbox.id, protocol)
        if mailbox.provider == MailProtocol.SMTP and not self.has_shared_server:
            _check_sends(await uow.connections.of(mailbox.id))
        if given.password and not asked:
            words = "is for no server: give `service`, or `smtp` or `imap` with host, along with it"
            raise ServerSettingsInvalid(f"password: {words}", errors=(FieldError("password", words),))

    async def _put(
        self,
        uow: UnitOfWork,
        mailbox: Mailbox,
        protocol: MailProtocol,
        given: GivenServers,
        before: Connections,
        service: MailService | None,
    ) -> None:
        said = given.servers.get(protocol, GivenServer())
        said = replace(said, password=said.password or given.password)
        kept = before.of(protocol)
        login, is_new = login_from(protocol, said, address=mailbox.address, service=service, before=kept)
        sealed = self.logins.seal(mailbox.id, protocol, login)
        if not is_new and kept is not None:
            sealed = replace(sealed, password=kept.password)
        await uow.connections.put(mailbox.id, protocol, sealed, at=self.clock.now())


def _is_asked(protocol: MailProtocol, given: GivenServers, before: Connections, service: MailService | None) -> bool:
    """Say whether something was said of this server, by itself or by a service or password that serves both."""
    if protocol in given.servers:
        return True
    if given.password is None and given.service is None:
        return False
    if before.of(protocol) is not None:
        return True
    return service is not None and (service.takes_passwords or protocol is MailProtocol.SMTP)


def _service(key: str | None, address: str) -> MailService | None:
    """
    Return the service named, or the one the address is with.

    Raises:
        ServerSettingsInvalid: there is none of that name, or it lets nobody in with a password.
    """
    if key is not None and key not in MAIL_SERVICES:
        words = f"is one of {', '.join(MAIL_SERVICES)}; of another, give `smtp` and `imap` with host and port"
        raise ServerSettingsInvalid(f"service: {words}", errors=(FieldError("service", words),))
    always = service_of_domain(parse_address(address).domain)
    if always is not None and not always.takes_passwords:
        raise ServerSettingsInvalid(always.wants, errors=(FieldError("address", always.wants),))
    return MAIL_SERVICES[key] if key else always


def _check_sends(connections: Connections) -> None:
    if connections.smtp is None:
        words = "is needed: the mailbox has no server to send by; pause or remove it instead"
        raise ServerSettingsInvalid(f"smtp: {words}", errors=(FieldError("smtp", words),))

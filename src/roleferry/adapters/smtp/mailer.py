"""Submit a mail to its mailbox's server, and say for certain what happened, or that nobody knows."""

import asyncio
import ipaddress
import socket
import ssl
from abc import abstractmethod
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from aiosmtplib import SMTPException, SMTPResponseException

from roleferry.adapters.smtp.connection import Connection, is_go_ahead
from roleferry.adapters.smtp.dialing import dialed
from roleferry.adapters.smtp.envelope import Envelope
from roleferry.adapters.smtp.pool import Key, Pool
from roleferry.adapters.smtp.replies import GOODBYE, after_dot, before_dot, not_let_in, unreachable
from roleferry.adapters.smtp.times import SmtpTimes
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.outcome import Fault, OutcomeKind, of_smtp_reply
from roleferry.ports.errors import PortError, Refused, Rejected, Uncertain
from roleferry.ports.hosts import HostNotAllowed, Hosts, HostUnknown
from roleferry.ports.mail import Accepted, Evidence, MailCapability, Mailer, OutgoingMail, Whereabouts

_FAILURES = (OSError, SMTPException, ValueError)
"""Whatever sockets, TLS and aiosmtplib raise; a timeout is an OSError."""


class SentFolder(Protocol):
    """Where a mailbox's server may keep a copy of what it sent, such as an IMAP folder."""

    @abstractmethod
    async def find(self, mail: OutgoingMail) -> Evidence:
        """
        Look for the mail's Message-ID; a copy proves that it left, its absence proves nothing.

        Raises:
            Unavailable: it cannot be looked into now.
        """


class SmtpMailer(Mailer):
    """Sends over pooled connections, one conversation a mail."""

    def __init__(
        self,
        *,
        login: ServerLogin | None = None,
        times: SmtpTimes | None = None,
        tls: ssl.SSLContext | None = None,
        connections: int = 64,
        sent: SentFolder | None = None,
        hosts: Hosts | None = None,
    ) -> None:
        """
        `login` serves mailboxes without a server of their own; `tls` defaults to the system's trusted roots.

        `hosts` says where a server that a person named may be; the one of `login` is an operator's, who may name any.
        """
        self._login = login
        self._times = times or SmtpTimes()
        self._tls = tls or ssl.create_default_context()
        self._sent = sent
        self._hosts = hosts
        self._pool = Pool(size=connections, idle_seconds=self._times.idle)
        self.capability = MailCapability(
            provider="smtp",
            is_real=True,
            idempotent=False,
            can_prove_absence=False,
            keeps_message_id=True,
            reports_delivery=False,
            longest_request=self._times.longest_request,
        )

    async def send(self, mail: OutgoingMail) -> Accepted:
        login = _usable(mail.login or self._login)
        envelope = Envelope.of(mail)
        async with self._pool.slot(wait_seconds=self._times.queue):
            connection = await self._begun(login, envelope)
            try:
                await self._hand_over(connection, envelope)
            except BaseException:
                connection.close()
                raise
            self._pool.keep(login, connection)
        return Accepted(provider_id=None, message_id=mail.message.message_id)

    async def find(self, mail: OutgoingMail) -> Evidence:
        if self._sent is None:
            return Evidence(whereabouts=Whereabouts.UNKNOWN)
        return await self._sent.find(mail)

    async def aclose(self) -> None:
        self._pool.close()
        await asyncio.sleep(0)

    async def _begun(self, key: Key, envelope: Envelope) -> Connection:
        """Return a connection that has taken MAIL; one that died while it was kept is replaced, once."""
        kept = self._pool.take(key)
        if kept is not None:
            try:
                await self._mail_from(kept, envelope)
            except _Gone:
                kept.close()
            else:
                return kept
        fresh = await self._open(key)
        try:
            await self._mail_from(fresh, envelope)
        except _Gone as gone:
            raise gone.refused from gone
        return fresh

    async def _open(self, login: ServerLogin) -> Connection:
        try:
            async with asyncio.timeout(self._times.connect):
                connection = await Connection.open(login, self._tls, sock=await self._socket(login))
        except HostNotAllowed as error:
            raise Refused(str(error), code=Fault.LOCAL.value) from error
        except HostUnknown as error:
            raise Refused(str(error), code=Fault.DNS.value) from error
        except _FAILURES as error:
            raise unreachable(error) from error
        if not login.username:
            return connection
        try:
            async with asyncio.timeout(self._times.login):
                await connection.log_in(login)
        except _FAILURES as error:
            connection.close()
            raise not_let_in(error) from error
        except BaseException:
            connection.close()
            raise
        return connection

    async def _socket(self, login: ServerLogin) -> socket.socket | None:
        """Return a socket to an address that was checked; None where nobody has to check."""
        if self._hosts is None or login is self._login:
            return None
        return await dialed(await self._hosts.addresses(login.host, login.port), login.port)

    async def _mail_from(self, connection: Connection, envelope: Envelope) -> None:
        try:
            async with asyncio.timeout(self._times.envelope):
                await connection.mail_from(envelope)
        except SMTPResponseException as reply:
            connection.close()
            refusal = before_dot(reply.code, reply.message)
            if reply.code == GOODBYE and isinstance(refusal, Refused):
                raise _Gone(refusal) from reply
            raise refusal from reply
        except _FAILURES as error:
            connection.close()
            raise _Gone(_lost(error)) from error
        except BaseException:
            connection.close()
            raise

    async def _hand_over(self, connection: Connection, envelope: Envelope) -> None:
        async with _certainly_not_accepted(self._times.envelope):
            reply = await connection.recipient_and_data(envelope)
            if not is_go_ahead(reply):
                raise before_dot(reply.code, reply.message)
            whole = connection.begin_to_write(envelope)
        if not whole:
            async with _certainly_not_accepted(self._times.body):
                await connection.written()
        try:
            async with asyncio.timeout(self._times.answer):
                reply = await connection.final_dot()
        except SMTPResponseException as error:
            raise Uncertain("the server's answer made no sense", code=Fault.PROTOCOL.value) from error
        except _FAILURES as error:
            fault = Fault.READ_TIMEOUT if isinstance(error, TimeoutError) else Fault.RESET
            raise Uncertain("the whole mail was sent, and no answer came", code=fault.value) from error
        if of_smtp_reply(reply.code) is not OutcomeKind.ACCEPTED:
            raise after_dot(reply.code, reply.message)


class _Gone(PortError):
    """The connection ended before the server took MAIL, so nothing at all was accepted."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(str(refused))
        self.refused = refused


@asynccontextmanager
async def _certainly_not_accepted(seconds: float) -> AsyncIterator[None]:
    """Bound a phase before the final dot; however it fails, the mail was not accepted."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except SMTPResponseException as reply:
        raise before_dot(reply.code, reply.message) from reply
    except _FAILURES as error:
        raise _lost(error) from error


def _lost(error: Exception) -> Refused:
    why = "in time" if isinstance(error, TimeoutError) else "before the connection was lost"
    return Refused(f"the server did not take the mail {why}", code=Fault.BEFORE_BODY.value)


def _usable(login: ServerLogin | None) -> ServerLogin:
    """
    Return a login that may be used.

    Raises:
        Rejected: there is none, or it would send mail in the clear through a network.
    """
    if login is None:
        raise Rejected("the mailbox names no mail server; add its SMTP settings", code=Fault.LOCAL.value)
    if login.security not in {"tls", "starttls"} and not _is_loopback(login.host):
        raise Rejected("a mail server beyond this machine needs TLS or STARTTLS", code=Fault.LOCAL.value)
    return login


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

"""A mail server tried out: up to the login and not a word further."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiosmtplib import SMTPAuthenticationError, SMTPException, SMTPResponseException, SMTPServerDisconnected

from roleferry.adapters.smtp.connection import Connection
from roleferry.adapters.smtp.dialing import dialed
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.trial import Trial, TrialFault, TrialStage
from roleferry.ports.hosts import HostNotAllowed, Hosts, HostUnknown
from roleferry.ports.server_trial import ServerTrial, TrialEnded, how_far, tls_fault

_LATER = frozenset({421, 454})
_FAILURES = (OSError, SMTPException, ValueError)


class SmtpTrial(ServerTrial):
    """Connects, greets, encrypts, logs in, says QUIT."""

    def __init__(self, *, hosts: Hosts, tls: ssl.SSLContext | None = None, seconds: float = 10) -> None:
        """`seconds` bounds each stage."""
        self._hosts = hosts
        self._tls = tls or ssl.create_default_context()
        self._seconds = seconds

    async def try_out(self, login: ServerLogin) -> Trial:
        return await how_far(MailProtocol.SMTP, login, self._walk(login))

    async def _walk(self, login: ServerLogin) -> None:
        async with self._bounded(TrialStage.NAME, TrialFault.HOST_UNKNOWN):
            addresses = await self._hosts.addresses(login.host, login.port)
        async with self._bounded(TrialStage.CONNECT, TrialFault.NO_ANSWER):
            sock = await dialed(addresses, login.port)
        connection = await self._greeted(login, sock)
        try:
            async with self._bounded(TrialStage.TLS, TrialFault.TLS_FAILED):
                await connection.make_safe(login)
            async with self._bounded(TrialStage.LOGIN, TrialFault.LOST):
                await connection.log_in(login)
        finally:
            connection.close()

    async def _greeted(self, login: ServerLogin, sock: socket.socket) -> Connection:
        if login.security == "tls":
            async with self._bounded(TrialStage.TLS, TrialFault.TLS_FAILED):
                return await Connection.greeted(login, self._tls, sock=sock)
        async with self._bounded(TrialStage.CONNECT, TrialFault.SILENT):
            return await Connection.greeted(login, self._tls, sock=sock)

    @asynccontextmanager
    async def _bounded(self, stage: TrialStage, too_long: TrialFault) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(self._seconds):
                yield
        except HostNotAllowed as error:
            raise TrialEnded(stage, TrialFault.HOST_NOT_ALLOWED) from error
        except HostUnknown as error:
            raise TrialEnded(stage, TrialFault.HOST_UNKNOWN) from error
        except TimeoutError as error:
            raise TrialEnded(stage, too_long) from error
        except _FAILURES as error:
            raise _ended(stage, error) from error


def _ended(stage: TrialStage, error: BaseException) -> TrialEnded:
    """Return where and why a trial ended; libraries wrap the network's own error as a cause."""
    if isinstance(error, SMTPAuthenticationError):
        fault = TrialFault.LOGIN_LATER if error.code in _LATER else TrialFault.LOGIN_REFUSED
        return TrialEnded(stage, fault, error.message)
    if isinstance(error, SMTPResponseException):
        return TrialEnded(stage, _RESPONSES[stage], error.message)
    cause = _cause(error)
    if isinstance(cause, ssl.SSLError):
        return TrialEnded(TrialStage.TLS, tls_fault(cause))
    if isinstance(cause, ConnectionRefusedError):
        return TrialEnded(stage, TrialFault.PORT_CLOSED)
    if isinstance(cause, SMTPServerDisconnected | ConnectionError):
        return TrialEnded(stage, TrialFault.LOST)
    return TrialEnded(stage, _OTHERWISE[stage])


_RESPONSES = {
    TrialStage.CONNECT: TrialFault.TURNED_AWAY,
    TrialStage.TLS: TrialFault.NO_STARTTLS,
    TrialStage.LOGIN: TrialFault.LOGIN_REFUSED,
}
_OTHERWISE = {
    TrialStage.NAME: TrialFault.HOST_UNKNOWN,
    TrialStage.CONNECT: TrialFault.NO_ANSWER,
    TrialStage.TLS: TrialFault.NO_STARTTLS,
    TrialStage.LOGIN: TrialFault.NO_LOGIN_OFFERED,
}


def _cause(error: BaseException) -> BaseException:
    """Return the network's own error at the bottom of the chain, or the last that says more than the one above it."""
    chain = [error]
    while (below := chain[-1].__cause__) is not None and below not in chain:
        chain.append(below)
    telling = (ssl.SSLError, ConnectionError, SMTPServerDisconnected)
    return next((one for one in reversed(chain) if isinstance(one, telling)), error)

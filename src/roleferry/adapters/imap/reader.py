"""Open a mailbox by IMAP (RFC 3501): IMAPClient does the talking, in threads of our own, each call bounded in time."""

import asyncio
import contextlib
import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from roleferry.adapters.imap.inbox import ImapInbox
from roleferry.adapters.imap.wire import Client, cut
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.ports.errors import Unavailable
from roleferry.ports.hosts import HostNotAllowed, Hosts, HostUnknown
from roleferry.ports.inbox import InboxReader, LoginRefused

_T = TypeVar("_T")
FAILURES = (OSError, IMAPClientError, ValueError, KeyError, IndexError, TypeError, AttributeError)
"""What sockets, TLS, imaplib and IMAPClient raise, the last five over answers that break the protocol."""
_AFTER_CUT = 5.0
"""Seconds for a thread to notice that its connection is gone; then it is left behind, to end by its own timeouts."""
_NOT_NOW = ("[UNAVAILABLE]", "[INUSE]", "[LIMIT]", "[SERVERBUG]", "[CONTACTADMIN]")
"""Why a login may fail although the password is right (RFC 5530)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapTimes:
    """How long anything may take, in seconds: connecting, one answer of the server, one call with all its answers."""

    connect: float = 10
    read: float = 30
    call: float = 90


class ImapReader(InboxReader):
    """Reads over at most so many connections at once; a further one waits for its turn."""

    def __init__(
        self,
        hosts: Hosts,
        *,
        times: ImapTimes | None = None,
        tls: ssl.SSLContext | None = None,
        threads: int = 16,
    ) -> None:
        """`tls` defaults to the system's trusted roots; `threads` is how many servers are talked to at one moment."""
        self._times = times or ImapTimes()
        self._tls = tls or ssl.create_default_context()
        self._hosts = hosts
        self._threads = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="imap")

    @asynccontextmanager
    async def open(self, login: ServerLogin) -> AsyncIterator[ImapInbox]:
        if login.security not in {"tls", "starttls"} and not _is_loopback(login.host):
            raise Unavailable("a mail server beyond this machine needs TLS or STARTTLS")
        client = await self._connect(login)
        try:
            await self._log_in(client, login)
            inbox = ImapInbox(client, lambda what: self._ask(client.raw, what))
            await inbox.greet()
            yield inbox
        finally:
            await asyncio.shield(self._close(client))

    async def _connect(self, login: ServerLogin) -> Client:
        try:
            addresses = await self._hosts.addresses(login.host, login.port)
        except (HostNotAllowed, HostUnknown) as error:
            raise Unavailable(str(error)) from error
        raw: list[socket.socket] = []

        def connect() -> Client:
            return Client(
                login.host,
                login.port,
                security=login.security,
                tls=self._tls,
                addresses=addresses,
                connect_seconds=self._times.connect,
                read_seconds=self._times.read,
                raw=raw,
            )

        return await self._ask(raw, connect)

    async def _log_in(self, client: Client, login: ServerLogin) -> None:
        def log_in() -> None:
            username, password = login.username, login.password.reveal()
            if client.has_capability("AUTH=PLAIN"):
                client.plain_login(username, password)
            else:
                client.login(username, password)

        try:
            await self._ask(client.raw, log_in)
        except LoginError as error:
            if isinstance(error.__context__, IMAPClientAbortError):
                raise Unavailable("the server broke off at the login") from error
            told = str(error).upper()
            if any(code in told for code in _NOT_NOW):
                raise Unavailable("the server lets nobody in at the moment") from error
            raise LoginRefused("the server does not accept this user name and password") from error

    async def _ask(self, raw: list[socket.socket], what: Callable[[], _T]) -> _T:
        """Run one conversation in a thread; past its time the connection is cut, which ends the thread too."""
        asked = asyncio.get_running_loop().run_in_executor(self._threads, what)
        try:
            async with asyncio.timeout(self._times.call):
                return await asyncio.shield(asked)
        except LoginError:
            raise
        except FAILURES as error:
            raise Unavailable(_in_words(error)) from error
        finally:
            if not asked.done():
                cut(raw)
                asked.add_done_callback(_forget)
                await asyncio.wait([asked], timeout=_AFTER_CUT)

    async def _close(self, client: Client) -> None:
        with contextlib.suppress(Unavailable, LoginError):
            await self._ask(client.raw, client.logout)
        with contextlib.suppress(*FAILURES):
            client.shutdown()


def _forget(asked: "asyncio.Future[Any]") -> None:
    """Look at how a conversation ended that nobody waits for any more."""
    if not asked.cancelled():
        asked.exception()


def _in_words(error: Exception) -> str:
    """Say what happened in words that repeat nothing of what a server says: that may be somebody's mail."""
    if isinstance(error, TimeoutError):
        return "the server did not answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "the server's certificate is not to be trusted"
    if isinstance(error, ssl.SSLError):
        return "no safe connection to the server could be made"
    if isinstance(error, OSError):
        return "the server cannot be reached"
    return "the server broke off, or answered what makes no sense"


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

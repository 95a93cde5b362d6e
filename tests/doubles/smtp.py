"""A mail server on 127.0.0.1, by aiosmtpd: counts what it takes over, and fails at the phase it is told to."""

import asyncio
import contextlib
import ssl
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from enum import Enum, auto
from types import TracebackType
from typing import Any, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


class At(Enum):
    """Where a conversation goes wrong."""

    GREETING = auto()
    MAIL = auto()
    RCPT = auto()
    DATA = auto()  # in place of 354
    BODY = auto()  # after 354, before the final dot
    DOT = auto()  # the whole mail is there, and counts as taken over if the reply is none or a 2xx


CLOSES = ""
"""As a reply: the connection is cut."""
SILENCE = "silence"
"""As a reply: nothing, ever; the connection stays open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A mail the server has taken over, whether or not its client heard so."""

    key: str
    """The envelope id (RFC 3461), which is the send key."""
    message_id: str
    sender: str
    recipient: str
    data: bytes
    login: str | None
    options: tuple[str, ...]


class SmtpDouble:
    """A mail server. Use as a context manager; it listens in a thread of its own."""

    def __init__(
        self,
        *,
        tls: ssl.SSLContext | None = None,
        implicit_tls: bool = False,
        password: str | None = None,
        extensions: frozenset[str] = frozenset({"DSN", "8BITMIME", "SMTPUTF8", "SIZE"}),
        on_taken: Callable[[Taken], None] = lambda _: None,
        delay_seconds: float = 0,
    ) -> None:
        self.taken: list[Taken] = []
        self.connections = 0
        self.logins = 0
        self.refuse_logins = False
        self.extensions = extensions
        self.on_taken = on_taken
        self.delay_seconds = delay_seconds
        self.password = password
        self.tls = tls
        self.implicit_tls = implicit_tls
        self.port = 0
        self.unheard: set[str] = set()
        """Keys of mails begun here whose client has said nothing since: what became of them it may not know."""
        self._faults: dict[tuple[At, str], list[str]] = {}
        self._lock = threading.Lock()
        self._open: set[asyncio.Transport] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._ready = threading.Event()

    @property
    def counts(self) -> Counter[str]:
        """How often each Message-ID was taken over; a 2 is a person who got the same mail twice."""
        with self._lock:
            return Counter(one.message_id for one in self.taken)

    def fail(self, at: At, *replies: str, domain: str = "") -> None:
        """
        Answer so at this phase, once each, in order; `CLOSES` and `SILENCE` are replies too.

        With a domain only for mail to it, which a server knows from RCPT on.
        """
        with self._lock:
            self._faults.setdefault((at, domain), []).extend(replies)

    def fault(self, at: At, *, recipient: str = "") -> str | None:
        """Return the next reply to give in place of the usual one."""
        with self._lock:
            for domain in (recipient.rpartition("@")[2], ""):
                if waiting := self._faults.get((at, domain)):
                    return waiting.pop(0)
        return None

    def take(self, session: Session, envelope: Envelope, options: tuple[str, ...]) -> None:
        """Count a mail."""
        data = bytes(envelope.original_content or b"")
        headers = BytesHeaderParser().parsebytes(data)
        taken = Taken(
            key=_key(options),
            message_id=str(headers["Message-ID"]),
            sender=envelope.mail_from or "",
            recipient=envelope.rcpt_tos[0],
            data=data,
            login=session.auth_data,
            options=options,
        )
        with self._lock:
            self.taken.append(taken)
        self.on_taken(taken)

    def connected(self, transport: Any) -> None:
        """Remember a connection."""
        self.connections += 1
        self._open.add(transport)

    def close_connections(self) -> None:
        """Cut every connection, as a server does that restarts."""
        asyncio.run_coroutine_threadsafe(self._cut(), self._loop).result(timeout=10)

    async def _cut(self) -> None:
        for transport in self._open:
            if not transport.is_closing():  # an ended TLS transport of Python 3.11.2 cannot be aborted
                transport.abort()
        self._open.clear()
        await asyncio.sleep(0)

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._listen())
        self._loop.close()

    async def _listen(self) -> None:
        self._closing = asyncio.Event()
        context = self.tls if self.implicit_tls else None
        server = await self._loop.create_server(lambda: _Server(self), "127.0.0.1", self.port, ssl=context)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._closing.wait()
        server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(20)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close_connections()
        self._loop.call_soon_threadsafe(self._closing.set)
        self._thread.join()


class _Hooks:
    """What the library asks about."""

    def __init__(self, double: SmtpDouble) -> None:
        self._double = double

    async def handle_EHLO(  # noqa: N802 - the library names it
        self, _server: SMTP, session: Session, _envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        session.host_name = name
        has = self._double.extensions
        told = [answer for answer in answers[:-1] if "8BITMIME" in has or not answer.endswith("8BITMIME")]
        return [*told, *(["250-DSN"] if "DSN" in has else []), answers[-1]]

    async def handle_DATA(self, server: "_Server", session: Session, envelope: Envelope) -> str:  # noqa: N802 - as above
        fault = self._double.fault(At.DOT, recipient=envelope.rcpt_tos[0])
        if fault is None or not fault.startswith(("4", "5")):
            self._double.take(session, envelope, server.options)
        if self._double.delay_seconds:
            await asyncio.sleep(self._double.delay_seconds)
        if fault in {CLOSES, SILENCE}:
            await server.fail(fault)
        return fault or "250 2.0.0 taken over"


class _Server(SMTP):
    """One conversation. The library refuses parameters it does not know, so those of DSN are taken out first."""

    def __init__(self, double: SmtpDouble) -> None:
        super().__init__(
            _Hooks(double),
            data_size_limit=1_000_000 if "SIZE" in double.extensions else None,
            enable_SMTPUTF8="SMTPUTF8" in double.extensions,
            hostname="mail.example.test",
            tls_context=None if double.implicit_tls else double.tls,
            auth_require_tls=double.tls is not None and not double.implicit_tls,
            auth_required=double.password is not None and not double.implicit_tls,
            authenticator=self._check_login,
        )
        self.command_size_limits = defaultdict(lambda: 2_000)
        self.options: tuple[str, ...] = ()
        self._double = double
        self._begun: str | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self.transport is None:  # else it is STARTTLS on a connection known already
            self._double.connected(transport)
        super().connection_made(transport)

    async def push(self, status: Any) -> None:
        words = status.decode() if isinstance(status, bytes) else str(status)
        phase = next((at for start, at in _INSTEAD.items() if words.startswith(start)), None)
        if phase is not None and (fault := self._fault(phase)) is not None:
            await self.fail(fault)
            return
        await super().push(status)
        if phase is At.DATA and (fault := self._fault(At.BODY)) is not None:
            await self.fail(fault)

    def _fault(self, at: At) -> str | None:
        recipients = self.envelope.rcpt_tos if self.envelope else []
        return self._double.fault(at, recipient=recipients[0] if recipients else "")

    async def smtp_QUIT(self, arg: str | None) -> None:  # noqa: N802 - the library names it
        self._spoke_on(None)
        await super().smtp_QUIT(arg)

    def _spoke_on(self, key: str | None) -> None:
        """Remember that the client got the answer it waited for, and which mail it begins now."""
        if self._begun is not None:
            self._double.unheard.discard(self._begun)
        self._begun = key
        if key is not None:
            self._double.unheard.add(key)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802 - the library names it
        self.options = ()
        envelope = self._without_dsn(arg or "")
        self._spoke_on(_key(self.options))
        if (fault := self._double.fault(At.MAIL)) is not None:
            await self.fail(fault)
        else:
            await super().smtp_MAIL(envelope)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802 - the library names it
        recipient = (arg or "").partition("<")[2].partition(">")[0]
        if (fault := self._double.fault(At.RCPT, recipient=recipient)) is not None:
            await self.fail(fault)
        else:
            await super().smtp_RCPT(self._without_dsn(arg or ""))

    def _without_dsn(self, arg: str) -> str:
        words = arg.split(" ")
        self.options += tuple(words[1:])
        knows = "DSN" in self._double.extensions
        return " ".join(word for word in words if not (knows and word.startswith(_DSN)))

    async def fail(self, reply: str) -> None:
        """Say it; or end the conversation without another word."""
        transport: Any = self.transport
        if reply == CLOSES:
            transport.abort()
        if reply in {CLOSES, SILENCE}:
            await asyncio.Event().wait()
        await super().push(reply)
        if reply.startswith("421"):
            transport.close()

    def _check_login(self, _server: SMTP, _session: Session, _envelope: Envelope, _name: str, data: Any) -> AuthResult:
        self._double.logins += 1
        right = self._double.password is None or data.password == self._double.password.encode()
        succeeds = right and not self._double.refuse_logins
        return AuthResult(success=succeeds, handled=False, auth_data=data.login.decode())


_INSTEAD = {"220 mail.example.test": At.GREETING, "354": At.DATA}
_DSN = ("RET=", "ENVID=", "NOTIFY=", "ORCPT=")


def _key(options: tuple[str, ...]) -> str:
    """Return the send key among the parameters of MAIL."""
    return next((word.removeprefix("ENVID=") for word in options if word.startswith("ENVID=")), "")


@contextlib.contextmanager
def closed_port() -> Iterator[int]:
    """Yield a port of 127.0.0.1 on which nobody listens."""
    with SmtpDouble() as double:
        port = double.port
    yield port

"""A mailbox's IMAP server tried out: greeting, STARTTLS, LOGIN, LOGOUT (RFC 3501, 2595), and no folder is opened."""

import asyncio
import base64
import contextlib
import re
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.trial import Trial, TrialFault, TrialStage
from roleferry.ports.hosts import HostNotAllowed, Hosts, HostUnknown
from roleferry.ports.server_trial import ServerTrial, TrialEnded, how_far, tls_fault

_LONGEST_LINE = 16_384
_MOST_LINES = 200
_GREETING = re.compile(r"\* (?:OK|PREAUTH)\b", re.IGNORECASE)
_GOODBYE = re.compile(r"\* BYE\b ?(.*)", re.IGNORECASE)
_CODE = re.compile(r"\[[^\]]*\] ?")
_LATER = re.compile(r"\[(?:UNAVAILABLE|LIMIT|INUSE|CONTACTADMIN)\]", re.IGNORECASE)


class ImapTrial(ServerTrial):
    """Speaks the five commands it takes to know whether one is let in."""

    def __init__(self, *, hosts: Hosts, tls: ssl.SSLContext | None = None, seconds: float = 10) -> None:
        """`seconds` bounds each stage."""
        self._hosts = hosts
        self._tls = tls or ssl.create_default_context()
        self._seconds = seconds

    async def try_out(self, login: ServerLogin) -> Trial:
        return await how_far(MailProtocol.IMAP, login, self._walk(login))

    async def _walk(self, login: ServerLogin) -> None:
        async with self._bounded(TrialStage.NAME, TrialFault.HOST_UNKNOWN):
            addresses = await self._hosts.addresses(login.host, login.port)
        server = await self._connected(addresses, login)
        try:
            async with self._bounded(TrialStage.CONNECT, TrialFault.SILENT):
                await server.greet()
            async with self._bounded(TrialStage.TLS, TrialFault.TLS_FAILED):
                if login.security == "starttls":
                    await server.encrypt(self._tls, login.host)
            async with self._bounded(TrialStage.LOGIN, TrialFault.LOST):
                await server.log_in(login)
        finally:
            server.close()

    async def _connected(self, addresses: Sequence[str], login: ServerLogin) -> "_Server":
        implicit = login.security == "tls"
        async with self._bounded(TrialStage.CONNECT, TrialFault.NO_ANSWER):
            failure: OSError = OSError("no address")
            for address in addresses:
                try:
                    reader, writer = await asyncio.open_connection(
                        address,
                        login.port,
                        limit=_LONGEST_LINE,
                        ssl=self._tls if implicit else None,
                        server_hostname=login.host if implicit else None,
                    )
                except OSError as error:
                    failure = error
                else:
                    return _Server(reader, writer)
            raise failure

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
        except ssl.SSLError as error:
            raise TrialEnded(TrialStage.TLS, tls_fault(error)) from error
        except ConnectionRefusedError as error:
            raise TrialEnded(stage, TrialFault.PORT_CLOSED) from error
        except (OSError, EOFError) as error:
            raise TrialEnded(stage, TrialFault.LOST) from error
        except ValueError as error:
            raise TrialEnded(stage, TrialFault.OTHER_PROTOCOL) from error


class _Server:
    """One conversation."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._number = 0

    async def greet(self) -> None:
        line = await self._line()
        if goodbye := _GOODBYE.match(line):
            raise TrialEnded(TrialStage.CONNECT, TrialFault.TURNED_AWAY, goodbye[1])
        if not _GREETING.match(line):
            raise TrialEnded(TrialStage.CONNECT, TrialFault.OTHER_PROTOCOL)

    async def encrypt(self, tls: ssl.SSLContext, host: str) -> None:
        """Go on encrypted; what the server said ahead of it is nobody's word and is not read (CVE-2021-33515)."""
        done, words, _ = await self._ask("STARTTLS")
        if done != "OK":
            raise TrialEnded(TrialStage.TLS, TrialFault.NO_STARTTLS, words)
        if self._reader._buffer:  # type: ignore[attr-defined]  # noqa: SLF001 - nothing public tells
            raise TrialEnded(TrialStage.TLS, TrialFault.TLS_FAILED)
        await self._writer.start_tls(tls, server_hostname=host)

    async def log_in(self, login: ServerLogin) -> None:
        """Log in once, by one mechanism."""
        _, _, told = await self._ask("CAPABILITY")
        offers = " ".join(told).upper().split()
        if "AUTH=PLAIN" in offers:
            secret = f"\0{login.username}\0{login.password.reveal()}".encode()
            done, words, _ = await self._ask("AUTHENTICATE PLAIN", base64.b64encode(secret).decode())
        elif "LOGINDISABLED" in offers:
            raise TrialEnded(TrialStage.LOGIN, TrialFault.NO_LOGIN_OFFERED)
        else:
            done, words, _ = await self._ask(f"LOGIN {_quoted(login.username)} {_quoted(login.password.reveal())}")
        if done != "OK":
            fault = TrialFault.LOGIN_LATER if _LATER.search(words) else TrialFault.LOGIN_REFUSED
            raise TrialEnded(TrialStage.LOGIN, fault, _CODE.sub("", words))

    async def _ask(self, command: str, answer: str = "") -> tuple[str, str, list[str]]:
        """Return how a command ended, in which words, and what was told meanwhile."""
        self._number += 1
        tag = f"a{self._number}"
        await self._say(f"{tag} {command}")
        told: list[str] = []
        for _ in range(_MOST_LINES):
            line = await self._line()
            if line.startswith("+"):
                await self._say(answer)
            elif line.startswith(f"{tag} "):
                done, _, words = line.removeprefix(f"{tag} ").partition(" ")
                return done.upper(), words, told
            else:
                told.append(line)
        raise TrialEnded(TrialStage.CONNECT, TrialFault.OTHER_PROTOCOL)

    async def _say(self, line: str) -> None:
        self._writer.write(line.encode() + b"\r\n")
        await self._writer.drain()

    async def _line(self) -> str:
        line = await self._reader.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        return line.decode(errors="replace").strip()

    def close(self) -> None:
        """Say goodbye and wait for nothing."""
        with contextlib.suppress(OSError, RuntimeError):
            self._writer.write(b"bye LOGOUT\r\n")
            self._writer.close()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

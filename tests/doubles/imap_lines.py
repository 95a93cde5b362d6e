"""An IMAP server on 127.0.0.1 that lets one person in, or goes wrong as it is told to."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

SILENCE = "silence"
CLOSES = "closes"


@dataclass(kw_only=True)
class ImapLines:
    """What the server says; `heard` is every line it was told."""

    greeting: str = "* OK IMAP4rev1 ready"
    capabilities: str = "IMAP4rev1 STARTTLS AUTH=PLAIN"
    user: tuple[str, str] = ("mia@sender.example", "correct horse")
    refusal: str = "NO [AUTHENTICATIONFAILED] Invalid credentials"
    tls: ssl.SSLContext | None = None
    starttls: str = "OK begin"
    heard: list[str] = field(default_factory=list)
    port: int = 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hold one conversation."""
        try:
            await self._greet(reader, writer)
            while line := await reader.readline():
                self.heard.append(line.decode().strip())
                tag, _, command = self.heard[-1].partition(" ")
                await self._answer(tag, command, reader, writer)
        except (OSError, EOFError):
            pass
        finally:
            writer.close()

    async def _greet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.greeting == CLOSES:
            raise EOFError
        if self.greeting == SILENCE:
            await reader.read()
        writer.write(f"{self.greeting}\r\n".encode())

    async def _answer(self, tag: str, command: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        match command.partition(" ")[0]:
            case "CAPABILITY":
                writer.write(f"* CAPABILITY {self.capabilities}\r\n{tag} OK done\r\n".encode())
            case "STARTTLS":
                writer.write(f"{tag} {self.starttls}\r\n".encode())
                if self.tls and self.starttls.startswith("OK"):
                    await writer.drain()
                    await writer.start_tls(self.tls)
            case "AUTHENTICATE":
                writer.write(b"+ \r\n")
                _, name, password = base64.b64decode(await reader.readline()).decode().split("\0")
                writer.write(f"{tag} {self._verdict(name, password)}\r\n".encode())
            case "LOGIN":
                name, password = (part.strip('"') for part in command.removeprefix("LOGIN ").split('" "'))
                writer.write(f"{tag} {self._verdict(name, password)}\r\n".encode())
            case "LOGOUT":
                writer.write(b"* BYE\r\n")
                raise EOFError
            case _:
                writer.write(f"{tag} BAD what?\r\n".encode())

    def _verdict(self, name: str, password: str) -> str:
        return "OK welcome" if (name, password) == self.user else self.refusal


@asynccontextmanager
async def imap_lines(server: ImapLines, *, implicit_tls: bool = False) -> AsyncIterator[ImapLines]:
    """Serve on a free port for as long as this lasts."""
    context = server.tls if implicit_tls else None
    listener = await asyncio.start_server(server.talk, "127.0.0.1", 0, ssl=context)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()

"""An answer's head and body leave in one write: a system call and a wake-up of the reader less for each request."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class OneWrite:
    """A transport that passes on at once, at the end of the turn, what is written to it in one turn of the loop."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._held: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Take what is to be sent."""
        if not self._held:
            self._loop.call_soon(self._pass_on)
        self._held.append(data)

    def close(self) -> None:
        """Send what is held, then close."""
        self._pass_on()
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        """Leave everything else to the transport."""
        return getattr(self._transport, name)

    def _pass_on(self) -> None:
        if self._held:
            data, self._held = b"".join(self._held), []
            self._transport.write(data)


class OneWriteProtocol(HttpToolsProtocol):
    """HTTP/1.1 as uvicorn speaks it, through a OneWrite."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wrap the transport for everything that answers."""
        super().connection_made(transport)
        wrapped: Any = OneWrite(transport, self.loop)
        self.transport = wrapped

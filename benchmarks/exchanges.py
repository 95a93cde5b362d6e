"""One keep-alive HTTP connection that asks, waits for the whole answer, and asks again; as little as can be."""

import asyncio
import re
import time
from collections.abc import Callable
from typing import cast

_HEAD = re.compile(rb"HTTP/1.1 200.*?\r\ncontent-length: *(\d+).*?\r\n\r\n", re.IGNORECASE | re.DOTALL)
Next = Callable[[], bytes | None]
"""What to ask next; None when that was all."""


class Exchange(asyncio.Protocol):
    """Times every answer in seconds; only a 200 is one."""

    def __init__(self, following: Next) -> None:
        self._following = following
        self._buffer = b""
        self._asked = 0.0
        self.times: list[float] = []
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the first time."""
        self._transport = cast("asyncio.Transport", transport)
        self._ask()

    def data_received(self, data: bytes) -> None:
        """Take a piece of an answer."""
        self._buffer += data
        head = _HEAD.match(self._buffer)
        if head is None and b"\r\n\r\n" in self._buffer:
            self._end(RuntimeError(self._buffer[:300].decode("latin-1")))
        elif head is not None and len(self._buffer) >= head.end() + int(head[1]):
            self.times.append(time.perf_counter() - self._asked)
            self._buffer = b""
            self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give up when the server does."""
        self._end(exc or ConnectionError("the server hung up"))

    def _ask(self) -> None:
        request = self._following()
        if request is None:
            self._end(None)
            return
        self._asked = time.perf_counter()
        self._transport.write(request)

    def _end(self, error: Exception | None) -> None:
        if not self.over.done():
            self.over.set_exception(error) if error else self.over.set_result(None)
        self._transport.close()


async def exchange(port: int, following: Next, *, connections: int) -> tuple[float, list[float]]:
    """Ask over so many connections until nothing follows; return the seconds that took, and each answer's, sorted."""
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    opened = [
        (await loop.create_connection(lambda: Exchange(following), "127.0.0.1", port))[1] for _ in range(connections)
    ]
    await asyncio.gather(*(one.over for one in opened))
    return time.perf_counter() - began, sorted(elapsed for one in opened for elapsed in one.times)


def p99_ms(times: list[float]) -> float:
    """Return the 99th percentile of sorted seconds, in milliseconds."""
    return 1000 * times[int(len(times) * 0.99) - 1]

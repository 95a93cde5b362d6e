"""A small HTTP client that keeps connections open and times every answer; run as a process of its own."""

import asyncio
import json
import re
import sys
import time
from typing import cast

import uvloop

_HEAD = re.compile(rb"HTTP/1.1 200.*?\r\ncontent-length: *(\d+).*?\r\n\r\n", re.IGNORECASE | re.DOTALL)


class Connection(asyncio.Protocol):
    """Ask, wait for the whole answer, ask again, until the time is over; as little work as can be beside the server."""

    def __init__(self, request: bytes, until: float) -> None:
        self._request = request
        self._until = until
        self._buffer = b""
        self._started = 0.0
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
            self._end(RuntimeError(self._buffer[:200].decode("latin-1")))
        elif head is not None and len(self._buffer) >= head.end() + int(head[1]):
            self.times.append(time.perf_counter() - self._started)
            self._buffer = b""
            self._ask()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give up when the server does."""
        self._end(exc or ConnectionError("the server hung up"))

    def _ask(self) -> None:
        self._started = time.perf_counter()
        if self._started < self._until:
            self._transport.write(self._request)
        else:
            self._end(None)

    def _end(self, error: Exception | None) -> None:
        if not self.over.done():
            self.over.set_exception(error) if error else self.over.set_result(None)
        self._transport.close()


async def measure(port: int, path: str, *, seconds: float, connections: int) -> dict[str, float]:
    """Return requests a second and the 99th percentile in milliseconds, after a warm-up of a tenth of the time."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n".encode()
    await _all(port, request, seconds / 10, connections)
    started = time.perf_counter()
    times = await _all(port, request, seconds, connections)
    elapsed = time.perf_counter() - started
    return {"per_second": len(times) / elapsed, "p99_ms": 1000 * sorted(times)[int(len(times) * 0.99) - 1]}


async def _all(port: int, request: bytes, seconds: float, connections: int) -> list[float]:
    loop = asyncio.get_running_loop()
    until = time.perf_counter() + seconds
    opened = [
        (await loop.create_connection(lambda: Connection(request, until), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    await asyncio.gather(*(one.over for one in opened))
    return [elapsed for one in opened for elapsed in one.times]


if __name__ == "__main__":
    print(json.dumps(uvloop.run(measure(**json.loads(sys.argv[1])))))

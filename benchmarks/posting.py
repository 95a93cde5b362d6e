"""Post requests that were prepared and signed beforehand, each once, over a few connections; a process of its own."""

import asyncio
import json
import re
import sys
import time
from pathlib import Path
from typing import cast

import uvloop

_HEAD = re.compile(rb"HTTP/1.1 200.*?\r\ncontent-length: *(\d+).*?\r\n\r\n", re.IGNORECASE | re.DOTALL)


class Sender(asyncio.Protocol):
    """Take a request, wait for its whole answer, take the next, until none is left; only a 200 is an answer."""

    def __init__(self, waiting: list[bytes]) -> None:
        self._waiting = waiting
        self._buffer = b""
        self._asked = 0.0
        self.times: list[float] = []
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first."""
        self._transport = cast("asyncio.Transport", transport)
        self._next()

    def data_received(self, data: bytes) -> None:
        """Take a piece of an answer."""
        self._buffer += data
        head = _HEAD.match(self._buffer)
        if head is None and b"\r\n\r\n" in self._buffer:
            self._end(RuntimeError(self._buffer[:300].decode("latin-1")))
        elif head is not None and len(self._buffer) >= head.end() + int(head[1]):
            self.times.append(time.perf_counter() - self._asked)
            self._buffer = b""
            self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give up when the server does."""
        self._end(exc or ConnectionError("the server hung up"))

    def _next(self) -> None:
        if self._waiting:
            self._asked = time.perf_counter()
            self._transport.write(self._waiting.pop())
        else:
            self._end(None)

    def _end(self, error: Exception | None) -> None:
        if not self.over.done():
            self.over.set_exception(error) if error else self.over.set_result(None)
        self._transport.close()


async def post(port: int, waiting: list[bytes], *, connections: int) -> dict[str, float]:
    """Send them all; return how long it took in seconds, and the 99th percentile in milliseconds."""
    loop = asyncio.get_running_loop()
    began = time.perf_counter()
    opened = [(await loop.create_connection(lambda: Sender(waiting), "127.0.0.1", port))[1] for _ in range(connections)]
    await asyncio.gather(*(one.over for one in opened))
    elapsed = time.perf_counter() - began
    times = sorted(time for one in opened for time in one.times)
    return {"seconds": elapsed, "p99_ms": 1000 * times[int(len(times) * 0.99) - 1]}


def _requests(whole: bytes) -> list[bytes]:
    """Cut the file: each request behind its length in four bytes."""
    requests, at = [], 0
    while at < len(whole):
        end = at + 4 + int.from_bytes(whole[at : at + 4])
        requests.append(whole[at + 4 : end])
        at = end
    return requests


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    prepared = _requests(Path(given.pop("file")).read_bytes())
    print(json.dumps(uvloop.run(post(waiting=prepared, **given))))

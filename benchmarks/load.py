"""Ask one path over and over for some seconds, over connections that stay open; run as a process of its own."""

import json
import sys
import time

import uvloop

from benchmarks.exchanges import exchange, p99_ms


async def measure(port: int, path: str, *, seconds: float, connections: int) -> dict[str, float]:
    """Return requests a second and the 99th percentile in milliseconds, after a warm-up of a tenth of the time."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n".encode()

    async def ask_for(seconds: float) -> tuple[float, list[float]]:
        until = time.perf_counter() + seconds
        return await exchange(port, lambda: request if time.perf_counter() < until else None, connections=connections)

    await ask_for(seconds / 10)
    elapsed, times = await ask_for(seconds)
    return {"per_second": len(times) / elapsed, "p99_ms": p99_ms(times)}


if __name__ == "__main__":
    print(json.dumps(uvloop.run(measure(**json.loads(sys.argv[1])))))

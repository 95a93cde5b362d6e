"""Post requests that were prepared and signed beforehand, each once, over a few connections; a process of its own."""

import json
import sys
from pathlib import Path

import uvloop

from benchmarks.exchanges import exchange, p99_ms


async def post(port: int, waiting: list[bytes], *, connections: int) -> dict[str, float]:
    """Send them all; return how long it took in seconds, and the 99th percentile in milliseconds."""
    elapsed, times = await exchange(port, lambda: waiting.pop() if waiting else None, connections=connections)
    return {"seconds": elapsed, "p99_ms": p99_ms(times)}


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

"""The bare loop: aiosmtplib on so many connections, one mail after another, nothing else; a process of its own."""

import asyncio
import json
import sys
import time
from collections.abc import Iterator

import uvloop
from aiosmtplib import SMTP


async def measure(port: int, mails: int, connections: int, message: str) -> float:
    """Return mails a second."""
    clients = [SMTP(hostname="127.0.0.1", port=port, start_tls=False) for _ in range(connections)]
    for client in clients:
        await client.connect()
    left = iter(range(mails))
    started = time.perf_counter()
    await asyncio.gather(*(_loop(client, left, message.encode()) for client in clients))
    elapsed = time.perf_counter() - started
    for client in clients:
        await client.quit()
    return mails / elapsed


async def _loop(client: SMTP, left: Iterator[int], message: bytes) -> None:
    for number in left:
        await client.sendmail("ada@sender.example", [f"reader{number}@firm.example"], message)


if __name__ == "__main__":
    print(json.dumps({"per_second": uvloop.run(measure(**json.loads(sys.argv[1])))}))

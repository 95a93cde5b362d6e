"""A real SMTP server (aiosmtpd) that takes everything over and keeps nothing; a process of its own."""

import asyncio
import sys
from typing import Any

import uvloop
from aiosmtpd.smtp import SMTP, Envelope, Session


class _Swallow:
    """Say yes."""

    async def handle_DATA(self, _server: SMTP, _session: Session, _envelope: Envelope) -> str:  # noqa: N802 - the library names it
        return "250 2.0.0 taken over"


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server: Any = await loop.create_server(lambda: SMTP(_Swallow(), hostname="sink.example.test"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    uvloop.run(_serve())

"""Names looked up by the system, and refused altogether if a single answer is not public."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence

from roleferry.domain.model.public_addresses import is_loopback, is_public
from roleferry.ports.hosts import HostNotAllowed, Hosts, HostUnknown

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Return the numeric addresses of a name; empty when it has none."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(address[4][0]) for address in found))


class GuardedHosts(Hosts):
    """Public hosts; `allow_loopback` is for tests and development."""

    def __init__(self, *, allow_loopback: bool = False, resolver: Resolve = resolve) -> None:
        self._allow_loopback = allow_loopback
        self._resolve = resolver

    async def addresses(self, host: str, port: int) -> Sequence[str]:
        found = await self._resolve(host.strip("[]"), port)
        if not found:
            raise HostUnknown("the server's name is not known")
        if not all(map(self._allowed, found)):
            raise HostNotAllowed("the server's name leads into a private network")
        return found

    def _allowed(self, address: str) -> bool:
        return is_public(address) or (self._allow_loopback and is_loopback(address))

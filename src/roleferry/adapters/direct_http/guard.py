"""The only way out to addresses that people give: resolve once, check every answer, connect to what was checked.

The check sits where the connection is opened, so that no redirect, retry or second look-up passes it by. The host's
name still goes into the Host header and the TLS handshake.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import cast

import httpcore

from roleferry.domain.model.jobs.page import PageNotAllowed
from roleferry.domain.model.public_addresses import is_loopback, is_public

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Return the numeric addresses of a name; empty when it has none."""

_NOT_ALLOWED = "This is not a public web address. Check the link, or paste the text of the posting."


async def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a name."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(address[4][0]) for address in found))


def _plain_backend() -> httpcore.AsyncNetworkBackend:
    """Return the backend that connects as it is told."""
    return cast("httpcore.AsyncNetworkBackend", httpcore.AnyIOBackend())  # its type depends on whether anyio is there


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Open connections to public addresses only."""

    def __init__(
        self,
        *,
        allow_loopback: bool = False,
        resolver: Resolve = resolve,
        inner: httpcore.AsyncNetworkBackend | None = None,
    ) -> None:
        """Guard `inner`; `allow_loopback` is for tests and development."""
        self._allow_loopback = allow_loopback
        self._resolve = resolver
        self._inner: httpcore.AsyncNetworkBackend = inner or _plain_backend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (the name httpcore calls it by)
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address that answers; one private address among them refuses the name altogether."""
        addresses = await self._resolve(host.strip("[]"), port)
        if not addresses:
            raise httpcore.ConnectError("the name has no address")
        if not all(map(self._allowed, addresses)):
            raise PageNotAllowed(_NOT_ALLOWED)
        failure: Exception | None = None
        for address in addresses:
            try:
                return await self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError("no address answers")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109  (the name httpcore calls it by)
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: nothing public is a socket file."""
        del path, timeout, socket_options
        raise PageNotAllowed(_NOT_ALLOWED)

    async def sleep(self, seconds: float) -> None:
        """Wait between httpcore's own connection attempts."""
        await self._inner.sleep(seconds)

    def _allowed(self, address: str) -> bool:
        return is_public(address) or (self._allow_loopback and is_loopback(address))

"""Connections kept for a login's next mail: few, and not for long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from roleferry.adapters.smtp.connection import Connection
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import Refused

Key = ServerLogin
"""Where and as whom: mailboxes behind one login share its connections, a changed password opens a new one."""


class Pool:
    """Keeps idle connections by login, and bounds how many are open at once."""

    def __init__(self, *, size: int, idle_seconds: float) -> None:
        self._size = size
        self._idle_seconds = idle_seconds
        self._slots = asyncio.Semaphore(size)
        self._idle: dict[Key, list[tuple[Connection, asyncio.TimerHandle]]] = {}

    @asynccontextmanager
    async def slot(self, *, wait_seconds: float) -> AsyncIterator[None]:
        """
        Hold a place for one submission.

        Raises:
            Refused: all places were taken for too long.
        """
        if self._slots.locked():
            await self._queue(wait_seconds)
        else:
            await self._slots.acquire()
        try:
            yield
        finally:
            self._slots.release()

    async def _queue(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._slots.acquire()
        except TimeoutError as error:
            raise Refused("too many mails are being handed over", code=Fault.POOL_TIMEOUT.value) from error

    def take(self, key: Key) -> Connection | None:
        """Return an idle connection of this login, if there is one that still looks open."""
        while kept := self._idle.get(key):
            connection, timer = kept.pop()
            timer.cancel()
            if not kept:
                del self._idle[key]
            if connection.is_open:
                return connection
            connection.close()
        return None

    def keep(self, key: Key, connection: Connection) -> None:
        """Keep a connection on which a mail was just accepted, unless enough are kept."""
        if sum(map(len, self._idle.values())) >= self._size or not connection.is_open:
            connection.close()
            return
        timer = asyncio.get_running_loop().call_later(self._idle_seconds, self._expire, key, connection)
        self._idle.setdefault(key, []).append((connection, timer))

    def close(self) -> None:
        """Close every idle connection."""
        for key, kept in list(self._idle.items()):
            for connection, _ in list(kept):
                self._expire(key, connection)

    def _expire(self, key: Key, connection: Connection) -> None:
        kept = self._idle[key]
        for place, (one, timer) in enumerate(kept):
            if one is connection:
                timer.cancel()
                del kept[place]
                break
        if not kept:
            del self._idle[key]
        connection.close()

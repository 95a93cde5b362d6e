"""Connections kept for a mailbox's next mail: few, and not for long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from roleferry.adapters.smtp.connection import Connection
from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import Refused

Key = tuple[MailboxId, ServerLogin]
"""A mailbox and how it logs in: a changed password opens a new connection."""


class Pool:
    """Keeps one idle connection a mailbox, and bounds how many are open at once."""

    def __init__(self, *, size: int, idle_seconds: float) -> None:
        self._size = size
        self._idle_seconds = idle_seconds
        self._slots = asyncio.Semaphore(size)
        self._idle: dict[Key, tuple[Connection, asyncio.TimerHandle]] = {}

    @asynccontextmanager
    async def slot(self, *, wait_seconds: float) -> AsyncIterator[None]:
        """
        Hold a place for one submission.

        Raises:
            Refused: all places were taken for too long.
        """
        try:
            async with asyncio.timeout(wait_seconds):
                await self._slots.acquire()
        except TimeoutError as error:
            raise Refused("too many mails are being handed over", code=Fault.POOL_TIMEOUT.value) from error
        try:
            yield
        finally:
            self._slots.release()

    def take(self, key: Key) -> Connection | None:
        """Return the mailbox's idle connection, if it has one that still looks open."""
        connection, timer = self._idle.pop(key, (None, None))
        if connection is None or timer is None:
            return None
        timer.cancel()
        if connection.is_open:
            return connection
        connection.close()
        return None

    def keep(self, key: Key, connection: Connection) -> None:
        """Keep a connection on which a mail was just accepted, unless enough are kept."""
        if key in self._idle or len(self._idle) >= self._size or not connection.is_open:
            connection.close()
            return
        timer = asyncio.get_running_loop().call_later(self._idle_seconds, self._expire, key)
        self._idle[key] = (connection, timer)

    def close(self) -> None:
        """Close every idle connection."""
        for key in list(self._idle):
            self._expire(key)

    def _expire(self, key: Key) -> None:
        connection, timer = self._idle.pop(key)
        timer.cancel()
        connection.close()

"""Read people's mailboxes: many at once, none twice, each at least every minute or as soon as its server says so."""

import asyncio

import structlog
from structlog.contextvars import bound_contextvars

from roleferry.entrypoints.container import Container
from roleferry.ports.inboxes import DueInbox

log = structlog.get_logger()


class InboxWatch:
    """One conversation a mailbox, at most so many; while others wait for a place, nobody stays longer than a round."""

    def __init__(self, container: Container, *, at_once: int) -> None:
        self._container = container
        self._at_once = at_once
        self._open: set[asyncio.Task[None]] = set()
        self._crowded = False

    async def read_inboxes(self) -> int:
        """Begin to read what is due, as far as there is room, and return how many were begun."""
        await self._container.clock().refresh()
        due, self._crowded = await self._container.claim_inboxes()(limit=self._at_once - len(self._open))
        for inbox in due:
            begun = asyncio.create_task(self._read(inbox))
            self._open.add(begun)
            begun.add_done_callback(self._open.discard)
        return len(due)

    async def finish_round(self) -> None:
        """Wait until everything that was begun has been read and given back."""
        self._crowded = True
        await asyncio.gather(*self._open)

    async def close(self) -> None:
        """Break off: each mailbox is given back at once, to be read by another worker."""
        for one in self._open:
            one.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _read(self, inbox: DueInbox) -> None:
        with bound_contextvars(mailbox_id=str(inbox.mailbox_id)):
            try:
                ended = await self._container.read_inbox()(inbox, may_go_on=lambda: not self._crowded)
            except Exception as error:  # noqa: BLE001 - one mailbox must not end the reading of the others
                log.warning("inbox.failed", error=type(error).__name__)
            else:
                log.info("inbox.read", ended=ended.value)

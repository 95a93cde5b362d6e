"""Read a person's own mailbox for what comes back: keep what is proven to be ours, pass over all else (SPEC 7)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from roleferry.domain.model.inbound.cursor import FolderCursor, begin
from roleferry.domain.model.inbound.pauses import EVERY
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.use_cases.inbound.giving_back import GiveBack
from roleferry.domain.use_cases.inbound.sorting_mail import SortMail
from roleferry.domain.use_cases.sending.logins import Logins
from roleferry.ports.errors import Refused, Unavailable
from roleferry.ports.inbox import FolderUse, InboxReader, LoginRefused, OpenInbox
from roleferry.ports.inboxes import DueInbox, InboxState, LeaseLost
from roleferry.ports.tasks import Doorbell
from roleferry.ports.transactions import Transactions

LEASE = timedelta(minutes=3)
"""Longer than any one question to a mail server takes; renewed after each round."""
_BATCH = 50
_ROUND = 500
"""Mails of one folder before others get their turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadInbox:
    """
    Read one mailbox that was claimed, again and again while it may go on, and give it back.

    What is kept and how far it was read are written together, under the lease: a reader that dies, or is overtaken,
    has either done both or nothing.
    """

    transactions: Transactions
    inbox_reader: InboxReader
    logins: Logins
    sort_mail: SortMail
    give_back: GiveBack
    doorbell: Doorbell

    async def __call__(self, inbox: DueInbox, *, may_go_on: Callable[[], bool]) -> InboxState:
        """Return how it ended; where the server tells of new mail at once, it is listened to between two rounds."""
        after = timedelta(0)
        try:
            login = self.logins.open(inbox.mailbox_id, MailProtocol.IMAP, inbox.login)
            async with self.inbox_reader.open(login) as opened:
                after = await self._rounds(opened, inbox, may_go_on)
        except (LoginRefused, Refused) as error:
            return await self.give_back.refused(inbox, str(error))
        except Unavailable as error:
            return await self.give_back.unreachable(inbox, str(error))
        except LeaseLost:
            return InboxState.READ
        except Exception:
            await self.give_back.unreachable(inbox, "something went wrong that nobody foresaw")
            raise
        except BaseException:
            await self.give_back.read(inbox, after=timedelta(0))
            raise
        return await self.give_back.read(inbox, after=after)

    async def _rounds(self, opened: OpenInbox, inbox: DueInbox, may_go_on: Callable[[], bool]) -> timedelta:
        """Return when the mailbox is due again."""
        while True:
            more = await self._read(opened, inbox)
            async with self.transactions.begin(None) as uow:
                inbox = replace(inbox, connected_at=await uow.inboxes.renew(inbox, lease=LEASE), failures=0)
            if not may_go_on():
                return timedelta(0) if more else EVERY
            if not more:
                if not opened.waits:
                    return EVERY
                await opened.wait(seconds=EVERY.total_seconds())

    async def _read(self, opened: OpenInbox, inbox: DueInbox) -> bool:
        """Look into the junk folder, then the inbox, where waiting goes on; return whether there is more to read."""
        more = False
        for use in (FolderUse.JUNK, FolderUse.INBOX):
            folder = await opened.folder(use)
            if folder is not None:
                more = await self._read_folder(opened, inbox, folder) or more
        return more

    async def _read_folder(self, opened: OpenInbox, inbox: DueInbox, folder: str) -> bool:
        state = await opened.look(folder)
        async with self.transactions.begin(None) as uow:
            known = await uow.inboxes.cursor(inbox, folder)
            cursor = begin(state, known, connected_at=inbox.connected_at)
            if cursor != known:
                await uow.inboxes.save_cursor(inbox, cursor)
        uids = await opened.arrived(cursor)
        for start in range(0, min(len(uids), _ROUND), _BATCH):
            cursor = await self._take(opened, inbox, cursor, uids[start : start + _BATCH])
        return len(uids) > _ROUND

    async def _take(
        self, opened: OpenInbox, inbox: DueInbox, cursor: FolderCursor, uids: Sequence[int]
    ) -> FolderCursor:
        sorted_mail = await self.sort_mail(opened, inbox, uids, since=cursor.since)
        moved = cursor.moved_to(uids[-1])
        async with self.transactions.begin(None) as uow:
            await uow.inboxes.save_cursor(inbox, moved)
            for uid, reason in sorted_mail.set_aside:
                await uow.inboxes.set_aside(inbox, moved, uid, reason)
            are_new = [await uow.raw_events.add(event) for event in sorted_mail.ours]
        if any(are_new):
            await self.doorbell.ring_events()
        return moved

"""What is promised of the rows that say how far mailboxes were read: one reader at a time, nothing written too late."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.inbound.cursor import FolderCursor
from roleferry.domain.model.sending.connections import MailProtocol, SealedLogin, Security
from roleferry.ports.inboxes import DueInbox, InboxState, LeaseLost
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW, a_mailbox
from tests.contracts.on_transactions import OnTransactions

LEASE = timedelta(minutes=3)
CURSOR = FolderCursor(folder="INBOX", uid_validity=7, last_uid=41, since=datetime(2026, 3, 2, 9, tzinfo=UTC))


def a_login(**changes: str) -> SealedLogin:
    given = {"host": "imap.sample.example", "username": "ada"} | changes
    return SealedLogin(port=993, security=Security.TLS, password=b"sealed", **given)


async def with_server(transactions: Transactions, user_id: UserId) -> MailboxId:
    """Connect a mailbox that can be read."""
    box = a_mailbox(user_id)
    async with transactions.begin(user_id) as uow:
        await uow.mailboxes.add(box, at=NOW)
        await uow.connections.put(box.id, MailProtocol.IMAP, a_login(), at=NOW)
    return box.id


async def claim_all(transactions: Transactions, *, lease: timedelta = LEASE) -> list[DueInbox]:
    async with transactions.begin(None) as uow:
        return list(await uow.inboxes.claim(token=uuid4().hex, lease=lease, limit=10_000))


async def claimed(transactions: Transactions, mailbox_id: MailboxId, *, lease: timedelta = LEASE) -> DueInbox | None:
    """Claim everything there is, as others' tests may have left some, and return the mailbox of this test."""
    found = await claim_all(transactions, lease=lease)
    return next((one for one in found if one.mailbox_id == mailbox_id), None)


async def _write_late(transactions: Transactions, inbox: DueInbox) -> None:
    async with transactions.begin(None) as uow:
        await uow.inboxes.set_aside(inbox, CURSOR, 51, "late")
        await uow.inboxes.save_cursor(inbox, CURSOR.moved_to(60))


class InboxesContract(OnTransactions):
    async def test_a_mailbox_with_a_server_is_due_at_once_and_taken_once(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        mailbox_id = await with_server(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.mailboxes.add(a_mailbox(user_id), at=NOW)
        turns = await asyncio.gather(*(claim_all(transactions) for _ in range(10)))
        mine = [one for turn in turns for one in turn if one.user_id == user_id]
        assert [(one.mailbox_id, one.login, one.connected_at, one.failures) for one in mine] == [
            (mailbox_id, a_login(), None, 0)
        ]

    async def test_a_cursor_comes_back_as_it_went_and_never_after_the_lease(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        inbox = await claimed(transactions, await with_server(transactions, user_id))
        assert inbox
        async with transactions.begin(None) as uow:
            assert await uow.inboxes.cursor(inbox, "INBOX") is None
            await uow.inboxes.save_cursor(inbox, CURSOR)
            await uow.inboxes.save_cursor(inbox, CURSOR.moved_to(50))
            assert await uow.inboxes.cursor(inbox, "INBOX") == CURSOR.moved_to(50)
            await uow.inboxes.release(inbox, state=InboxState.READ, detail=None, after=timedelta(0))
        again = await claimed(transactions, inbox.mailbox_id)
        assert again
        with pytest.raises(LeaseLost):
            await _write_late(transactions, inbox)
        async with transactions.begin(None) as uow:
            assert await uow.inboxes.cursor(again, "INBOX") == CURSOR.moved_to(50)

    async def test_a_lease_that_ran_out_is_anybodys(self, transactions: Transactions, user_id: UserId) -> None:
        mailbox_id = await with_server(transactions, user_id)
        lost = await claimed(transactions, mailbox_id, lease=timedelta(seconds=-1))
        assert lost
        assert await claimed(transactions, mailbox_id)
        with pytest.raises(LeaseLost):
            async with transactions.begin(None) as uow:
                await uow.inboxes.renew(lost, lease=LEASE)

    async def test_since_when_it_is_connected_is_said_by_the_first_reading(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        inbox = await claimed(transactions, await with_server(transactions, user_id))
        assert inbox
        async with transactions.begin(None) as uow:
            first = await uow.inboxes.renew(inbox, lease=LEASE)
        async with transactions.begin(None) as uow:
            assert await uow.inboxes.renew(inbox, lease=LEASE) == first
            await uow.inboxes.release(inbox, state=InboxState.READ, detail=None, after=timedelta(0))
        again = await claimed(transactions, inbox.mailbox_id)
        assert again
        assert again.connected_at == first

    async def test_failures_are_counted_and_put_it_off_until_it_is_read_or_set_up_anew(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        mailbox_id = await with_server(transactions, user_id)
        for failures in range(2):
            inbox = await claimed(transactions, mailbox_id)
            assert inbox
            assert inbox.failures == failures
            async with transactions.begin(None) as uow:
                await uow.inboxes.release(inbox, state=InboxState.UNREACHABLE, detail="gone", after=timedelta(0))
        inbox = await claimed(transactions, mailbox_id)
        assert inbox
        async with transactions.begin(None) as uow:
            await uow.inboxes.save_cursor(inbox, CURSOR)
            await uow.inboxes.release(inbox, state=InboxState.REFUSED, detail="no", after=timedelta(hours=1))
        assert await claimed(transactions, mailbox_id) is None
        async with transactions.begin(user_id) as uow:
            await uow.connections.put(mailbox_id, MailProtocol.IMAP, a_login(host="new.example"), at=NOW + LEASE)
        anew = await claimed(transactions, mailbox_id)
        assert anew
        assert (anew.failures, anew.login.host) == (0, "new.example")
        async with transactions.begin(None) as uow:
            assert await uow.inboxes.cursor(anew, "INBOX") is None, "the same numbers may name other mails there"

    async def test_other_settings_end_what_is_going_on(self, transactions: Transactions, user_id: UserId) -> None:
        inbox = await claimed(transactions, await with_server(transactions, user_id))
        assert inbox
        async with transactions.begin(user_id) as uow:
            await uow.connections.remove(inbox.mailbox_id, MailProtocol.IMAP)
        with pytest.raises(LeaseLost):
            async with transactions.begin(None) as uow:
                await uow.inboxes.renew(inbox, lease=LEASE)
        with pytest.raises(LeaseLost):
            await _write_late(transactions, inbox)
        assert await claimed(transactions, inbox.mailbox_id) is None

    async def test_settings_that_changed_while_it_was_read_are_tried_when_it_is_given_back(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        inbox = await claimed(transactions, await with_server(transactions, user_id))
        assert inbox
        async with transactions.begin(user_id) as uow:
            await uow.connections.put(inbox.mailbox_id, MailProtocol.IMAP, a_login(host="new.example"), at=NOW)
        assert await claimed(transactions, inbox.mailbox_id) is None, "one reads it still"
        async with transactions.begin(None) as uow:
            await uow.inboxes.release(inbox, state=InboxState.REFUSED, detail="no", after=timedelta(days=1))
        anew = await claimed(transactions, inbox.mailbox_id)
        assert anew
        assert (anew.failures, anew.login.host) == (0, "new.example")

    async def test_a_server_that_was_taken_away_is_never_due_and_one_that_comes_back_is_at_once(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        inbox = await claimed(transactions, await with_server(transactions, user_id))
        assert inbox
        async with transactions.begin(None) as uow:
            connected_at = await uow.inboxes.renew(inbox, lease=LEASE)
        async with transactions.begin(user_id) as uow:
            await uow.connections.remove(inbox.mailbox_id, MailProtocol.IMAP)
        async with transactions.begin(None) as uow:
            await uow.inboxes.release(inbox, state=InboxState.READ, detail=None, after=timedelta(0))
        assert await claimed(transactions, inbox.mailbox_id) is None
        async with transactions.begin(user_id) as uow:
            await uow.connections.put(inbox.mailbox_id, MailProtocol.IMAP, a_login(), at=NOW)
        again = await claimed(transactions, inbox.mailbox_id)
        assert again
        assert again.connected_at == connected_at

    async def test_a_password_that_is_only_sealed_anew_changes_nothing(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        inbox = await claimed(transactions, await with_server(transactions, user_id))
        assert inbox
        async with transactions.begin(user_id) as uow:
            await uow.connections.reseal(inbox.mailbox_id, MailProtocol.IMAP, b"anew")
        async with transactions.begin(None) as uow:
            await uow.inboxes.renew(inbox, lease=LEASE)
            await uow.inboxes.release(inbox, state=InboxState.READ, detail=None, after=timedelta(hours=1))
        assert await claimed(transactions, inbox.mailbox_id) is None

    async def test_whether_others_wait_is_known(self, transactions: Transactions, user_id: UserId) -> None:
        await with_server(transactions, user_id)
        async with transactions.begin(None) as uow:
            await uow.inboxes.claim(token="nobody", lease=LEASE, limit=0)
            assert await uow.inboxes.waiting()

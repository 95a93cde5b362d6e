from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import TaskId, UserId
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.ports.mailboxes import MailboxExists
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import a_mailbox
from tests.contracts.task_queue import a_task

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WISHES = Preferences(titles=("Staff Engineer",), locations=("Lisbon",))


class OfPurpose(Exception):
    """Raised in the middle of a transaction."""


class TransactionsContract:
    @pytest.fixture
    def transactions(self) -> Transactions:
        raise NotImplementedError

    def announced(self) -> Sequence[TaskId]:
        """Return the tasks that were rung for."""
        raise NotImplementedError

    async def test_what_was_written_is_there_afterwards(self, transactions: Transactions, user_id: UserId) -> None:
        async with transactions.begin(user_id) as uow:
            await uow.preferences.save(WISHES, at=NOW)
        async with transactions.begin(user_id) as uow:
            assert await uow.preferences.find() == WISHES

    async def test_an_error_undoes_everything(self, transactions: Transactions, user_id: UserId) -> None:
        async def fail_half_way() -> None:
            async with transactions.begin(user_id) as uow:
                await uow.preferences.save(WISHES, at=NOW)
                await uow.tasks.add(a_task(user_id))
                raise OfPurpose

        with pytest.raises(OfPurpose):
            await fail_half_way()
        async with transactions.begin(user_id) as uow:
            assert await uow.preferences.find() is None
        assert not self.announced()

    async def test_a_cancellation_undoes_everything(self, transactions: Transactions, user_id: UserId) -> None:
        written = asyncio.Event()

        async def interrupted() -> None:
            async with transactions.begin(user_id) as uow:
                await uow.preferences.save(WISHES, at=NOW)
                written.set()
                await asyncio.Event().wait()

        work = asyncio.create_task(interrupted())
        await written.wait()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        async with transactions.begin(user_id) as uow:
            assert await uow.preferences.find() is None

    async def test_many_cancellations_leave_it_usable(self, transactions: Transactions, user_id: UserId) -> None:
        async def write() -> None:
            async with transactions.begin(user_id) as uow:
                await uow.preferences.save(WISHES, at=NOW)

        for turns in range(40):
            work = asyncio.create_task(write())
            for _ in range(turns % 9):
                await asyncio.sleep(0)
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
        await write()
        async with transactions.begin(user_id) as uow:
            assert await uow.preferences.find() is not None

    async def test_tasks_are_announced_after_the_commit_and_not_before(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        task = a_task(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.tasks.add(task)
            assert not self.announced()
        assert self.announced() == [task.id]

    async def test_a_user_sees_nothing_of_another(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        async with transactions.begin(user_id) as uow:
            await uow.mailboxes.add(a_mailbox(user_id), at=NOW)
            await uow.preferences.save(WISHES, at=NOW)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.mailboxes.all() == []
            assert await uow.preferences.find() is None

    async def test_a_user_cannot_write_anothers_rows(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        with pytest.raises(Exception, match="row-level security"):
            async with transactions.begin(user_id) as uow:
                await uow.tasks.add(a_task(other_user_id))
        assert not self.announced()

    async def test_the_system_sees_everybodys(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        boxes = [a_mailbox(user_id), a_mailbox(other_user_id)]
        for box in boxes:
            async with transactions.begin(box.user_id) as uow:
                await uow.mailboxes.add(box, at=NOW)
        async with transactions.begin(None) as uow:
            assert (await uow.users.find(user_id)) != (await uow.users.find(other_user_id))
            assert set(await uow.mailboxes.taken([box.id for box in boxes], since=NOW)) <= {box.id for box in boxes}

    async def test_the_role_of_the_system_ends_with_its_transaction(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        for _ in range(15):  # more than there are connections
            async with transactions.begin(None) as uow:
                await uow.users.find(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.mailboxes.add(a_mailbox(user_id), at=NOW)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.mailboxes.all() == []

    async def test_a_broken_rule_is_named_in_the_domains_words(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        box = a_mailbox(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.mailboxes.add(box, at=NOW)
        with pytest.raises(MailboxExists) as twice:
            async with transactions.begin(user_id) as uow:
                await uow.mailboxes.add(a_mailbox(user_id, address=box.address.upper()), at=NOW)
        assert isinstance(twice.value, Conflict)
        async with transactions.begin(user_id) as uow:
            assert [one.id for one in await uow.mailboxes.all()] == [box.id]

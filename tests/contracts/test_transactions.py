from __future__ import annotations

import asyncio
from collections.abc import Sequence

import asyncpg
import pytest

from roleferry.adapters.memory.doorbell import MemoryDoorbell
from roleferry.adapters.postgres.transactions import PostgresTransactions
from roleferry.adapters.system import RandomIds, SystemClock
from roleferry.domain.model.ids import TaskId, UserId
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.ports.errors import Unavailable
from roleferry.ports.tasks import Doorbell
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW, a_mailbox
from tests.contracts.task_queue import a_task
from tests.contracts.transactions import TransactionsContract


class Deaf(Doorbell):
    """A queue that is away."""

    async def ring(self, task_ids: tuple[TaskId, ...] = ()) -> None:
        raise Unavailable("the queue cannot be reached")

    async def ring_events(self) -> None:
        return


class TestPostgresTransactions(TransactionsContract):
    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions, doorbell: MemoryDoorbell) -> Transactions:
        self._doorbell = doorbell
        return postgres_transactions

    def announced(self) -> Sequence[TaskId]:
        return [task for ring in self._doorbell.rung for task in ring]

    async def test_a_queue_that_is_away_costs_the_ring_alone(self, pool: asyncpg.Pool, user_id: UserId) -> None:
        deaf = PostgresTransactions(pool, doorbell=Deaf(), now=SystemClock().now, new_id=RandomIds().new)
        async with deaf.begin(user_id) as uow:
            await uow.tasks.add(task := a_task(user_id))
        assert await pool.fetchval("SELECT count(*) FROM tasks") == 0  # for nobody, nothing is there
        async with pool.acquire() as connection, connection.transaction():
            await connection.execute("SET LOCAL ROLE roleferry_system")
            assert await connection.fetchval("SELECT status FROM tasks WHERE id = $1", task.id) == "queued"

    async def test_of_two_that_wait_for_each_other_one_is_told_to_come_again(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        mailboxes = [a_mailbox(user_id), a_mailbox(user_id)]
        async with transactions.begin(user_id) as uow:
            for mailbox in mailboxes:
                await uow.mailboxes.add(mailbox, at=NOW)
        both = asyncio.Barrier(2)

        async def lock(*wanted: Mailbox) -> None:
            async with transactions.begin(user_id) as uow:
                await uow.mailboxes.find(wanted[0].id)
                await both.wait()
                await uow.mailboxes.find(wanted[1].id)

        ways = lock(*mailboxes), lock(*reversed(mailboxes))
        outcomes = await asyncio.gather(*ways, return_exceptions=True)
        assert [type(one) for one in outcomes if one is not None] == [Unavailable]

"""What adapters on PostgreSQL are tried on: a pool, people made for one test, transactions that ring in memory."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from roleferry.adapters.memory.doorbell import MemoryDoorbell
from roleferry.adapters.postgres.pool import open_pool
from roleferry.adapters.postgres.transactions import PostgresTransactions
from roleferry.adapters.system import RandomIds, SystemClock
from roleferry.domain.model.ids import UserId
from roleferry.ports.auth import Role
from roleferry.ports.transactions import Transactions

IDS = RandomIds()


@pytest.fixture
async def pool(database_url: str) -> AsyncIterator[asyncpg.Pool]:
    """The application's pool on this worker's database."""
    opened = await open_pool(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def doorbell() -> MemoryDoorbell:
    return MemoryDoorbell()


@pytest.fixture
def postgres_transactions(pool: asyncpg.Pool, doorbell: MemoryDoorbell) -> Transactions:
    return PostgresTransactions(pool, doorbell=doorbell, now=SystemClock().now, new_id=IDS.new)


@pytest.fixture
async def user_id(postgres_transactions: Transactions) -> UserId:
    """Somebody made for this test alone."""
    return await _somebody(postgres_transactions)


@pytest.fixture
async def other_user_id(postgres_transactions: Transactions) -> UserId:
    """Somebody else."""
    return await _somebody(postgres_transactions)


async def _somebody(transactions: Transactions) -> UserId:
    user_id = UserId(IDS.new())
    async with transactions.begin(None) as uow:
        await uow.users.add(user_id, email=f"{user_id.hex}@example.test", name="Ada Sample", role=Role.USER)
    return user_id

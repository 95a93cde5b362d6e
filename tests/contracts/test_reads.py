from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import asyncpg
import pytest

from roleferry.adapters.postgres.pool import open_pool
from roleferry.adapters.postgres.reads import PostgresReads, as_a_user, decided
from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.postgres.transactions import UnstorableValue
from roleferry.domain.model.ids import UserId
from roleferry.ports.transactions import Reads, Transactions
from tests.contracts.job_rows import kept_job
from tests.contracts.reads import ReadsContract

_EVERY_JOB = "SELECT id FROM jobs"
_WHO_ACTS = "SELECT current_setting('app.user_id', true) AS who"


class TestPostgresReads(ReadsContract):
    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions) -> Transactions:
        return postgres_transactions

    @pytest.fixture
    def reads(self, pool: asyncpg.Pool) -> Reads:
        return PostgresReads(pool)


@pytest.fixture
async def one_connection(database_url: str) -> AsyncIterator[asyncpg.Pool]:
    """A pool in which everybody gets the same connection."""
    opened = await open_pool(database_url, size=1)
    yield opened
    await opened.close()


async def _acting(pool: asyncpg.Pool) -> str:
    async with pool.acquire() as connection:
        return await connection.fetchval(_WHO_ACTS) or ""


async def test_the_wall_alone_shows_a_user_their_own_rows(
    one_connection: asyncpg.Pool, postgres_transactions: Transactions, user_id: UserId, other_user_id: UserId
) -> None:
    mine = await kept_job(postgres_transactions, user_id)
    theirs = await kept_job(postgres_transactions, other_user_id)
    async with one_connection.acquire() as connection:
        for asker, own in [(user_id, mine), (other_user_id, theirs)] * 5:
            rows = await connection.fetch(as_a_user(_EVERY_JOB), asker)
            assert [row["id"] for row in rows] == [own.id]
        assert await connection.fetch(_EVERY_JOB) == []


async def test_nobody_acts_after_a_read(one_connection: asyncpg.Pool, user_id: UserId) -> None:
    await PostgresReads(one_connection).many(user_id, "count_applications", user_id)
    assert await _acting(one_connection) == ""


async def test_nobody_acts_after_a_read_that_failed(
    one_connection: asyncpg.Pool, postgres_transactions: Transactions, user_id: UserId, other_user_id: UserId
) -> None:
    await kept_job(postgres_transactions, user_id)
    reads = PostgresReads(one_connection)
    with pytest.raises(UnstorableValue):
        await reads.many(user_id, "show_jobs_created", user_id, None, "\0", None, None, 21)
    assert await _acting(one_connection) == ""
    assert not await reads.many(other_user_id, "show_jobs_created", user_id, None, None, None, None, 21)


async def test_nobody_acts_after_a_read_that_was_given_up(
    database_url: str,
    one_connection: asyncpg.Pool,
    postgres_transactions: Transactions,
    user_id: UserId,
    other_user_id: UserId,
) -> None:
    job = await kept_job(postgres_transactions, user_id)
    reads = PostgresReads(one_connection)
    owner = await asyncpg.connect(database_url)
    try:
        async with owner.transaction():
            await owner.execute("LOCK TABLE pain_points IN ACCESS EXCLUSIVE MODE")
            reading = asyncio.create_task(reads.many(user_id, "list_pairs", user_id, [job.id]))
            async with asyncio.timeout(60):
                while not await owner.fetchval("SELECT count(*) FROM pg_locks WHERE NOT granted"):
                    pass
            reading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await reading
    finally:
        await owner.close()
    assert await _acting(one_connection) == ""
    assert not await reads.many(other_user_id, "show_jobs_created", user_id, None, None, None, None, 21)
    assert await reads.many(user_id, "show_jobs_created", user_id, None, None, None, None, 21)


_OPERATORS = frozenset({"show_raw_events", "count_raw_events"})
"""What operators alone may see: as a user, it cannot be run at all."""


async def test_the_user_is_set_before_a_row_is_looked_at(one_connection: asyncpg.Pool, user_id: UserId) -> None:
    shown = [name for name in STATEMENTS if name.startswith(("show_", "count_", "has_"))]
    assert len(shown) > 30
    async with one_connection.acquire() as connection:
        await connection.execute("SET plan_cache_mode = force_generic_plan")
        for name in shown:
            statement = as_a_user(STATEMENTS[name])
            await connection.execute(f"PREPARE looked_at AS {statement}")
            arguments = ", ".join(
                [*["NULL"] * (len((await connection.prepare(statement)).get_parameters()) - 1), f"'{user_id}'"]
            )
            if name in _OPERATORS:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(f"EXECUTE looked_at ({arguments})")
            else:
                plan = await connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE looked_at ({arguments})")
                _check_order(name, plan)
            await connection.execute("DEALLOCATE looked_at")


def _check_order(name: str, plan: str) -> None:
    """The plan is a nested loop: outside, the user; inside, everything else."""
    top = json.loads(plan)[0]["Plan"]
    assert top["Node Type"] == "Nested Loop", name
    setting, *rest = (one for one in top["Plans"] if one.get("Parent Relationship") != "InitPlan")
    assert setting["Node Type"] == "CTE Scan", name
    assert len(rest) == 1, name
    assert "me.id IS NOT NULL" in json.dumps(rest[0]), name


def test_what_is_known_of_the_arguments_is_decided_before_planning() -> None:
    asked = (
        "SELECT 1 WHERE a = $1 AND ($2::text IS NULL OR (b = $2)) AND ($3::uuid IS NULL OR c < ($3, $4::uuid)) LIMIT $5"
    )
    assert decided(asked, frozenset({2}), 7) == (
        "SELECT 1 WHERE a = $1 AND (true OR ($2::text IS NULL OR (b = $2)))"
        " AND (($3::uuid IS NULL OR true) AND (c < ($3, $4::uuid)))"
        " LIMIT CASE WHEN true OR $5::bigint IS NULL THEN 7 END"
    )

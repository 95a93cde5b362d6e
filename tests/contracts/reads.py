"""What a query that only shows promises: the caller's own rows, whatever it is asked with, whatever went before."""

from __future__ import annotations

import asyncio
from uuid import UUID

import pytest

from roleferry.domain.model.ids import UserId
from roleferry.ports.transactions import Reads, Transactions
from tests.contracts.job_rows import kept_application, kept_job

NOBODY = UUID("019ab7c2-7a11-7f3e-8a52-000000000000")


class ReadsContract:
    async def test_shows_a_users_own_rows(self, reads: Reads, transactions: Transactions, user_id: UserId) -> None:
        job = await kept_job(transactions, user_id)
        row = await reads.one(user_id, "show_job", user_id, job.id)
        assert row is not None
        assert row["id"] == job.id
        assert await reads.one(user_id, "show_job", user_id, NOBODY) is None

    async def test_shows_nobody_elses_even_when_asked_with_their_ids(
        self, reads: Reads, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        application = await kept_application(transactions, user_id)
        assert await reads.many(user_id, "count_applications", user_id)
        assert not await reads.many(other_user_id, "count_applications", user_id)
        assert await reads.one(other_user_id, "show_application", user_id, application.id) is None

    async def test_a_filter_that_is_not_given_leaves_nothing_out(
        self, reads: Reads, transactions: Transactions, user_id: UserId
    ) -> None:
        jobs = [await kept_job(transactions, user_id) for _ in range(3)]
        every = await reads.many(user_id, "show_jobs_created", user_id, None, None, None, None, 21)
        assert {row["id"] for row in every} == {job.id for job in jobs}
        assert [row["id"] for row in every] == [
            row["id"] for row in sorted(every, key=lambda row: (row["created_at"], row["id"]), reverse=True)
        ]
        first, last = every[0], every[-1]
        saved = True
        later = await reads.many(
            user_id, "show_jobs_created", user_id, saved, None, first["created_at"], first["id"], 21
        )
        assert [row["id"] for row in later] == [row["id"] for row in every[1:]]
        assert len(await reads.many(user_id, "show_jobs_created", user_id, None, None, None, None, 2)) == 2
        assert not await reads.many(user_id, "show_jobs_created", user_id, None, "no such word", None, None, 21)
        assert not await reads.many(
            user_id, "show_jobs_created", user_id, None, None, last["created_at"], last["id"], 21
        )

    async def test_the_system_sees_everybody(self, reads: Reads, user_id: UserId) -> None:
        row = await reads.one(None, "find_user_by_email", f"{user_id.hex}@example.test")
        assert row is not None
        assert row["id"] == user_id

    @pytest.mark.parametrize("strangers", [40])
    async def test_many_at_once_each_see_their_own(
        self, reads: Reads, transactions: Transactions, user_id: UserId, other_user_id: UserId, strangers: int
    ) -> None:
        mine, theirs = await kept_job(transactions, user_id), await kept_job(transactions, other_user_id)
        own = {user_id: mine.id, other_user_id: theirs.id}
        askers = [user_id, other_user_id] * strangers
        found = await asyncio.gather(
            *(reads.many(one, "show_jobs_created", one, None, None, None, None, 21) for one in askers)
        )
        assert [[row["id"] for row in rows] for rows in found] == [[own[one]] for one in askers]

"""What was done about a mailbox's health is done once; who is in the pool is told by nobody but its owner."""

from __future__ import annotations

from datetime import timedelta

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.warmup.pool import Pool
from roleferry.ports.health import HealthDay
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW
from tests.contracts.on_transactions import OnTransactions
from tests.contracts.sending_rows import kept_mail

_DAY = NOW.date()


class HealthRepositoryContract(OnTransactions):
    async def test_evidence_is_acted_on_once_and_silence_told_once_a_week(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        mailbox_id = (await kept_mail(transactions, user_id)).mailbox_id
        async with transactions.begin(user_id) as uow:
            assert [await uow.health.note_evidence(mailbox_id, number) for number in (7, 7, 6, 8)] == [
                *(True, False, False, True)
            ]
            days = (_DAY, _DAY + timedelta(days=6), _DAY + timedelta(days=7))
            assert [await uow.health.note_low_replies(mailbox_id, day) for day in days] == [True, False, True]

    async def test_a_day_is_written_once_and_is_nobody_elses(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        mailbox_id = (await kept_mail(transactions, user_id)).mailbox_id
        day = HealthDay(mailbox_id=mailbox_id, day=_DAY, figures={"sent": 1})
        async with transactions.begin(user_id) as uow:
            assert [await uow.health.save_days([day], at=NOW) for _ in range(2)] == [1, 0]
            assert await uow.health.last_day() == _DAY
            assert [one.id for one in await uow.health.mailboxes(mailbox_id)] == [mailbox_id]
        async with transactions.begin(other_user_id) as uow:
            assert await uow.health.last_day() is None
            assert await uow.health.mailboxes(mailbox_id) == []


class WarmupRepositoryContract(OnTransactions):
    async def test_a_mailbox_joins_once_leaves_and_is_nobody_elses(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        mailbox_id = (await kept_mail(transactions, user_id)).mailbox_id
        async with transactions.begin(user_id) as uow:
            for later in range(2):
                at = NOW + timedelta(hours=later)
                await uow.warmup.join(mailbox_id, Pool.BUILT_IN, shares_identity=True, at=at)
            member = await uow.warmup.membership(mailbox_id)
            assert member
            assert (member.pool, member.joined_at) == (Pool.BUILT_IN, NOW)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.warmup.membership(mailbox_id) is None
            assert await uow.warmup.member(mailbox_id) is None
        async with transactions.begin(user_id) as uow:
            await uow.warmup.leave(mailbox_id, at=NOW)
            assert await uow.warmup.membership(mailbox_id) is None

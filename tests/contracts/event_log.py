"""What the history of a mail promises."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import UserId
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW
from tests.contracts.on_transactions import OnTransactions
from tests.contracts.sending_rows import a_fact, kept_mail
from tests.contracts.undoing import undone


class EventLogContract(OnTransactions):
    async def test_what_is_reported_again_is_known_already(self, transactions: Transactions, user_id: UserId) -> None:
        fact = a_fact(await kept_mail(transactions, user_id), dedupe_key="delivered")
        later = replace(fact, id=uuid4(), at=NOW + timedelta(hours=1), facts={"provider": "other"})
        for facts, new in (([], 0), ([fact, replace(fact, id=uuid4())], 1), ([later], 0)):
            async with transactions.begin(user_id) as uow:
                assert await uow.events.add(facts) == new
        async with transactions.begin(user_id) as uow:
            assert await uow.events.of_mail(fact.outreach_id) == [fact]

    async def test_of_twenty_who_report_one_thing_at_once_one_is_kept(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        fact = a_fact(await kept_mail(transactions, user_id))

        async def report() -> int:
            async with transactions.begin(user_id) as uow:
                return await uow.events.add([replace(fact, id=uuid4())])

        assert sum(await asyncio.gather(*(report() for _ in range(20)))) == 1

    async def test_the_same_thing_of_two_mails_is_two_things_and_each_mail_has_its_own(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        facts = [a_fact(await kept_mail(transactions, user_id), dedupe_key="sent", type="sent") for _ in range(2)]
        async with transactions.begin(user_id) as uow:
            assert await uow.events.add(facts) == 2
            assert await uow.events.of_mail(facts[0].outreach_id) == [facts[0]]

    async def test_a_mail_has_its_history_in_the_order_it_became_known(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        mail = await kept_mail(transactions, user_id)
        clicked = a_fact(mail, type="clicked", counted=False)
        sent = a_fact(mail, type="sent", at=NOW - timedelta(days=1))
        for fact in (clicked, sent):
            async with transactions.begin(user_id) as uow:
                await uow.events.add([fact])
        async with transactions.begin(user_id) as uow:
            assert await uow.events.of_mail(mail.id) == [clicked, sent]

    async def test_what_was_undone_can_be_reported_again(self, transactions: Transactions, user_id: UserId) -> None:
        fact = a_fact(await kept_mail(transactions, user_id))
        await undone(transactions, user_id, lambda uow: uow.events.add([fact]))
        async with transactions.begin(user_id) as uow:
            assert await uow.events.of_mail(fact.outreach_id) == []
            assert await uow.events.add([fact]) == 1

    async def test_nobody_reads_or_writes_anothers_history(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        fact = a_fact(await kept_mail(transactions, user_id))
        async with transactions.begin(user_id) as uow:
            await uow.events.add([fact])
        async with transactions.begin(other_user_id) as uow:
            assert await uow.events.of_mail(fact.outreach_id) == []
        with pytest.raises(Exception, match="row-level security"):
            async with transactions.begin(other_user_id) as uow:
                await uow.events.add([replace(fact, id=uuid4(), dedupe_key="made up")])

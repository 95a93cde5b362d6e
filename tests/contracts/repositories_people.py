"""What the repositories of employers, leads, notices and raw events promise."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import CompanyId, LeadId, UserId
from roleferry.domain.model.people.company import Company, CompanyDetails, CompanyExists, CompanyNotFound
from roleferry.domain.model.people.fact import FactKind, KnownFact
from roleferry.domain.model.people.lead import Lead, LeadNotFound, LeadStatus
from roleferry.domain.model.people.source import MOCK
from roleferry.ports.raw_events import RawEvent, RawEventStatus
from roleferry.ports.transactions import Reads, Transactions
from tests.contracts.factories import NOW
from tests.contracts.on_transactions import OnTransactions
from tests.contracts.undoing import undone


def a_company(user_id: UserId, **changes: Any) -> Company:
    given: dict[str, Any] = {
        "id": CompanyId(uuid4()),
        "user_id": user_id,
        "name": "Lantern Pay Ltd",
        "name_key": "lantern pay",
        "created_at": NOW,
        "domains": ("lantern.example",),
        "details": CompanyDetails(about="Payments", timezone="Europe/Lisbon"),
        "sources": {"about": "user"},
    }
    return Company(**(given | changes))


def a_lead(user_id: UserId, **changes: Any) -> Lead:
    given: dict[str, Any] = {
        "id": LeadId(uuid4()),
        "user_id": user_id,
        "domain": f"{uuid4().hex}.example",
        "created_at": NOW,
        "company_name": "Lantern Pay",
        "data": {"notes": "met at a fair"},
    }
    return Lead(**(given | changes))


class CompanyRepositoryContract(OnTransactions):
    async def test_a_company_comes_back_as_it_went(self, transactions: Transactions, user_id: UserId) -> None:
        company = a_company(user_id)
        async with transactions.begin(user_id) as uow:
            assert await uow.companies.settle(company) == company
        async with transactions.begin(user_id) as uow:
            assert await uow.companies.find(company.id) == company
            assert await uow.companies.of_domain("lantern.example") == company
            assert await uow.companies.of_domain("other.example") is None

    async def test_many_are_settled_found_and_given_domains_at_once(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        there = a_company(user_id)
        new = [a_company(user_id, name=name, name_key=name, domains=()) for name in ("fjord", "harbour")]
        again = replace(new[0], id=CompanyId(uuid4()))
        async with transactions.begin(user_id) as uow:
            await uow.companies.settle(there)
            settled = await uow.companies.settle_whole([*new, again, replace(there, id=CompanyId(uuid4()))])
            assert {one.id for one in settled} == {there.id, *(one.id for one in new)}
            await uow.companies.save_all([replace(new[0], domains=("fjord.example", "a,b.example"))])
            assert (await uow.companies.find(new[0].id)).domains == ("fjord.example", "a,b.example")
            found = await uow.companies.of_domains(["fjord.example", "lantern.example", "other.example"])
            assert {one.id for one in found} == {there.id, new[0].id}
        async with transactions.begin(other_user_id) as uow:
            assert await uow.companies.of_domains(["fjord.example", "lantern.example"]) == []

    async def test_of_twenty_who_settle_one_name_at_once_all_get_the_same(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        async def settle() -> Company:
            async with transactions.begin(user_id) as uow:
                return await uow.companies.settle(a_company(user_id))

        assert len({one.id for one in await asyncio.gather(*(settle() for _ in range(20)))}) == 1

    async def test_many_are_settled_like_one(self, transactions: Transactions, user_id: UserId) -> None:
        standing = a_company(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.companies.settle(standing)
        cedar = a_company(user_id, name="Cedar", name_key="cedar")
        async with transactions.begin(user_id) as uow:
            settled = await uow.companies.settle_all([a_company(user_id), cedar, cedar])
        assert settled == {"lantern pay": standing.id, "cedar": cedar.id}

    async def test_a_company_cannot_take_the_name_of_another(self, transactions: Transactions, user_id: UserId) -> None:
        cedar = a_company(user_id, name="Cedar", name_key="cedar")
        async with transactions.begin(user_id) as uow:
            await uow.companies.settle_all([a_company(user_id), cedar])
        with pytest.raises(CompanyExists):
            async with transactions.begin(user_id) as uow:
                await uow.companies.save(replace(cedar, name_key="lantern pay"))

    async def test_a_company_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        company = a_company(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.companies.settle(company)
        for somebody, wanted in ((other_user_id, company.id), (user_id, CompanyId(uuid4()))):
            with pytest.raises(CompanyNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.companies.find(wanted)
        own = a_company(other_user_id)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.companies.of_domain("lantern.example") is None
            assert await uow.companies.settle(own) == own

    async def test_a_search_replaces_its_own_facts_and_never_the_persons(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        company = a_company(user_id)
        told = KnownFact(text="They open in Porto", dated=date(2026, 3, 1))
        sample = KnownFact(text="Sample", kind=FactKind.FUNDING, source=MOCK)
        async with transactions.begin(user_id) as uow:
            await uow.companies.settle(company)
            await uow.companies.replace_facts(company.id, [(uuid4(), told)], source="user", at=NOW)
            for _ in range(2):
                await uow.companies.replace_facts(company.id, [(uuid4(), sample)], source=None, at=NOW)
        async with transactions.begin(user_id) as uow:
            assert await uow.companies.facts(company.id) == [told, sample]

    async def test_an_undone_company_was_never_there(self, transactions: Transactions, user_id: UserId) -> None:
        await undone(transactions, user_id, lambda uow: uow.companies.settle(a_company(user_id)))
        async with transactions.begin(user_id) as uow:
            assert await uow.companies.of_domain("lantern.example") is None


class LeadRepositoryContract(OnTransactions):
    async def test_a_lead_comes_back_as_it_went(self, transactions: Transactions, user_id: UserId) -> None:
        lead = a_lead(user_id)
        rejected = replace(lead, status=LeadStatus.REJECTED, reason="a free-mail host", data={})
        async with transactions.begin(user_id) as uow:
            await uow.leads.add_all([lead])
            assert await uow.leads.find(lead.id) == lead
            assert await uow.leads.waiting(after=None, limit=5) == [lead]
            await uow.leads.save(rejected)
        async with transactions.begin(user_id) as uow:
            assert await uow.leads.of_domains([lead.domain]) == [rejected]
            assert await uow.leads.waiting(after=None, limit=5) == []

    async def test_a_domain_that_is_there_is_left_alone(self, transactions: Transactions, user_id: UserId) -> None:
        lead = a_lead(user_id)
        again = replace(lead, id=LeadId(uuid4()), company_name="Somebody else")
        for leads in ([lead], [again]):
            async with transactions.begin(user_id) as uow:
                await uow.leads.add_all(leads)
        async with transactions.begin(user_id) as uow:
            assert await uow.leads.of_domains([lead.domain]) == [lead]

    async def test_a_lead_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        lead = a_lead(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.leads.add_all([lead])
        for somebody, wanted in ((other_user_id, lead.id), (user_id, LeadId(uuid4()))):
            with pytest.raises(LeadNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.leads.find(wanted)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.leads.of_domains([lead.domain]) == []
            await uow.leads.save(replace(lead, company_name="Stolen"))
        async with transactions.begin(user_id) as uow:
            assert await uow.leads.find(lead.id) == lead


class NoticeRepositoryContract(OnTransactions):
    async def test_the_same_thing_is_told_once_and_to_nobody_else(
        self, transactions: Transactions, reads: Reads, user_id: UserId, other_user_id: UserId
    ) -> None:
        for _ in range(2):
            async with transactions.begin(user_id) as uow:
                await uow.notices.add("mailbox.paused", "Paused", dedupe_key="one", level="warning", bounces=3)
                await uow.notices.add("reply.came", "An answer came")
        await undone(transactions, user_id, lambda uow: uow.notices.add("never", "said"))
        told = await reads.many(user_id, "show_notices", user_id, None, None, 10)
        assert sorted(row["code"] for row in told) == ["mailbox.paused", "reply.came", "reply.came"]
        assert {(row["level"], row["facts"]["bounces"]) for row in told if row["facts"]} == {("warning", 3)}
        assert await reads.many(other_user_id, "show_notices", other_user_id, None, None, 10) == []


class RawEventsContract:
    @pytest.fixture
    def transactions(self) -> Transactions:
        """Those of a service of its own: whatever waits there is claimed."""
        raise NotImplementedError

    async def test_what_a_source_sends_again_is_known_and_one_claims_it(self, transactions: Transactions) -> None:
        event = RawEvent(
            id=uuid4(),
            provider="email-events",
            provider_event_id=uuid4().hex,
            content_type="application/json",
            body=b"\x00\xff{}",
            received_at=NOW,
        )
        for copy, is_new in ((event, True), (replace(event, id=uuid4()), False)):
            async with transactions.begin(None) as uow:
                assert await uow.raw_events.add(copy) is is_new
        soon = NOW + timedelta(minutes=1)
        async with transactions.begin(None) as uow:
            (claimed,) = await uow.raw_events.claim(now=NOW, until=soon, limit=5)
            assert claimed == replace(event, attempts=1)
        async with transactions.begin(None) as uow:
            assert await uow.raw_events.claim(now=NOW, until=soon, limit=5) == []
            (again,) = await uow.raw_events.claim(now=soon, until=soon + timedelta(minutes=1), limit=5)
            assert again == replace(event, attempts=2)
            await uow.raw_events.settle(event.id, RawEventStatus.IGNORED, at=NOW)
        later = soon + timedelta(days=1)
        async with transactions.begin(None) as uow:
            assert await uow.raw_events.claim(now=later, until=later, limit=5) == []

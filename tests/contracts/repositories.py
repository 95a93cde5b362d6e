"""What repositories promise alike: round trip, not found, conflict, stale save; each named for its port."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import ContactId, MailboxId, SuppressionId, UserId
from roleferry.domain.model.people.account import AccountNotFound
from roleferry.domain.model.people.contact import ContactExists, ContactNotFound
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.domain.model.sending.suppression import SuppressionReason
from roleferry.ports.auth import Role
from roleferry.ports.mailboxes import MailboxChanged, MailboxNotFound
from roleferry.ports.service_state import ServiceHold, Stops
from roleferry.ports.suppressions import SuppressionNotFound
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW, a_contact, a_mailbox, a_suppression
from tests.contracts.on_transactions import OnTransactions


class MailboxRepositoryContract(OnTransactions):
    async def test_a_mailbox_comes_back_as_it_went(self, transactions: Transactions, user_id: UserId) -> None:
        box = a_mailbox(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.mailboxes.add(box, at=NOW)
        async with transactions.begin(user_id) as uow:
            assert await uow.mailboxes.find(box.id) == box
            assert await uow.mailboxes.all() == [box]

    async def test_a_mailbox_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        box = a_mailbox(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.mailboxes.add(box, at=NOW)
        for somebody, wanted in ((other_user_id, box.id), (user_id, MailboxId(uuid4()))):
            with pytest.raises(MailboxNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.mailboxes.find(wanted)
            with pytest.raises(MailboxNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.mailboxes.remove(wanted)

    async def test_a_stale_mailbox_is_not_saved(self, transactions: Transactions, user_id: UserId) -> None:
        box = a_mailbox(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.mailboxes.add(box, at=NOW)
            await uow.mailboxes.save(replace(box, display_name="Ada"))
        with pytest.raises(MailboxChanged):
            async with transactions.begin(user_id) as uow:
                await uow.mailboxes.save(replace(box, display_name="Stale"))
        async with transactions.begin(user_id) as uow:
            assert (await uow.mailboxes.find(box.id)).display_name == "Ada"


class ContactRepositoryContract(OnTransactions):
    async def test_many_are_kept_at_once_as_they_are(self, transactions: Transactions, user_id: UserId) -> None:
        people = [a_contact(user_id, email=f"mia{number}@firm.example", tags=("a, b", "ü")) for number in range(3)]
        async with transactions.begin(user_id) as uow:
            await uow.contacts.add_all([])
            await uow.contacts.add_all(people)
        async with transactions.begin(user_id) as uow:
            assert [await uow.contacts.find(one.id) for one in people] == people
        with pytest.raises(ContactExists):
            async with transactions.begin(user_id) as uow:
                await uow.contacts.add_all([a_contact(user_id, email="MIA1@firm.example")])

    async def test_a_contact_comes_back_as_it_went(self, transactions: Transactions, user_id: UserId) -> None:
        contact = a_contact(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.contacts.add(contact)
        async with transactions.begin(user_id) as uow:
            assert await uow.contacts.find(contact.id) == contact
            assert await uow.contacts.of_email(str(contact.email).upper()) == contact

    async def test_one_address_is_one_contact_in_any_case(self, transactions: Transactions, user_id: UserId) -> None:
        contact = a_contact(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.contacts.add(contact)
        with pytest.raises(ContactExists):
            async with transactions.begin(user_id) as uow:
                await uow.contacts.add(a_contact(user_id, email=str(contact.email).upper()))

    async def test_of_twenty_who_add_one_address_at_once_one_does(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        async def add() -> None:
            async with transactions.begin(user_id) as uow:
                await uow.contacts.add(a_contact(user_id, email="race@firm.example"))

        outcomes = await asyncio.gather(*(add() for _ in range(20)), return_exceptions=True)
        assert outcomes.count(None) == 1
        assert sum(isinstance(one, ContactExists) for one in outcomes) == 19

    async def test_the_same_address_of_two_people_is_two_contacts(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        for somebody in (user_id, other_user_id):
            async with transactions.begin(somebody) as uow:
                await uow.contacts.add(a_contact(somebody, email="both@firm.example"))
        async with transactions.begin(user_id) as uow:
            assert len(await uow.contacts.of_emails(["both@firm.example"])) == 1

    async def test_a_contact_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        contact = a_contact(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.contacts.add(contact)
        for somebody, wanted in ((other_user_id, contact.id), (user_id, ContactId(uuid4()))):
            with pytest.raises(ContactNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.contacts.find(wanted)
            with pytest.raises(ContactNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.contacts.remove(wanted)


class SuppressionRepositoryContract(OnTransactions):
    async def test_a_suppression_binds_its_user_and_nobody_else(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        entry = a_suppression(user_id)
        async with transactions.begin(user_id) as uow:
            assert await uow.suppressions.add([entry]) == 1
            assert (await uow.suppressions.find(entry.id)).hashed == entry.hashed
            assert len(await uow.suppressions.matching([entry.hashed], user_ids=[user_id])) == 1
        async with transactions.begin(other_user_id) as uow:
            assert not await uow.suppressions.matching([entry.hashed], user_ids=[other_user_id])

    async def test_the_more_serious_reason_stays(self, transactions: Transactions, user_id: UserId) -> None:
        own = a_suppression(user_id)
        complaint = a_suppression(user_id, hashed=own.hashed, reason=SuppressionReason.COMPLAINT)
        for entry in (own, complaint, a_suppression(user_id, hashed=own.hashed)):
            async with transactions.begin(user_id) as uow:
                await uow.suppressions.add([entry])
        async with transactions.begin(user_id) as uow:
            (kept,) = await uow.suppressions.matching([own.hashed], user_ids=[user_id])
        assert kept.reason is SuppressionReason.COMPLAINT

    async def test_says_when_there_is_none(self, transactions: Transactions, user_id: UserId) -> None:
        with pytest.raises(SuppressionNotFound):
            async with transactions.begin(user_id) as uow:
                await uow.suppressions.find(SuppressionId(uuid4()))


class PreferencesRepositoryContract(OnTransactions):
    async def test_the_last_preferences_saved_are_found(self, transactions: Transactions, user_id: UserId) -> None:
        first = Preferences.of({"titles": ["Staff Engineer"], "remote": "remote only", "salary_min": 90_000})
        second = Preferences.of({"titles": ["Principal Engineer"], "locations": ["Lisbon"], "skills": ["Go"]})
        async with transactions.begin(user_id) as uow:
            assert await uow.preferences.find() is None
        for preferences in (first, second):
            async with transactions.begin(user_id) as uow:
                await uow.preferences.save(preferences, at=NOW)
                assert await uow.preferences.find() == preferences


class UserRepositoryContract(OnTransactions):
    async def test_making_an_account_twice_is_making_it_once(self, transactions: Transactions, user_id: UserId) -> None:
        async with transactions.begin(None) as uow:
            before = await uow.users.find(user_id)
            await uow.users.add(user_id, email="other@example.test", name="Other", role=Role.OPERATOR)
            assert await uow.users.find(user_id) == before

    async def test_says_when_there_is_no_account(self, transactions: Transactions) -> None:
        with pytest.raises(AccountNotFound):
            async with transactions.begin(None) as uow:
                await uow.users.find(UserId(uuid4()))


class ServiceStateContract(OnTransactions):
    async def test_sending_stops_and_goes_on(self, transactions: Transactions) -> None:
        async with transactions.begin(None) as uow:
            await uow.service_state.stop_sending("a restored backup", at=NOW, restored=True)
        async with transactions.begin(None) as uow:
            assert await uow.service_state.sending_hold() == ServiceHold(why="a restored backup", at=NOW, restored=True)
            assert (await uow.service_state.stops([])).service == "a restored backup"
            await uow.service_state.resume_sending()
        async with transactions.begin(None) as uow:
            assert await uow.service_state.sending_hold() is None
            assert await uow.service_state.stops([]) == Stops()

    async def test_one_persons_sending_stops_and_goes_on(self, transactions: Transactions, user_id: UserId) -> None:
        async with transactions.begin(None) as uow:
            await uow.service_state.stop_user(user_id, "asked us to", at=NOW)
            await uow.service_state.stop_user(user_id, "asked us to look", at=NOW)
        async with transactions.begin(None) as uow:
            stops = await uow.service_state.stops([user_id, UserId(uuid4())])
            assert stops == Stops(users={user_id: "asked us to look"})
            assert await uow.service_state.resume_user(user_id)
            assert not await uow.service_state.resume_user(user_id)
        with pytest.raises(AccountNotFound):
            async with transactions.begin(None) as uow:
                await uow.service_state.stop_user(UserId(uuid4()), "nobody", at=NOW)

    async def test_each_stretch_of_sending_has_a_larger_number(self, transactions: Transactions) -> None:
        async with transactions.begin(None) as uow:
            first = await uow.service_state.advance_epoch()
            assert await uow.service_state.epoch() == first
            second = await uow.service_state.advance_epoch(beyond=first.number - 1)
            assert second == replace(first, number=first.number + 1)
            third = await uow.service_state.advance_epoch(beyond=first.number + 100)
            assert third == replace(first, number=first.number + 101)

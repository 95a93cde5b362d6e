"""Ports of the service itself: signs of life, what is kept for a while, operators' caps, captured mail, recipients."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

from roleferry.domain.model.figures.spend_caps import Money, Vendor
from roleferry.domain.model.ids import ApplicationId, ContactId, JobId, UserId
from roleferry.ports.heartbeats import Heartbeats
from roleferry.ports.mail import Mailer
from roleferry.ports.operations import Feedback
from roleferry.ports.outbox import Outbox
from roleferry.ports.transactions import Reads, Transactions
from tests.contracts.factories import NOW, a_contact
from tests.contracts.job_rows import kept_application
from tests.contracts.mailer import a_mail
from tests.contracts.sending_rows import kept_mail

_NIGHT = date(2001, 2, 3)


class HeartbeatsContract:
    async def test_a_beat_is_seen_and_the_next_is_the_same_workers(self, heartbeats: Heartbeats, reads: Reads) -> None:
        worker = uuid4().hex
        for _ in range(2):
            await heartbeats.beat(worker)
            latest = await reads.one(None, "latest_heartbeat")
            assert latest is not None
            assert latest["age"] < 60


class HousekeepingContract:
    async def test_a_night_is_done_once_it_is_recorded(self, transactions: Transactions) -> None:
        name = uuid4().hex
        async with transactions.begin(None) as uow:
            assert await uow.housekeeping.last_run(name) is None
            for day in (_NIGHT, _NIGHT - timedelta(days=1), _NIGHT):
                await uow.housekeeping.record(name, day)
            assert await uow.housekeeping.done(name, _NIGHT)
            assert not await uow.housekeeping.done(name, _NIGHT + timedelta(days=1))
            assert await uow.housekeeping.last_run(name) == _NIGHT

    async def test_only_what_is_old_and_over_loses_its_words(self, transactions: Transactions, user_id: UserId) -> None:
        planned = await kept_mail(transactions, user_id)
        over = await kept_mail(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            await uow.outreach.save((await uow.outreach.find(over.id)).cancel("no longer wanted"))
        for before, left in ((datetime(2001, 1, 1, tzinfo=UTC), over.body), (datetime(2100, 1, 1, tzinfo=UTC), "")):
            async with transactions.begin(None) as uow:
                await uow.housekeeping.purge_bodies(before=before)
            async with transactions.begin(user_id) as uow:
                assert (await uow.outreach.find(over.id)).body == left
                assert (await uow.outreach.find(planned.id)).body == planned.body

    async def test_there_may_be_nothing_to_forget(self, transactions: Transactions) -> None:
        async with transactions.begin(None) as uow:
            assert await uow.housekeeping.forget_raw_events(before=datetime(2001, 1, 1, tzinfo=UTC)) == 0
            assert await uow.housekeeping.forget_stale() >= 0


class OperationsRepositoryContract:
    async def test_the_last_cap_set_counts(self, transactions: Transactions, reads: Reads, user_id: UserId) -> None:
        for dollars in ("12.50", "7"):
            async with transactions.begin(None) as uow:
                await uow.operations.set_cap(Vendor.SEARCH, Money.of(Decimal(dollars)), by=user_id, at=NOW)
        caps = {row["vendor"]: row["cap"] for row in await reads.many(user_id, "show_spend_caps")}
        assert caps["search"] == Money.of(Decimal(7)).micro

    async def test_answers_are_kept_as_given(self, transactions: Transactions, reads: Reads, user_id: UserId) -> None:
        before = await reads.one(None, "summarise_beta_feedback")
        given = Feedback(
            id=uuid4(),
            user_id=user_id,
            would_pay_499=True,
            suggested_price=Decimal("12.50"),
            nps=9,
            comments=None,
            created_at=NOW,
        )
        async with transactions.begin(user_id) as uow:
            await uow.operations.add_feedback(given)
        assert await reads.one(None, "summarise_beta_feedback") != before


class OutboxContract:
    async def test_shows_a_persons_mails_oldest_first_and_nobody_elses(self, mailer: Mailer, outbox: Outbox) -> None:
        later = a_mail(date=NOW + timedelta(hours=1))
        assert await outbox.mails(str(later.user_id)) == []
        await mailer.send(later)
        await mailer.send(a_mail())
        (shown,) = await outbox.mails(str(later.user_id))
        assert (shown.outreach_id, shown.message_id) == (str(later.outreach_id), later.message.message_id)
        assert (shown.recipient, shown.raw) == (str(later.message.to_address), later.mime.decode())


class RecipientReaderContract:
    async def test_reads_those_that_exist_in_the_order_given(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        application = await kept_application(transactions, user_id)
        people = [a_contact(user_id, email=f"mia{number}@firm.example") for number in range(2)]
        async with transactions.begin(user_id) as uow:
            for one in people:
                await uow.contacts.add(one)
        asked = [people[1].id, ContactId(uuid4()), people[0].id]
        about = [application.id, None, None]
        async with transactions.begin(user_id) as uow:
            found = await uow.recipients.of(asked, about)
            assert [(one.contact_id, one.application_id) for one in found] == [
                (people[1].id, application.id),
                (people[0].id, None),
            ]
            assert found[0].job_id == application.job_id
            assert (found[1].address, found[1].live_in) == ("mia0@firm.example", None)
            assert set(await uow.recipients.postings([application.job_id])) == {application.job_id}
            assert await uow.recipients.pairs([application.job_id]) == {}
            assert (await uow.recipients.employer(JobId(uuid4()))).name is None
            assert await uow.recipients.user_name() == "Ada Sample"
        async with transactions.begin(other_user_id) as uow:
            assert await uow.recipients.of(asked, about) == []
            assert await uow.recipients.postings([application.job_id]) == {}

    async def test_an_application_named_for_somebody_is_proposed(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        application, person = await kept_application(transactions, user_id), a_contact(user_id)
        async with transactions.begin(user_id) as uow:
            await uow.contacts.add(person)
            assert await uow.recipients.proposed_applications([person.id]) == {}
            await uow.contacts.target(ApplicationId(application.id), [person.id], at=NOW)
            assert await uow.recipients.proposed_applications([person.id]) == {person.id: application.id}

    async def test_who_another_campaign_writes_to_is_said(self, transactions: Transactions, user_id: UserId) -> None:
        mail = await kept_mail(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            (elsewhere,) = await uow.recipients.of([mail.contact_id], [None])
            (own,) = await uow.recipients.of([mail.contact_id], [None], campaign_id=mail.campaign_id)
        assert elsewhere.live_in
        assert own.live_in is None

"""What is kept of the log must say what the log says: sums by campaign and day, how far they go, who lags behind."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from roleferry.domain.model.figures.rollup import Tally
from roleferry.domain.model.figures.standing import Standing
from roleferry.domain.model.ids import UserId
from roleferry.ports.figures import FigureReader, Mark
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW
from tests.contracts.job_rows import kept_application
from tests.contracts.sending_rows import a_fact, kept_mail

_LATER = NOW + timedelta(days=1)
_SENT, _ANSWERED = Tally(sent=2, delivered=1), Tally(replied=1)


class FigureRepositoryContract:
    @pytest.fixture
    def transactions(self) -> Transactions:
        raise NotImplementedError

    async def test_the_log_grows_and_each_has_their_own(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        mail = await kept_mail(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            assert await uow.figures.last_number() == 0
            await uow.events.add([a_fact(mail)])
        async with transactions.begin(user_id) as uow:
            await uow.figures.lock()
            number = await uow.figures.last_number()
            (found,) = await uow.figures.facts_of_touched(after=0, sent_since=_LATER)
            assert (found.number, found.fact.mail.outreach_id) == (number, mail.id)
            assert await uow.figures.facts_of_touched(after=number, sent_since=_LATER) == []
            assert len(await uow.figures.facts_of_campaign(mail.campaign_id)) == 1
        async with transactions.begin(other_user_id) as uow:
            assert await uow.figures.last_number() == 0
            assert await uow.figures.facts_of_campaign(mail.campaign_id) == []

    async def test_cells_are_added_to(self, transactions: Transactions, user_id: UserId) -> None:
        campaign = (await kept_mail(transactions, user_id)).campaign_id
        today, tomorrow = (campaign, NOW.date()), (campaign, _LATER.date())
        async with transactions.begin(user_id) as uow:
            await uow.figures.save_cells({}, at=NOW)
            await uow.figures.save_cells({today: _SENT, tomorrow: _SENT}, at=NOW)
            await uow.figures.save_cells({tomorrow: _ANSWERED}, at=_LATER)
            assert await uow.figures.cells() == {today: _SENT, tomorrow: _SENT + _ANSWERED}

    async def test_who_has_uncounted_events_lags_behind(self, transactions: Transactions, user_id: UserId) -> None:
        mail = await kept_mail(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            assert await uow.figures.mark() is None
            await uow.events.add([a_fact(mail)])
        async with transactions.begin(None) as uow:
            assert user_id in await uow.figures.behind()
        mark = Mark(counted_to=2**60, as_of=NOW, people=Standing(contacted=1, taken={"60": 1}), total=_SENT)
        async with transactions.begin(user_id) as uow:
            await uow.figures.save_mark(mark)
            assert await uow.figures.mark() == mark
        async with transactions.begin(None) as uow:
            assert user_id not in await uow.figures.behind()


class FigureReaderContract:
    @pytest.fixture
    def transactions(self) -> Transactions:
        raise NotImplementedError

    @pytest.fixture
    def reader(self) -> FigureReader:
        raise NotImplementedError

    async def test_nobody_counted_yet(self, reader: FigureReader, user_id: UserId) -> None:
        found = await reader.figures(user_id, as_of=NOW)
        assert (found.total, found.people, found.unripe) == (Tally(), Standing(), Standing())
        assert (found.roles.applied, found.roles.mailed, found.roles.interviewed) == (0, 0, 0)
        assert found.roles.spent == Decimal(0)

    async def test_what_a_night_has_kept_and_what_is_new(
        self, reader: FigureReader, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        await kept_application(transactions, user_id)
        mail = await kept_mail(transactions, user_id)
        mark = Mark(counted_to=0, as_of=NOW, people=Standing(contacted=1, waiting={"2026-11-22": 1}), total=_SENT)
        async with transactions.begin(user_id) as uow:
            await uow.events.add([a_fact(mail, type="sent")])
            await uow.figures.save_mark(mark)
        found = await reader.figures(user_id, as_of=NOW)
        assert found.total == _SENT + Tally(sent=1)
        assert found.people == Standing(contacted=2, waiting={"2026-11-22": 1, NOW.date().isoformat(): 1})
        assert found.unripe == Standing(contacted=1)
        assert found.roles.by_stage["saved"] == 1
        assert (await reader.figures(other_user_id, as_of=NOW)).total == Tally()

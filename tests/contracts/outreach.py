from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from roleferry.domain.model.sending.outreach import Outreach
from roleferry.ports.outreach import OutreachChanged, OutreachNotFound
from tests.app import App
from tests.integration.inbound.world import TUESDAY, World, launched


class OutreachRepositoryContract:
    @pytest.fixture
    async def service(self) -> App:
        """A service of its own, so that nobody else's mail is due in it."""
        raise NotImplementedError

    async def test_a_mail_that_is_not_yours_is_not_there(self, service: App) -> None:
        world = await launched(service)
        stranger = await service.as_somebody_else()
        with pytest.raises(OutreachNotFound):
            async with service.container.transactions().begin(stranger.user_id) as uow:
                await uow.outreach.find(world.mails[0, 1])

    async def test_a_stale_mail_is_not_saved(self, service: App) -> None:
        world = await launched(service)
        mail = await world.mail(0)
        await self._save(world, mail)
        with pytest.raises(OutreachChanged):
            await self._save(world, mail)

    async def test_a_claimed_mail_is_claimed_by_nobody_else_until_its_claim_ends(self, service: App) -> None:
        await launched(service)
        transactions = service.container.transactions()
        now = TUESDAY + timedelta(minutes=1)
        async with transactions.begin(None) as first, transactions.begin(None) as second:
            assert len(await first.outreach.claim(now=now, limit=10, token="a", lease_seconds=60)) == 1
            assert await second.outreach.claim(now=now, limit=10, token="b", lease_seconds=60) == []
        async with transactions.begin(None) as third:
            assert await third.outreach.claim(now=now, limit=10, token="c", lease_seconds=60) == []
        await service.container.pool().execute("SET ROLE roleferry_system; UPDATE outreach SET lease_until = now()")
        async with transactions.begin(None) as fourth:
            (mail,) = await fourth.outreach.claim(now=now, limit=10, token="d", lease_seconds=60)
            assert await fourth.outreach.lock_claimed([mail], token="a", now=now) == frozenset()
            assert await fourth.outreach.lock_claimed([mail], token="d", now=now) == {mail.id}
            await fourth.outreach.release_claims([mail], token="a")
            assert await fourth.outreach.lock_claimed([mail], token="d", now=now) == {mail.id}
            await fourth.outreach.release_claims([mail], token="d")
        async with transactions.begin(None) as fifth:
            assert len(await fifth.outreach.claim(now=now, limit=10, token="e", lease_seconds=60)) == 1

    async def test_twenty_workers_claim_thirty_mails_of_thirty_mailboxes_each_once(self, service: App) -> None:
        people = [service, *[await service.as_somebody_else() for _ in range(29)]]
        worlds = [await launched(person, steps=1) for person in people]

        async def work() -> None:
            while (await service.container.send_due()(limit=2)).total():
                pass

        await asyncio.gather(*(work() for _ in range(20)))
        await work()
        mails = [await world.mail(0) for world in worlds]
        assert [mail.attempts for mail in mails] == [1] * 30
        assert all(mail.sent_at for mail in mails)
        assert [len(await self._captured(world)) for world in worlds] == [1] * 30

    async def _save(self, world: World, mail: Outreach) -> None:
        async with world.app.container.transactions().begin(world.app.user_id) as uow:
            await uow.outreach.save(mail)

    async def _captured(self, world: World) -> list[str]:
        return [one.outreach_id for one in await world.app.container.outbox().mails(str(world.app.user_id))]

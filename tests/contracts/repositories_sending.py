"""What the repositories of campaigns and conversations promise."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import CampaignId, CompanyId, EnrollmentId, UserId
from roleferry.domain.model.sending.campaign import CampaignHold, CampaignHoldRule, CampaignSettings
from roleferry.domain.model.sending.digest import Approval, Fingerprint
from roleferry.domain.model.sending.enrollment import EnrollmentHold, EnrollmentState, HoldReason
from roleferry.ports.campaigns import (
    AlreadyEnrolled,
    CampaignChanged,
    CampaignNameTaken,
    CampaignNotFound,
    CampaignTarget,
    TargetNotFound,
)
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW, a_contact
from tests.contracts.on_transactions import OnTransactions
from tests.contracts.sending_rows import a_campaign, an_enrollment, enrolled, kept_campaign
from tests.contracts.undoing import undone


class CampaignRepositoryContract(OnTransactions):
    async def test_a_campaign_comes_back_as_it_went(self, transactions: Transactions, user_id: UserId) -> None:
        kept = await kept_campaign(transactions, user_id)
        settings = CampaignSettings(mailbox_ids=(kept.mailbox_id,))
        hold = CampaignHold(rule=CampaignHoldRule.BREAKER_BOUNCES, observed=3, threshold=2, sample=40, at=NOW)
        launched = replace(kept.campaign, settings=settings, holds=(hold,)).launch(at=NOW, digest="seen")
        async with transactions.begin(user_id) as uow:
            assert await uow.campaigns.read(kept.campaign.id) == kept.campaign
            assert await uow.campaigns.find(kept.campaign.id) == kept.campaign
            await uow.campaigns.save(launched)
        async with transactions.begin(user_id) as uow:
            assert await uow.campaigns.find(kept.campaign.id) == replace(launched, version=1)
            assert await uow.campaigns.names() == [kept.campaign.name]

    async def test_a_stale_campaign_is_not_saved(self, transactions: Transactions, user_id: UserId) -> None:
        campaign = (await kept_campaign(transactions, user_id)).campaign
        async with transactions.begin(user_id) as uow:
            await uow.campaigns.save(replace(campaign, name="First"))
        with pytest.raises(CampaignChanged):
            async with transactions.begin(user_id) as uow:
                await uow.campaigns.save(replace(campaign, name="Stale"))
        async with transactions.begin(user_id) as uow:
            assert (await uow.campaigns.find(campaign.id)).name == "First"

    async def test_of_twenty_who_launch_one_at_once_one_does(self, transactions: Transactions, user_id: UserId) -> None:
        campaign = (await kept_campaign(transactions, user_id)).campaign

        async def launch(number: int) -> None:
            async with transactions.begin(user_id) as uow:
                await uow.campaigns.save(campaign.launch(at=NOW, digest=f"seen {number}"))

        outcomes = await asyncio.gather(*map(launch, range(20)), return_exceptions=True)
        assert outcomes.count(None) == 1
        assert sum(isinstance(one, CampaignChanged) for one in outcomes) == 19

    async def test_a_name_is_taken_once_a_user(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        name = (await kept_campaign(transactions, user_id)).campaign.name
        async with transactions.begin(other_user_id) as uow:
            await uow.campaigns.add(a_campaign(other_user_id, name=name), tone="warm", at=NOW)
        with pytest.raises(CampaignNameTaken):
            async with transactions.begin(user_id) as uow:
                await uow.campaigns.add(a_campaign(user_id, name=name), tone="warm", at=NOW)

    async def test_a_campaign_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        kept = await kept_campaign(transactions, user_id)
        for somebody, wanted in ((other_user_id, kept.campaign.id), (user_id, CampaignId(uuid4()))):
            with pytest.raises(CampaignNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.campaigns.find(wanted)
        with pytest.raises(CampaignChanged):
            async with transactions.begin(other_user_id) as uow:
                await uow.campaigns.save(kept.campaign)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.campaigns.names() == []
            assert await uow.campaigns.targets(kept.campaign.id) == []

    async def test_what_was_undone_was_never_there(self, transactions: Transactions, user_id: UserId) -> None:
        campaign = a_campaign(user_id)
        await undone(transactions, user_id, lambda uow: uow.campaigns.add(campaign, tone="warm", at=NOW))
        async with transactions.begin(user_id) as uow:
            assert await uow.campaigns.names() == []

    async def test_people_are_in_it_once_and_in_order(self, transactions: Transactions, user_id: UserId) -> None:
        kept = await kept_campaign(transactions, user_id)
        contacts = [a_contact(user_id) for _ in range(3)]
        targets = [CampaignTarget(contact_id=one.id, application_id=None) for one in contacts]
        async with transactions.begin(user_id) as uow:
            for contact in contacts:
                await uow.contacts.add(contact)
            assert await uow.campaigns.add_targets(kept.campaign.id, targets, at=NOW) == 3
        async with transactions.begin(user_id) as uow:
            again = NOW + timedelta(hours=1)
            assert await uow.campaigns.add_targets(kept.campaign.id, targets[::-1], at=again) == 0
            assert await uow.campaigns.targets(kept.campaign.id) == targets
            assert await uow.campaigns.remove_targets(kept.campaign.id, [contacts[1].id, kept.contact_id]) == 1
            assert await uow.campaigns.targets(kept.campaign.id) == [targets[0], targets[2]]

    async def test_a_draft_is_forgotten_and_what_was_launched_is_not(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        draft, launched = [(await kept_campaign(transactions, user_id)).campaign for _ in range(2)]
        async with transactions.begin(user_id) as uow:
            await uow.campaigns.save(launched.launch(at=NOW, digest="seen"))
            for campaign in (draft, launched):
                await uow.campaigns.remove(campaign.id)
            assert await uow.campaigns.names() == [launched.name]

    async def test_of_what_was_shown_the_latest_are_remembered(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        kept = await kept_campaign(transactions, user_id)
        shown = [
            Approval((Fingerprint(kept.contact_id, step, "Ben Reader", ("a", "b", "c", "d")),)) for step in range(5)
        ]
        async with transactions.begin(user_id) as uow:
            for minute, approval in enumerate(shown):
                await uow.campaigns.remember_preview(kept.campaign.id, approval, at=NOW + timedelta(minutes=minute))
        async with transactions.begin(user_id) as uow:
            known = [await uow.campaigns.preview(kept.campaign.id, one.digest) for one in shown]
        assert known[-1] == shown[-1]
        assert known[0] is None


class EnrollmentRepositoryContract(OnTransactions):
    async def test_an_enrollment_comes_back_as_it_went(self, transactions: Transactions, user_id: UserId) -> None:
        enrollment = an_enrollment(await kept_campaign(transactions, user_id))
        await enrolled(transactions, enrollment)
        held = enrollment.hold(EnrollmentHold(reason=HoldReason.AWAY, until=NOW + timedelta(days=9), at=NOW))
        async with transactions.begin(user_id) as uow:
            assert await uow.enrollments.find(enrollment.id) == enrollment
            await uow.enrollments.save(held)
        async with transactions.begin(user_id) as uow:
            assert await uow.enrollments.find(enrollment.id) == replace(held, version=1)
            assert await uow.enrollments.live_by_mailbox() == {enrollment.mailbox_id: 1}

    async def test_a_person_is_written_to_by_one_campaign_at_a_time(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        kept = await kept_campaign(transactions, user_id)
        first, other = an_enrollment(kept), a_campaign(user_id)
        await enrolled(transactions, first)
        async with transactions.begin(user_id) as uow:
            await uow.campaigns.add(other, tone="warm", at=NOW)
        with pytest.raises(AlreadyEnrolled, match="another campaign"):
            await enrolled(transactions, an_enrollment(kept, campaign_id=other.id))
        async with transactions.begin(user_id) as uow:
            await uow.enrollments.save(replace(first, state=EnrollmentState.FINISHED, ended_at=NOW))
        await enrolled(transactions, an_enrollment(kept, campaign_id=other.id))

    async def test_a_campaign_writes_to_a_person_once_even_after_the_end(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        kept = await kept_campaign(transactions, user_id)
        first = an_enrollment(kept)
        await enrolled(transactions, first)
        async with transactions.begin(user_id) as uow:
            await uow.enrollments.save(replace(first, state=EnrollmentState.REPLIED, ended_at=NOW))
        with pytest.raises(AlreadyEnrolled, match="this campaign"):
            await enrolled(transactions, an_enrollment(kept))

    async def test_of_twenty_campaigns_that_start_with_one_person_at_once_one_does(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        kept = await kept_campaign(transactions, user_id)
        campaigns = [a_campaign(user_id) for _ in range(20)]
        async with transactions.begin(user_id) as uow:
            for campaign in campaigns:
                await uow.campaigns.add(campaign, tone="warm", at=NOW)
        starts = [enrolled(transactions, an_enrollment(kept, campaign_id=one.id)) for one in campaigns]
        outcomes = await asyncio.gather(*starts, return_exceptions=True)
        assert outcomes.count(None) == 1
        assert sum(isinstance(one, AlreadyEnrolled) for one in outcomes) == 19

    async def test_stale_enrollments_are_not_saved_one_by_one_or_together(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        first = an_enrollment(await kept_campaign(transactions, user_id))
        second = an_enrollment(await kept_campaign(transactions, user_id))
        for one in (first, second):
            await enrolled(transactions, one)
        async with transactions.begin(user_id) as uow:
            await uow.enrollments.save_all([first])
        with pytest.raises(CampaignChanged):
            async with transactions.begin(user_id) as uow:
                await uow.enrollments.save(first)
        with pytest.raises(CampaignChanged):
            async with transactions.begin(user_id) as uow:
                await uow.enrollments.save_all([first, second])
        async with transactions.begin(user_id) as uow:
            assert await uow.enrollments.find(second.id) == second

    async def test_an_enrollment_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        enrollment = an_enrollment(await kept_campaign(transactions, user_id))
        await enrolled(transactions, enrollment)
        for somebody, wanted in ((other_user_id, enrollment.id), (user_id, EnrollmentId(uuid4()))):
            with pytest.raises(TargetNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.enrollments.find(wanted)
        with pytest.raises(CampaignChanged):
            async with transactions.begin(other_user_id) as uow:
                await uow.enrollments.save(enrollment)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.enrollments.of_campaign(enrollment.campaign_id, live_only=False) == []
            assert await uow.enrollments.live_by_mailbox() == {}

    async def test_an_enrollment_is_found_with_the_live_ones_of_its_company_whatever_became_of_it(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        company, elsewhere = CompanyId(uuid4()), CompanyId(uuid4())
        of_companies = [company, company, company, elsewhere, None, None]
        kept = [await kept_campaign(transactions, user_id) for _ in of_companies]
        own, live, over, stranger, *lone = [
            an_enrollment(one, company_id=at) for one, at in zip(kept, of_companies, strict=True)
        ]
        for one in (own, live, over, stranger, *lone):
            await enrolled(transactions, one)
        async with transactions.begin(user_id) as uow:
            for one in (own, over):
                await uow.enrollments.save(replace(one, state=EnrollmentState.FINISHED, ended_at=NOW))
        async with transactions.begin(user_id) as uow:
            found, colleagues = await uow.enrollments.find_with_colleagues(own.id)
            assert (found.id, [one.id for one in colleagues]) == (own.id, [live.id])
            assert await uow.enrollments.find_with_colleagues(lone[0].id) == (lone[0], [])
        with pytest.raises(TargetNotFound):
            async with transactions.begin(user_id) as uow:
                await uow.enrollments.find_with_colleagues(EnrollmentId(uuid4()))

    async def test_twenty_who_look_at_their_colleagues_at_once_wait_for_each_other_in_no_circle(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        company = CompanyId(uuid4())
        everybody = [an_enrollment(await kept_campaign(transactions, user_id), company_id=company) for _ in range(20)]
        for one in everybody:
            await enrolled(transactions, one)

        async def look(from_whom: EnrollmentId) -> int:
            async with transactions.begin(user_id) as uow:
                return len((await uow.enrollments.find_with_colleagues(from_whom))[1])

        assert await asyncio.gather(*(look(one.id) for one in everybody)) == [19] * 20

    async def test_if_one_of_many_cannot_start_none_does(self, transactions: Transactions, user_id: UserId) -> None:
        kept = await kept_campaign(transactions, user_id)
        both = [an_enrollment(kept), an_enrollment(kept)]
        with pytest.raises(AlreadyEnrolled):
            async with transactions.begin(user_id) as uow:
                await uow.enrollments.add_all(both, application_ids=[None, None], tokens=[uuid4().hex, uuid4().hex])
        async with transactions.begin(user_id) as uow:
            assert await uow.enrollments.of_campaign(kept.campaign.id, live_only=False) == []

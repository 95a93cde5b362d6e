"""One campaign's figures: the whole, each step, variant, role and company (SPEC 3.11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from roleferry.domain.model.figures.facts import fold
from roleferry.domain.model.figures.overview import by_company, by_role, by_step, by_variant
from roleferry.domain.model.figures.rollup import Tally, tally
from roleferry.domain.model.figures.standing import Standing, standing
from roleferry.domain.model.ids import ApplicationId, CampaignId, CompanyId, UserId
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignSeen:
    """Counted from the log itself: a campaign is small enough."""

    name: str
    tally: Tally
    people: Standing
    steps: Mapping[int, Tally]
    variants: Mapping[tuple[int, str], Tally]
    roles: Mapping[ApplicationId, Tally]
    companies: Mapping[CompanyId, Tally]
    names: Mapping[UUID, str]
    """What roles and companies are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeCampaign:
    """Count one campaign."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, campaign_id: CampaignId) -> CampaignSeen:
        """
        Return its figures as of now.

        Raises:
            CampaignNotFound: there is none.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            facts = await uow.figures.facts_of_campaign(campaign_id)
            records = tuple(fold(one.fact for one in facts).values())
            roles, companies = by_role(records, as_of=now), by_company(records, as_of=now)
            names = await uow.figures.names([*roles, *companies])
        return CampaignSeen(
            name=campaign.name,
            tally=tally(records, as_of=now),
            people=standing(records),
            steps=by_step(records, as_of=now),
            variants=by_variant(records, as_of=now),
            roles=roles,
            companies=companies,
            names=names,
        )

"""Find out about a company, in the background."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.search import Search
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchCompany:
    """Search once and keep what was found; again only when asked to refresh. What the person said stays."""

    transactions: Transactions
    search: Search
    clock: Clock
    ids: Ids

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return how many facts there are, whether they were `cached`, and their source.

        Raises:
            CompanyNotFound: it was removed meanwhile.
        """
        await progress(0, 1)
        company_id = CompanyId(UUID(payload["company_id"]))
        async with self.transactions.begin(user_id) as uow:
            company = await uow.companies.find(company_id)
            if company.last_refreshed_at is not None and not payload.get("refresh"):
                facts = await uow.companies.facts(company_id)
                return {"company_id": str(company_id), "cached": True, "facts": len(facts), "source": None}
        found = await self.search.company(company.name, domain=company.domains[0] if company.domains else None)
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            company = await uow.companies.find(company_id)
            await uow.companies.save(company.researched(found, at=now))
            rows = [(self.ids.new(), fact) for fact in found.facts]
            await uow.companies.replace_facts(company_id, rows, source=None, at=now)
            await uow.audit.record("company.researched", entity="company", entity_id=company_id, source=found.source)
        return {"company_id": str(company_id), "cached": False, "facts": len(rows), "source": found.source}

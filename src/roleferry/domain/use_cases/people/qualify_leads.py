"""Look at leads, in the background."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import LeadId, UserId
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions

_BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifyLeads:
    """Judge every lead that is still open by rules: is it a company's domain, and is the company known already?"""

    transactions: Transactions

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:  # noqa: ARG002 - the form of all background work
        """Return how many were qualified and how many rejected."""
        counts: Counter[str] = Counter()
        after: LeadId | None = None
        while True:
            async with self.transactions.begin(user_id) as uow:
                batch = await uow.leads.waiting(after=after, limit=_BATCH)
                for lead in batch:
                    known = await uow.companies.of_domain(lead.domain)
                    judged = lead.judged(known_as=known.name if known else None)
                    counts[judged.status.value] += 1
                    if judged != lead:
                        await uow.leads.save(judged)
            if not batch:
                return {"qualified": counts["qualified"], "rejected": counts["rejected"]}
            after = batch[-1].id
            await progress(counts.total(), None)

"""Samples in place of research; every one says that it is one."""

from __future__ import annotations

from roleferry.adapters.mock_vendors.picking import number
from roleferry.domain.model.people.company import CompanyDetails, Findings
from roleferry.domain.model.people.fact import FactKind, KnownFact
from roleferry.domain.model.people.source import MOCK
from roleferry.ports.search import Search

_FACTS = (
    (FactKind.PRODUCT_LAUNCH, "announced a new product"),
    (FactKind.FUNDING, "closed a funding round"),
    (FactKind.LEADERSHIP_CHANGE, "has a new head of engineering"),
    (FactKind.HIRING, "is hiring for several teams"),
    (FactKind.NEWS, "opened an office"),
    (FactKind.AWARD, "won an industry award"),
)


class MockSearch(Search):
    """Three to five sample facts a company, and a sample of its own words; no zone, industry or size is made up."""

    async def company(self, name: str, *, domain: str | None) -> Findings:
        start, count = number("facts", name, domain or "") % len(_FACTS), 3 + number("count", name, domain or "") % 3
        chosen = [_FACTS[(start + step) % len(_FACTS)] for step in range(count)]
        facts = tuple(
            KnownFact(text=f"Sample, not a real fact: {name} {what}.", kind=kind, source=MOCK) for kind, what in chosen
        )
        about = f"Sample text: what {name} says of itself would stand here once a search is switched on."
        return Findings(source=MOCK, details=CompanyDetails(about=about), facts=facts)

"""Made-up people at reserved addresses; nothing is ever made up about somebody who may be real."""

from __future__ import annotations

from collections.abc import Sequence

from roleferry.adapters.mock_vendors.picking import number, pick, reserved_domain
from roleferry.domain.model.people.source import MOCK
from roleferry.ports.enrichment import Enrichment, FoundPerson

_FIRST = ("Alex", "Bo", "Chris", "Dana", "Eli", "Fran", "Glen", "Hollis", "Jules", "Kim", "Lee", "Morgan")
_LAST = ("Sample", "Example", "Specimen", "Placeholder", "Mockup", "Template", "Dummy", "Testcase")
_TITLES = ("Head of Engineering", "Engineering Manager", "Technical Recruiter", "VP Engineering", "Staff Engineer")


class MockEnrichment(Enrichment):
    """The same people for the same company, under `.example.test`."""

    async def people_at(
        self, company: str, *, domain: str | None, titles: Sequence[str], limit: int
    ) -> Sequence[FoundPerson]:
        wanted = titles or _TITLES
        return [self._person(company, domain, wanted[place % len(wanted)], place) for place in range(limit)]

    async def person(
        self, full_name: str, *, company: str | None, domain: str | None, source: str
    ) -> FoundPerson | None:
        if source != MOCK:
            return None
        return FoundPerson(
            full_name=full_name, source=MOCK, role_title=pick(_TITLES, full_name, domain or company or "")
        )

    def _person(self, company: str, domain: str | None, title: str, place: int) -> FoundPerson:
        """Return the person of this place; no two places of a company share a name."""
        turn = number(company, domain or "") + place
        first = _FIRST[turn % len(_FIRST)]
        last = _LAST[turn // len(_FIRST) % len(_LAST)]
        address = f"{first}.{last}@{reserved_domain(company)}".lower()
        return FoundPerson(full_name=f"{first} {last}", source=MOCK, role_title=title, email=address)

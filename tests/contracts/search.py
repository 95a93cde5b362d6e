"""What every search for a company promises: the same findings for the same company, each with who says so."""

from __future__ import annotations

import pytest

from roleferry.ports.search import Search

NAMES = ("Lantern Pay", "", "Ümlaut & Søn GmbH", "\x00", "x" * 5_000, "{{ company }}")


class SearchContract:
    """Subclasses give a `search`."""

    @pytest.fixture
    def search(self) -> Search:
        raise NotImplementedError

    async def test_the_same_company_has_the_same_findings(self, search: Search) -> None:
        first = await search.company("Lantern Pay", domain="lantern.example")
        assert first == await search.company("Lantern Pay", domain="lantern.example")

    @pytest.mark.parametrize("name", NAMES)
    async def test_every_fact_is_of_this_company_and_says_who_knows_it(self, search: Search, name: str) -> None:
        found = await search.company(name, domain=None)
        assert found.source
        for fact in found.facts:
            assert fact.text.strip()
            assert fact.source == found.source
            assert name in fact.text or fact.source_url

    async def test_no_fact_is_told_twice(self, search: Search) -> None:
        for name in ("Lantern Pay", "Harbour Systems", "Cedar"):
            facts = (await search.company(name, domain=None)).facts
            assert len({fact.text for fact in facts}) == len(facts)

from __future__ import annotations

import pytest

from roleferry.adapters.mock_vendors import MockSearch
from roleferry.domain.model.people.fact import claimable
from roleferry.domain.model.people.source import MOCK
from roleferry.ports.search import Search
from tests.contracts.search import NAMES, SearchContract


class TestMockSearch(SearchContract):
    @pytest.fixture
    def search(self) -> Search:
        return MockSearch()

    @pytest.mark.parametrize("name", NAMES)
    async def test_samples_are_marked_and_no_mail_may_speak_of_them(self, search: Search, name: str) -> None:
        found = await search.company(name, domain=None)
        assert found.source == MOCK
        assert claimable(found.facts) == ()
        assert all(fact.text.startswith("Sample") for fact in found.facts)
        assert str(found.details.about).startswith("Sample")

    async def test_nothing_that_could_be_taken_for_knowledge_is_made_up(self, search: Search) -> None:
        found = await search.company("Lantern Pay", domain="lantern.com")
        details = found.details
        assert (details.industry, details.size, details.hq, details.timezone) == (None, None, None, None)
        assert all(fact.source_url is None and fact.dated is None for fact in found.facts)

from __future__ import annotations

import pytest

from roleferry.adapters.mock_vendors import MockEnrichment
from roleferry.domain.model.people.reserved import is_reserved
from roleferry.domain.model.people.source import MOCK, is_real
from roleferry.domain.model.sending.address import parse_address
from roleferry.ports.enrichment import Enrichment
from tests.contracts.enrichment import NAMES, EnrichmentContract


class TestMockEnrichment(EnrichmentContract):
    @pytest.fixture
    def enrichment(self) -> Enrichment:
        return MockEnrichment()

    @pytest.mark.parametrize("company", NAMES)
    async def test_samples_are_marked_and_live_where_no_mail_arrives(
        self, enrichment: Enrichment, company: str
    ) -> None:
        for person in await enrichment.people_at(company, domain="lantern.com", titles=["CTO"], limit=12):
            assert person.source == MOCK
            assert not is_real(person.source)
            assert is_reserved(parse_address(str(person.email)).domain)
            assert person.linkedin_url is None

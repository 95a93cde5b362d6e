"""What every source of people promises: the same people for the same question, marked with who says so."""

from __future__ import annotations

import pytest

from roleferry.ports.enrichment import Enrichment

NAMES = ("Lantern Pay", "", "Ümlaut & Søn GmbH", "\x00", "x" * 5_000, "'; DROP TABLE contacts; --")


class EnrichmentContract:
    """Subclasses give an `enrichment`."""

    @pytest.fixture
    def enrichment(self) -> Enrichment:
        raise NotImplementedError

    async def test_the_same_question_has_the_same_answer(self, enrichment: Enrichment) -> None:
        asked = [
            await enrichment.people_at("Lantern Pay", domain="lantern.example", titles=["CTO"], limit=5)
            for _ in range(2)
        ]
        assert asked[0] == asked[1]
        assert asked[0]

    @pytest.mark.parametrize("limit", [0, 1, 7, 40])
    async def test_gives_no_more_than_asked_for_and_nobody_twice(self, enrichment: Enrichment, limit: int) -> None:
        people = await enrichment.people_at("Lantern Pay", domain=None, titles=(), limit=limit)
        assert len(people) <= limit
        assert len({person.full_name for person in people}) == len(people)
        emails = [person.email for person in people if person.email]
        assert len(set(emails)) == len(emails)

    @pytest.mark.parametrize("company", NAMES)
    async def test_everybody_has_a_name_and_says_who_knows_them(self, enrichment: Enrichment, company: str) -> None:
        for person in await enrichment.people_at(company, domain=None, titles=(), limit=3):
            assert person.full_name.strip()
            assert person.source

    async def test_of_somebody_from_another_source_it_makes_nothing_up(self, enrichment: Enrichment) -> None:
        for source in ("user", "import", "somebody-else"):
            assert await enrichment.person("Grace Sample", company="Lantern Pay", domain=None, source=source) is None

    async def test_a_person_it_knows_keeps_their_name(self, enrichment: Enrichment) -> None:
        (somebody,) = await enrichment.people_at("Lantern Pay", domain=None, titles=(), limit=1)
        asked = [
            await enrichment.person(somebody.full_name, company="Lantern Pay", domain=None, source=somebody.source)
            for _ in range(2)
        ]
        assert asked[0] == asked[1]
        assert asked[0] is not None
        assert (asked[0].full_name, asked[0].source) == (somebody.full_name, somebody.source)

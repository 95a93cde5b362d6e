"""What every orchestrator promises: announcing costs nothing but an answer."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from roleferry.ports.orchestration import Orchestrator


class OrchestratorContract:
    """Subclasses give an `orchestrator`."""

    @pytest.fixture
    def orchestrator(self) -> Orchestrator:
        raise NotImplementedError

    @pytest.mark.parametrize("facts", [{}, {"campaign_id": "0198"}, {"": "\x00"}])
    async def test_says_of_everything_whether_somebody_took_it(
        self, orchestrator: Orchestrator, facts: Mapping[str, str]
    ) -> None:
        before = dict(facts)
        assert await orchestrator.announce("campaign.launched", facts) in {True, False}
        assert facts == before

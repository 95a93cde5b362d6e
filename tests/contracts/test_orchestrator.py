from __future__ import annotations

import pytest

from roleferry.adapters.memory.orchestrator import WorkerOrchestrator
from roleferry.ports.orchestration import Orchestrator
from tests.contracts.orchestrator import OrchestratorContract


class TestWorkerOrchestrator(OrchestratorContract):
    @pytest.fixture
    def orchestrator(self) -> Orchestrator:
        return WorkerOrchestrator()

    async def test_leaves_everything_to_our_own_worker(self, orchestrator: Orchestrator) -> None:
        assert await orchestrator.announce("campaign.launched", {"campaign_id": "0198"}) is False

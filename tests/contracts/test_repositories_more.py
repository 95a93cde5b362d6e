from __future__ import annotations

import pytest

from roleferry.ports.transactions import Transactions
from tests.contracts.repositories_sending import (
    CampaignRepositoryContract,
    EnrollmentRepositoryContract,
    EventLogContract,
)


class _OnPostgres:
    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions) -> Transactions:
        return postgres_transactions


class TestPostgresCampaigns(_OnPostgres, CampaignRepositoryContract):
    pass


class TestPostgresEnrollments(_OnPostgres, EnrollmentRepositoryContract):
    pass


class TestPostgresEventLog(_OnPostgres, EventLogContract):
    pass

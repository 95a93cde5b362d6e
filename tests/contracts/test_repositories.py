from __future__ import annotations

import pytest

from roleferry.ports.transactions import Transactions
from tests.contracts.connections import ConnectionRepositoryContract
from tests.contracts.repositories import (
    ContactRepositoryContract,
    MailboxRepositoryContract,
    PreferencesRepositoryContract,
    ServiceStateContract,
    SuppressionRepositoryContract,
    UserRepositoryContract,
)


class _OnPostgres:
    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions) -> Transactions:
        return postgres_transactions


class TestPostgresMailboxes(_OnPostgres, MailboxRepositoryContract):
    pass


class TestPostgresContacts(_OnPostgres, ContactRepositoryContract):
    pass


class TestPostgresSuppressions(_OnPostgres, SuppressionRepositoryContract):
    pass


class TestPostgresPreferences(_OnPostgres, PreferencesRepositoryContract):
    pass


class TestPostgresUsers(_OnPostgres, UserRepositoryContract):
    pass


class TestPostgresServiceState(_OnPostgres, ServiceStateContract):
    pass


class TestPostgresConnections(_OnPostgres, ConnectionRepositoryContract):
    pass

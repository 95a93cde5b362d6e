import pytest

from roleferry.ports.transactions import Transactions
from tests.contracts.inboxes import InboxesContract


class TestPostgresInboxes(InboxesContract):
    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions) -> Transactions:
        return postgres_transactions

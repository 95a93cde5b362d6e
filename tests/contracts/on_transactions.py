"""What contracts of rows are tried on."""

from __future__ import annotations

import asyncpg
import pytest

from roleferry.adapters.postgres.reads import PostgresReads
from roleferry.ports.transactions import Reads, Transactions


class OnTransactions:
    """A contract whose adapters say on which transactions it is tried, and by which reads it is looked at."""

    @pytest.fixture
    def transactions(self) -> Transactions:
        raise NotImplementedError

    @pytest.fixture
    def reads(self) -> Reads:
        raise NotImplementedError


class OnPostgres:
    """On the database all contracts share."""

    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions) -> Transactions:
        return postgres_transactions

    @pytest.fixture
    def reads(self, pool: asyncpg.Pool) -> Reads:
        return PostgresReads(pool)

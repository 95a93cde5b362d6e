from __future__ import annotations

from pathlib import Path

import asyncpg
import pytest

from roleferry.adapters.captured_mail import CapturedMailer, CapturedOutbox
from roleferry.adapters.postgres.figures import PostgresFigureReader
from roleferry.adapters.postgres.heartbeats import PostgresHeartbeats
from roleferry.adapters.postgres.reads import PostgresReads
from roleferry.ports.figures import FigureReader
from roleferry.ports.heartbeats import Heartbeats
from roleferry.ports.mail import Mailer
from roleferry.ports.outbox import Outbox
from roleferry.ports.transactions import Reads, Transactions
from tests.contracts.figures import FigureReaderContract, FigureRepositoryContract
from tests.contracts.health_and_pool import HealthRepositoryContract, WarmupRepositoryContract
from tests.contracts.service import (
    HeartbeatsContract,
    HousekeepingContract,
    OperationsRepositoryContract,
    OutboxContract,
    RecipientReaderContract,
)


class _OnPostgres:
    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions) -> Transactions:
        return postgres_transactions

    @pytest.fixture
    def reads(self, pool: asyncpg.Pool) -> Reads:
        return PostgresReads(pool)


class TestPostgresHealth(_OnPostgres, HealthRepositoryContract):
    pass


class TestPostgresWarmup(_OnPostgres, WarmupRepositoryContract):
    pass


class TestPostgresFigures(_OnPostgres, FigureRepositoryContract):
    pass


class TestPostgresFigureReader(_OnPostgres, FigureReaderContract):
    @pytest.fixture
    def reader(self, reads: Reads) -> FigureReader:
        return PostgresFigureReader(reads)


class TestPostgresHeartbeats(_OnPostgres, HeartbeatsContract):
    @pytest.fixture
    def heartbeats(self, pool: asyncpg.Pool) -> Heartbeats:
        return PostgresHeartbeats(pool)


class TestPostgresHousekeeping(_OnPostgres, HousekeepingContract):
    pass


class TestPostgresOperations(_OnPostgres, OperationsRepositoryContract):
    pass


class TestPostgresRecipients(_OnPostgres, RecipientReaderContract):
    pass


class TestCapturedOutbox(OutboxContract):
    @pytest.fixture
    def mailer(self, tmp_path: Path) -> Mailer:
        return CapturedMailer(tmp_path)

    @pytest.fixture
    def outbox(self, tmp_path: Path) -> Outbox:
        return CapturedOutbox(tmp_path)

from __future__ import annotations

from pathlib import Path

import asyncpg
import pytest

from roleferry.adapters.captured_mail import CapturedMailer, CapturedOutbox
from roleferry.adapters.postgres.figures import PostgresFigureReader
from roleferry.adapters.postgres.heartbeats import PostgresHeartbeats
from roleferry.ports.figures import FigureReader
from roleferry.ports.heartbeats import Heartbeats
from roleferry.ports.mail import Mailer
from roleferry.ports.outbox import Outbox
from roleferry.ports.transactions import Reads
from tests.contracts.figures import FigureReaderContract, FigureRepositoryContract
from tests.contracts.health_and_pool import HealthRepositoryContract, WarmupRepositoryContract
from tests.contracts.on_transactions import OnPostgres
from tests.contracts.service import (
    HeartbeatsContract,
    HousekeepingContract,
    OperationsRepositoryContract,
    OutboxContract,
    RecipientReaderContract,
)


class TestPostgresHealth(OnPostgres, HealthRepositoryContract):
    pass


class TestPostgresWarmup(OnPostgres, WarmupRepositoryContract):
    pass


class TestPostgresFigures(OnPostgres, FigureRepositoryContract):
    pass


class TestPostgresFigureReader(OnPostgres, FigureReaderContract):
    @pytest.fixture
    def reader(self, reads: Reads) -> FigureReader:
        return PostgresFigureReader(reads)


class TestPostgresHeartbeats(OnPostgres, HeartbeatsContract):
    @pytest.fixture
    def heartbeats(self, pool: asyncpg.Pool) -> Heartbeats:
        return PostgresHeartbeats(pool)


class TestPostgresHousekeeping(OnPostgres, HousekeepingContract):
    pass


class TestPostgresOperations(OnPostgres, OperationsRepositoryContract):
    pass


class TestPostgresRecipients(OnPostgres, RecipientReaderContract):
    pass


class TestCapturedOutbox(OutboxContract):
    @pytest.fixture
    def mailer(self, tmp_path: Path) -> Mailer:
        return CapturedMailer(tmp_path)

    @pytest.fixture
    def outbox(self, tmp_path: Path) -> Outbox:
        return CapturedOutbox(tmp_path)

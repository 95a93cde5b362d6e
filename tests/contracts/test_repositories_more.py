from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest

from roleferry.adapters.memory.doorbell import MemoryDoorbell
from roleferry.adapters.postgres.pool import open_pool
from roleferry.adapters.postgres.reads import PostgresReads
from roleferry.adapters.postgres.transactions import PostgresTransactions
from roleferry.adapters.system import RandomIds, SystemClock
from roleferry.ports.transactions import Reads, Transactions
from tests.contracts.event_log import EventLogContract
from tests.contracts.repositories_jobs import (
    ApplicationRepositoryContract,
    JobRepositoryContract,
    PainPointRepositoryContract,
)
from tests.contracts.repositories_people import (
    CompanyRepositoryContract,
    LeadRepositoryContract,
    NoticeRepositoryContract,
    RawEventsContract,
)
from tests.contracts.repositories_sending import CampaignRepositoryContract, EnrollmentRepositoryContract
from tests.contracts.repositories_writing import (
    OfferRepositoryContract,
    ReplyRepositoryContract,
    ResumeRepositoryContract,
    SequenceRepositoryContract,
)


class _OnPostgres:
    @pytest.fixture
    def transactions(self, postgres_transactions: Transactions) -> Transactions:
        return postgres_transactions

    @pytest.fixture
    def reads(self, pool: asyncpg.Pool) -> Reads:
        return PostgresReads(pool)


class TestPostgresCampaigns(_OnPostgres, CampaignRepositoryContract):
    pass


class TestPostgresEnrollments(_OnPostgres, EnrollmentRepositoryContract):
    pass


class TestPostgresEventLog(_OnPostgres, EventLogContract):
    pass


class TestPostgresJobs(_OnPostgres, JobRepositoryContract):
    pass


class TestPostgresApplications(_OnPostgres, ApplicationRepositoryContract):
    pass


class TestPostgresPainPoints(_OnPostgres, PainPointRepositoryContract):
    pass


class TestPostgresCompanies(_OnPostgres, CompanyRepositoryContract):
    pass


class TestPostgresLeads(_OnPostgres, LeadRepositoryContract):
    pass


class TestPostgresNotices(_OnPostgres, NoticeRepositoryContract):
    pass


class TestPostgresRawEvents(RawEventsContract):
    @pytest.fixture
    async def transactions(self, fresh_database_url: str, doorbell: MemoryDoorbell) -> AsyncIterator[Transactions]:
        pool = await open_pool(fresh_database_url)
        yield PostgresTransactions(pool, doorbell=doorbell, now=SystemClock().now, new_id=RandomIds().new)
        await pool.close()


class TestPostgresResumes(_OnPostgres, ResumeRepositoryContract):
    pass


class TestPostgresOffers(_OnPostgres, OfferRepositoryContract):
    pass


class TestPostgresSequences(_OnPostgres, SequenceRepositoryContract):
    pass


class TestPostgresReplies(_OnPostgres, ReplyRepositoryContract):
    pass

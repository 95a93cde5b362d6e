from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from roleferry.adapters.memory.doorbell import MemoryDoorbell
from roleferry.adapters.postgres.pool import open_pool
from roleferry.adapters.postgres.transactions import PostgresTransactions
from roleferry.adapters.system import RandomIds, SystemClock
from roleferry.ports.transactions import Transactions
from tests.contracts.connections import ConnectionRepositoryContract
from tests.contracts.event_log import EventLogContract
from tests.contracts.on_transactions import OnPostgres
from tests.contracts.repositories import (
    ContactRepositoryContract,
    MailboxRepositoryContract,
    PreferencesRepositoryContract,
    ServiceStateContract,
    SuppressionRepositoryContract,
    UserRepositoryContract,
)
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


class TestPostgresMailboxes(OnPostgres, MailboxRepositoryContract):
    pass


class TestPostgresContacts(OnPostgres, ContactRepositoryContract):
    pass


class TestPostgresSuppressions(OnPostgres, SuppressionRepositoryContract):
    pass


class TestPostgresPreferences(OnPostgres, PreferencesRepositoryContract):
    pass


class TestPostgresUsers(OnPostgres, UserRepositoryContract):
    pass


class TestPostgresServiceState(OnPostgres, ServiceStateContract):
    pass


class TestPostgresConnections(OnPostgres, ConnectionRepositoryContract):
    pass


class TestPostgresCampaigns(OnPostgres, CampaignRepositoryContract):
    pass


class TestPostgresEnrollments(OnPostgres, EnrollmentRepositoryContract):
    pass


class TestPostgresEventLog(OnPostgres, EventLogContract):
    pass


class TestPostgresJobs(OnPostgres, JobRepositoryContract):
    pass


class TestPostgresApplications(OnPostgres, ApplicationRepositoryContract):
    pass


class TestPostgresPainPoints(OnPostgres, PainPointRepositoryContract):
    pass


class TestPostgresCompanies(OnPostgres, CompanyRepositoryContract):
    pass


class TestPostgresLeads(OnPostgres, LeadRepositoryContract):
    pass


class TestPostgresNotices(OnPostgres, NoticeRepositoryContract):
    pass


class TestPostgresRawEvents(RawEventsContract):
    @pytest.fixture
    async def transactions(self, fresh_database_url: str, doorbell: MemoryDoorbell) -> AsyncIterator[Transactions]:
        pool = await open_pool(fresh_database_url)
        yield PostgresTransactions(pool, doorbell=doorbell, now=SystemClock().now, new_id=RandomIds().new)
        await pool.close()


class TestPostgresResumes(OnPostgres, ResumeRepositoryContract):
    pass


class TestPostgresOffers(OnPostgres, OfferRepositoryContract):
    pass


class TestPostgresSequences(OnPostgres, SequenceRepositoryContract):
    pass


class TestPostgresReplies(OnPostgres, ReplyRepositoryContract):
    pass

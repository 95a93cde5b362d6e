"""The unit of work on PostgreSQL: one connection, one transaction, one user."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import structlog

from roleferry.adapters.postgres.applications import PostgresApplications
from roleferry.adapters.postgres.audit import PostgresAudit
from roleferry.adapters.postgres.campaigns import PostgresCampaigns
from roleferry.adapters.postgres.companies import PostgresCompanies
from roleferry.adapters.postgres.connections import PostgresConnections
from roleferry.adapters.postgres.constraints import error_for
from roleferry.adapters.postgres.contacts import PostgresContacts
from roleferry.adapters.postgres.enrollments import PostgresEnrollments
from roleferry.adapters.postgres.events import PostgresEventLog
from roleferry.adapters.postgres.figures import PostgresFigures
from roleferry.adapters.postgres.health import PostgresHealth
from roleferry.adapters.postgres.housekeeping import PostgresHousekeeping
from roleferry.adapters.postgres.inboxes import PostgresInboxes
from roleferry.adapters.postgres.jobs import PostgresJobs
from roleferry.adapters.postgres.leads import PostgresLeads
from roleferry.adapters.postgres.mailboxes import PostgresMailboxes
from roleferry.adapters.postgres.notices import PostgresNotices
from roleferry.adapters.postgres.offers import PostgresOffers
from roleferry.adapters.postgres.operations import PostgresOperations
from roleferry.adapters.postgres.outreach import PostgresOutreach
from roleferry.adapters.postgres.pain_points import PostgresPainPoints
from roleferry.adapters.postgres.preferences import PostgresPreferences
from roleferry.adapters.postgres.raw_events import PostgresRawEvents
from roleferry.adapters.postgres.recipients import PostgresRecipients
from roleferry.adapters.postgres.replies import PostgresReplies
from roleferry.adapters.postgres.resumes import PostgresResumes
from roleferry.adapters.postgres.sequences import PostgresSequences
from roleferry.adapters.postgres.service_state import PostgresServiceState
from roleferry.adapters.postgres.suppressions import PostgresSuppressions
from roleferry.adapters.postgres.tasks import PostgresTasks
from roleferry.adapters.postgres.users import PostgresUsers
from roleferry.adapters.postgres.warmup import PostgresWarmup
from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import UserId
from roleferry.ports.errors import Unavailable
from roleferry.ports.tasks import Doorbell
from roleferry.ports.transactions import Transactions, UnitOfWork

log = structlog.get_logger()


class UnstorableValue(Invalid):
    """A value cannot be kept."""

    code = "value.unstorable"


_CONNECTION_LOST = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # so it says when the server dies between two messages
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    OSError,
)


class PostgresUnitOfWork(UnitOfWork):
    """Repositories on one connection, made when asked for; only the tasks remember, for the announcement."""

    def __init__(self, connection: Any, user_id: UserId | None, *, now: datetime, new_id: Callable[[], UUID]) -> None:
        self._connection = connection
        self._now = now
        self._new_id = new_id
        self.user_id = user_id
        self._tasks = PostgresTasks(connection, user_id)

    @property
    def tasks(self) -> PostgresTasks:
        return self._tasks

    @property
    def users(self) -> PostgresUsers:
        return PostgresUsers(self._connection, self.user_id)

    @property
    def audit(self) -> PostgresAudit:
        return PostgresAudit(self._connection, self.user_id, now=self._now, new_id=self._new_id)

    @property
    def preferences(self) -> PostgresPreferences:
        return PostgresPreferences(self._connection, self.user_id)

    @property
    def mailboxes(self) -> PostgresMailboxes:
        return PostgresMailboxes(self._connection, self.user_id)

    @property
    def connections(self) -> PostgresConnections:
        return PostgresConnections(self._connection, self.user_id)

    @property
    def campaigns(self) -> PostgresCampaigns:
        return PostgresCampaigns(self._connection, self.user_id)

    @property
    def enrollments(self) -> PostgresEnrollments:
        return PostgresEnrollments(self._connection, self.user_id)

    @property
    def outreach(self) -> PostgresOutreach:
        return PostgresOutreach(self._connection, self.user_id)

    @property
    def suppressions(self) -> PostgresSuppressions:
        return PostgresSuppressions(self._connection, self.user_id)

    @property
    def events(self) -> PostgresEventLog:
        return PostgresEventLog(self._connection, self.user_id)

    @property
    def raw_events(self) -> PostgresRawEvents:
        return PostgresRawEvents(self._connection, self.user_id)

    @property
    def inboxes(self) -> PostgresInboxes:
        return PostgresInboxes(self._connection, self.user_id)

    @property
    def replies(self) -> PostgresReplies:
        return PostgresReplies(self._connection, self.user_id)

    @property
    def health(self) -> PostgresHealth:
        return PostgresHealth(self._connection, self.user_id)

    @property
    def warmup(self) -> PostgresWarmup:
        return PostgresWarmup(self._connection, self.user_id)

    @property
    def housekeeping(self) -> PostgresHousekeeping:
        return PostgresHousekeeping(self._connection, self.user_id)

    @property
    def service_state(self) -> PostgresServiceState:
        return PostgresServiceState(self._connection, self.user_id)

    @property
    def resumes(self) -> PostgresResumes:
        return PostgresResumes(self._connection, self.user_id)

    @property
    def jobs(self) -> PostgresJobs:
        return PostgresJobs(self._connection, self.user_id)

    @property
    def applications(self) -> PostgresApplications:
        return PostgresApplications(self._connection, self.user_id, now=self._now)

    @property
    def pain_points(self) -> PostgresPainPoints:
        return PostgresPainPoints(self._connection, self.user_id)

    @property
    def notices(self) -> PostgresNotices:
        return PostgresNotices(self._connection, self.user_id, now=self._now, new_id=self._new_id)

    @property
    def contacts(self) -> PostgresContacts:
        return PostgresContacts(self._connection, self.user_id)

    @property
    def companies(self) -> PostgresCompanies:
        return PostgresCompanies(self._connection, self.user_id)

    @property
    def offers(self) -> PostgresOffers:
        return PostgresOffers(self._connection, self.user_id)

    @property
    def sequences(self) -> PostgresSequences:
        return PostgresSequences(self._connection, self.user_id)

    @property
    def recipients(self) -> PostgresRecipients:
        return PostgresRecipients(self._connection, self.user_id)

    @property
    def leads(self) -> PostgresLeads:
        return PostgresLeads(self._connection, self.user_id)

    @property
    def operations(self) -> PostgresOperations:
        return PostgresOperations(self._connection, self.user_id)

    @property
    def figures(self) -> PostgresFigures:
        return PostgresFigures(self._connection, self.user_id)


class PostgresTransactions(Transactions):
    """Transactions on a pool; rings the doorbell for the tasks a transaction added, after it committed."""

    def __init__(
        self, pool: asyncpg.Pool, *, doorbell: Doorbell, now: Callable[[], datetime], new_id: Callable[[], UUID]
    ) -> None:
        self._pool = pool
        self._doorbell = doorbell
        self._now = now
        self._new_id = new_id

    @asynccontextmanager
    async def begin(self, user_id: UserId | None) -> AsyncIterator[PostgresUnitOfWork]:
        try:
            async with self._pool.acquire() as connection:
                await connection.execute(opening(user_id))
                uow = PostgresUnitOfWork(connection, user_id, now=self._now(), new_id=self._new_id)
                try:
                    yield uow
                except BaseException:
                    await asyncio.shield(connection.execute("ROLLBACK"))
                    raise
                await connection.execute("COMMIT")
        except asyncpg.IntegrityConstraintViolationError as broken:
            raise error_for(broken) from broken
        except asyncpg.DataError as error:
            raise UnstorableValue("a value is out of the range this service can keep") from error
        except asyncpg.DeadlockDetectedError as undone:
            raise Unavailable("somebody else was changing the same things") from undone
        except _CONNECTION_LOST as lost:
            raise Unavailable("the database cannot be reached") from lost
        await self._announce(uow)

    async def _announce(self, uow: PostgresUnitOfWork) -> None:
        if not uow.tasks.added:
            return
        try:
            await self._doorbell.ring(tuple(uow.tasks.added))
        except Unavailable:
            log.warning("doorbell.unheard", tasks=len(uow.tasks.added))


def opening(user_id: UserId | None, *, read_only: bool = False) -> str:
    """Return the one batch that opens a transaction for a user, or (None) for the system role."""
    mode = "BEGIN READ ONLY" if read_only else "BEGIN"
    if user_id is None:
        return f"{mode}; SET LOCAL ROLE roleferry_system"
    return f"{mode}; SET LOCAL app.user_id = '{UUID(str(user_id))}'"

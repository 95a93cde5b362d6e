"""Everything that is written, in one transaction that is opened for one user (SPEC 8)."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol
from uuid import UUID

from roleferry.domain.model.ids import UserId
from roleferry.ports.campaigns import CampaignRepository, EnrollmentRepository
from roleferry.ports.companies import CompanyRepository
from roleferry.ports.connections import ConnectionRepository
from roleferry.ports.contacts import ContactRepository
from roleferry.ports.events import EventLog
from roleferry.ports.figures import FigureRepository
from roleferry.ports.health import HealthRepository
from roleferry.ports.housekeeping import Housekeeping
from roleferry.ports.inboxes import Inboxes
from roleferry.ports.jobs import ApplicationRepository, JobRepository, PainPointRepository
from roleferry.ports.leads import LeadRepository
from roleferry.ports.mailboxes import MailboxRepository
from roleferry.ports.notices import NoticeRepository
from roleferry.ports.offers import OfferRepository
from roleferry.ports.operations import OperationsRepository
from roleferry.ports.outreach import OutreachRepository
from roleferry.ports.preferences import PreferencesRepository
from roleferry.ports.raw_events import RawEvents
from roleferry.ports.recipients import RecipientReader
from roleferry.ports.replies import ReplyRepository
from roleferry.ports.resumes import ResumeRepository
from roleferry.ports.sequences import SequenceRepository
from roleferry.ports.service_state import ServiceState
from roleferry.ports.suppressions import SuppressionRepository
from roleferry.ports.tasks import Tasks
from roleferry.ports.users import UserRepository
from roleferry.ports.warmup import WarmupRepository


class Audit(Protocol):
    """The append-only log of key actions."""

    @abstractmethod
    async def record(
        self, action: str, *, entity: str, entity_id: UUID | None = None, user_id: UserId | None = None, **facts: object
    ) -> None:
        """Write down what was done, by whom and when; the system names whose data it touched."""


class UnitOfWork(Protocol):
    """What a use case may touch in one transaction; every repository hangs here."""

    user_id: UserId | None

    @property
    @abstractmethod
    def tasks(self) -> Tasks: ...

    @property
    @abstractmethod
    def users(self) -> UserRepository: ...

    @property
    @abstractmethod
    def audit(self) -> Audit: ...

    @property
    @abstractmethod
    def preferences(self) -> PreferencesRepository: ...

    @property
    @abstractmethod
    def mailboxes(self) -> MailboxRepository: ...

    @property
    @abstractmethod
    def connections(self) -> ConnectionRepository: ...

    @property
    @abstractmethod
    def campaigns(self) -> CampaignRepository: ...

    @property
    @abstractmethod
    def enrollments(self) -> EnrollmentRepository: ...

    @property
    @abstractmethod
    def outreach(self) -> OutreachRepository: ...

    @property
    @abstractmethod
    def suppressions(self) -> SuppressionRepository: ...

    @property
    @abstractmethod
    def events(self) -> EventLog: ...

    @property
    @abstractmethod
    def raw_events(self) -> RawEvents: ...

    @property
    @abstractmethod
    def inboxes(self) -> Inboxes: ...

    @property
    @abstractmethod
    def replies(self) -> ReplyRepository: ...

    @property
    @abstractmethod
    def figures(self) -> FigureRepository: ...

    @property
    @abstractmethod
    def health(self) -> HealthRepository: ...

    @property
    @abstractmethod
    def warmup(self) -> WarmupRepository: ...

    @property
    @abstractmethod
    def housekeeping(self) -> Housekeeping: ...

    @property
    @abstractmethod
    def service_state(self) -> ServiceState: ...

    @property
    @abstractmethod
    def resumes(self) -> ResumeRepository: ...

    @property
    @abstractmethod
    def jobs(self) -> JobRepository: ...

    @property
    @abstractmethod
    def applications(self) -> ApplicationRepository: ...

    @property
    @abstractmethod
    def pain_points(self) -> PainPointRepository: ...

    @property
    @abstractmethod
    def notices(self) -> NoticeRepository: ...

    @property
    @abstractmethod
    def contacts(self) -> ContactRepository: ...

    @property
    @abstractmethod
    def companies(self) -> CompanyRepository: ...

    @property
    @abstractmethod
    def offers(self) -> OfferRepository: ...

    @property
    @abstractmethod
    def sequences(self) -> SequenceRepository: ...

    @property
    @abstractmethod
    def recipients(self) -> RecipientReader: ...

    @property
    @abstractmethod
    def leads(self) -> LeadRepository: ...

    @property
    @abstractmethod
    def operations(self) -> OperationsRepository: ...


class Transactions(Protocol):
    """Open transactions."""

    @abstractmethod
    def begin(self, user_id: UserId | None) -> AbstractAsyncContextManager[UnitOfWork]:
        """
        Open a transaction for a user, or (None) for the system, which sees every user's rows.

        Commits on a clean exit, else rolls back; tasks that were added are announced after the commit.

        Raises:
            Unavailable: the database cannot be reached.
            Conflict: a rule the database keeps was broken; the error is named after the constraint.
        """


class Reads(Protocol):
    """Queries that only show: from a named statement straight to rows, for one user, or (None) for the system."""

    @abstractmethod
    async def many(self, user_id: UserId | None, query: str, *args: object) -> Sequence[Mapping[str, Any]]:
        """Return every row of the query."""

    @abstractmethod
    async def one(self, user_id: UserId | None, query: str, *args: object) -> Mapping[str, Any] | None:
        """Return the first row, if there is one."""

"""Single mails: kept, claimed for sending, settled."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from roleferry.domain.model.errors import Conflict, NotFound
from roleferry.domain.model.ids import (
    ApplicationId,
    CampaignId,
    CompanyId,
    ContactId,
    EnrollmentId,
    MailboxId,
    OutreachId,
    UserId,
)
from roleferry.domain.model.sending.attempt import Attempt
from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.sending.connections import Connections
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.gate_facts import Predecessor, Verdict
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.writing.claims import Claim


class OutreachNotFound(NotFound):
    """There is no such mail."""

    code = "outreach.not_found"


class OutreachChanged(Conflict):
    """The mail was changed by somebody else meanwhile; look at it again."""

    code = "outreach.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOutreach:
    """A mail as launch makes it, with what later planning needs to know of its step and its reader."""

    outreach: Outreach
    step_kind: str
    gap_days: int
    day: int
    """Days from the first mail (SPEC 3.7)."""
    same_thread: bool
    company_id: CompanyId | None
    application_id: ApplicationId | None
    country: str | None
    claims: Sequence[Claim] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachCase:
    """One mail and everything beside it that decides whether it may go."""

    outreach: Outreach
    enrollment: Enrollment
    campaign: Campaign
    mailbox: Mailbox
    connections: Connections
    """Of the mailbox, sealed."""
    reply_token: str
    gap_days: int
    day: int
    same_thread: bool
    company_id: CompanyId | None
    application_id: ApplicationId | None
    country: str | None
    predecessor: Predecessor | None
    earlier_message_ids: tuple[str, ...]
    """Message-IDs of the conversation's mails that have left, oldest first."""
    first_subject: str | None
    """Subject of the conversation's first mail."""
    first_at: datetime | None
    """When the conversation's first mail left, or is due."""
    verdict: Verdict | None
    is_candidate: bool
    contact_source: str
    sent_today: int
    """By this mailbox on its own calendar day of `now`, mails being sent included, this one not."""
    last_sent_at: datetime | None
    """Of this mailbox."""
    sending_stopped: str | None
    """Why nothing of this person's, or of anybody's, may leave; None lets it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one mail says, to whom and about what; `before` are the bodies of the conversation's earlier mails."""

    contact_id: ContactId
    application_id: ApplicationId | None
    subject: str
    body: str
    same_thread: bool
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MailRef:
    """Names one mail for the system, which sees everybody's."""

    user_id: UserId
    id: OutreachId


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyVisit:
    """A mail that has left, or is leaving, to somebody of a company."""

    user_id: UserId
    company_id: CompanyId
    at: datetime
    time_zone: str
    contact_id: ContactId
    id: OutreachId


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """That a provider took a mail over: what its attempt tells, and the entry of the log."""

    user_id: UserId
    outreach_id: OutreachId
    token: str
    """The attempt's."""
    at: datetime
    provider_id: str | None
    message_id: str | None
    """What it really went out with; None is what we gave it."""
    event_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestAttempt:
    """When a mail's last attempt began, and how long ago that is by the database's clock."""

    started_at: datetime
    age: timedelta


class OutreachRepository(Protocol):
    """Rows of outreach; user_id None: the worker's, who sees every user's."""

    @abstractmethod
    async def add_all(self, mails: Sequence[NewOutreach], *, at: datetime) -> None:
        """Write the mails of a launch."""

    @abstractmethod
    async def find(self, outreach_id: OutreachId) -> Outreach:
        """
        Return it, locked until the transaction ends.

        Raises:
            OutreachNotFound: there is none.
        """

    @abstractmethod
    async def save(self, outreach: Outreach) -> None:
        """
        Write its next version.

        Raises:
            OutreachChanged: somebody else wrote one first.
        """

    @abstractmethod
    async def save_all(self, outreach: Sequence[Outreach]) -> None:
        """Write the next versions of mails that this transaction has locked."""

    @abstractmethod
    async def edit(self, outreach: Outreach, *, claims: Sequence[Claim] = ()) -> None:
        """
        Write a person's own words for it, and mark it as theirs.

        Raises:
            OutreachChanged: somebody else wrote first.
        """

    @abstractmethod
    async def rewritable(self, campaign_id: CampaignId) -> Sequence[Outreach]:
        """Return a campaign's unsent mails in words that are not their owner's, locked, in step order."""

    @abstractmethod
    async def rewrite(self, outreach: Sequence[Outreach], *, claims: Sequence[Sequence[Claim] | None]) -> None:
        """
        Write new words for mails that this transaction has locked, with their state; None keeps a mail's claims.

        Raises:
            OutreachChanged: somebody else wrote first.
        """

    @abstractmethod
    async def has_open(self, enrollment_id: EnrollmentId) -> bool:
        """Say whether a conversation has a mail that is not settled."""

    @abstractmethod
    async def words(self, outreach_id: OutreachId) -> Words | None:
        """Return what a mail says, without a lock; None when there is no such mail."""

    @abstractmethod
    async def claims_of(self, outreach_id: OutreachId) -> Sequence[Claim]:
        """Return what a mail asserts."""

    @abstractmethod
    async def open_of(
        self, *, campaign_id: CampaignId | None = None, enrollment_ids: Sequence[EnrollmentId] | None = None
    ) -> Sequence[Outreach]:
        """Return unsent mails (scheduled, held) of a campaign or of conversations, locked, in step order."""

    @abstractmethod
    async def cases(self, outreach_ids: Sequence[OutreachId], *, now: datetime) -> Sequence[OutreachCase]:
        """Return mails of the transaction's user with all that decides about them, in the order asked."""

    @abstractmethod
    async def cases_of(self, mails: Sequence[MailRef], *, now: datetime) -> Sequence[OutreachCase]:
        """Return the same for the system, of whatever users."""

    @abstractmethod
    async def claim(self, *, now: datetime, limit: int, token: str, lease_seconds: float) -> Sequence[MailRef]:
        """
        Lease due mails, one a mailbox at most, and one of every person's before anybody's second; oldest first.

        They stay `scheduled`, and are anybody's again when the lease ends. Left out is what certainly cannot go: mails
        of paused campaigns, closed or busy mailboxes, held conversations and people. The gate decides.
        """

    @abstractmethod
    async def lock_claimed(self, mails: Sequence[MailRef], *, token: str, now: datetime) -> frozenset[OutreachId]:
        """Lock, with their mailboxes, those that are still claimed under this token and due; the rest is not ours."""

    @abstractmethod
    async def release_claims(self, mails: Sequence[MailRef], *, token: str) -> None:
        """Give back what was claimed under this token and not begun."""

    @abstractmethod
    async def expired(self, *, limit: int) -> Sequence[Outreach]:
        """Return mails whose worker did not settle them within its lease (by the database's clock), locked."""

    @abstractmethod
    async def doubtful(self, *, older_than_seconds: float, limit: int) -> Sequence[Outreach]:
        """Return uncertain mails whose last attempt began longer ago than a request can live, locked."""

    @abstractmethod
    async def begin_attempts(self, attempts: Sequence[Attempt], *, lease_seconds: float) -> None:
        """Write that these mails are being sent, each under its token; the lease counts by the database's clock."""

    @abstractmethod
    async def take_back_attempts(self, attempts: Sequence[Attempt]) -> None:
        """Undo attempts that certainly never got to their first byte: their mails wait as before."""

    @abstractmethod
    async def accept_attempts(self, accepted: Sequence[Acceptance], *, recorded_at: datetime) -> frozenset[OutreachId]:
        """
        Write each acceptance with its event, and return those mails; waits for nobody.

        Left out is what is no longer its attempt's own, and what somebody else has in hand.
        """

    @abstractmethod
    async def end_attempts(self, attempts: Sequence[Attempt]) -> None:
        """Write how tries ended."""

    @abstractmethod
    async def latest_attempt(self, outreach_id: OutreachId) -> LatestAttempt | None:
        """Return the last try at a mail, None when there was none."""

    @abstractmethod
    async def canceled_by_failure(self, enrollment_id: EnrollmentId) -> Sequence[Outreach]:
        """Return mails of a conversation that were canceled because one before them failed, locked, in step order."""

    @abstractmethod
    async def doubt_due(self, *, now: datetime) -> int:
        """Put everybody's mails that are due by now in doubt, and return how many: they may have gone unremembered."""

    @abstractmethod
    async def let_through(self, outreach_id: OutreachId) -> None:
        """Remember that its owner lets it go although the mail before it never went."""

    @abstractmethod
    async def company_calendars(
        self, companies: Sequence[tuple[UserId, CompanyId]], *, since: datetime
    ) -> Sequence[CompanyVisit]:
        """Return mails that have left, or are leaving, to these companies of these users."""

    @abstractmethod
    async def company_visits(
        self, company_ids: Sequence[CompanyId], *, since: datetime, user_id: UserId, planned: bool
    ) -> Sequence[tuple[CompanyId, datetime, str, ContactId, OutreachId]]:
        """Return (company, moment, reader's zone, contact, mail) of mails sent, and if asked planned, to companies."""

    @abstractmethod
    async def address_of(self, contact_id: ContactId) -> str | None:
        """Return where a contact is written to; None when they have no address."""

    @abstractmethod
    async def recent_first_mails(
        self, *, user_id: UserId, mailbox_id: MailboxId | None = None, campaign_id: CampaignId | None = None, limit: int
    ) -> Sequence[bool]:
        """Return for the latest first mails, oldest first, whether each hard-bounced."""

"""Campaigns, their targets, and the conversations that came of them."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.errors import Conflict, NotFound
from roleferry.domain.model.ids import ApplicationId, CampaignId, ContactId, EnrollmentId, MailboxId, UserId
from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.sending.digest import Approval
from roleferry.domain.model.sending.enrollment import Enrollment


class CampaignNotFound(NotFound):
    """There is no such campaign."""

    code = "campaign.not_found"


class CampaignNameTaken(Conflict):
    """Another campaign of yours has this name."""

    code = "campaign.name_taken"


class CampaignChanged(Conflict):
    """The campaign was changed by somebody else meanwhile; look at it again."""

    code = "campaign.changed"


class TargetNotFound(NotFound):
    """This contact is not in the campaign."""

    code = "campaign.target_not_found"


class AlreadyEnrolled(Conflict):
    """Another campaign is writing to this person."""

    code = "enrollment.live_elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignTarget:
    """One person a campaign is for, and the role it is about."""

    contact_id: ContactId
    application_id: ApplicationId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A live enrollment that has no unsent mail, and what it has behind it."""

    user_id: UserId
    enrollment_id: EnrollmentId
    last_sent_at: datetime | None
    gap_days: tuple[int, ...]
    suppressed: bool
    """Whether a mail of it was kept back because of its address."""


class CampaignRepository(Protocol):
    """Rows of campaigns and their targets."""

    @abstractmethod
    async def add(self, campaign: Campaign, *, tone: str, at: datetime) -> None:
        """
        Make a draft.

        Raises:
            CampaignNameTaken: the user has one of this name.
        """

    @abstractmethod
    async def find(self, campaign_id: CampaignId) -> Campaign:
        """
        Return it, locked until the transaction ends.

        Raises:
            CampaignNotFound: there is none.
        """

    @abstractmethod
    async def read(self, campaign_id: CampaignId) -> Campaign:
        """
        Return it as it stands, for who changes nothing of it: waits for nobody, keeps nobody waiting.

        Raises:
            CampaignNotFound: there is none.
        """

    @abstractmethod
    async def save(self, campaign: Campaign) -> None:
        """
        Write its next version.

        Raises:
            CampaignChanged: somebody else wrote one first.
        """

    @abstractmethod
    async def remove(self, campaign_id: CampaignId) -> None:
        """Forget a draft and what belongs to it."""

    @abstractmethod
    async def names(self) -> Sequence[str]:
        """Return the names of the user's campaigns."""

    @abstractmethod
    async def add_targets(self, campaign_id: CampaignId, targets: Sequence[CampaignTarget], *, at: datetime) -> int:
        """Add people, leaving those who are in it already, and return how many are new."""

    @abstractmethod
    async def remove_targets(self, campaign_id: CampaignId, contact_ids: Sequence[ContactId]) -> int:
        """Take people out and return how many were in it."""

    @abstractmethod
    async def targets(self, campaign_id: CampaignId) -> Sequence[CampaignTarget]:
        """Return its people in the order they were added."""

    @abstractmethod
    async def with_nobody_left(self, *, limit: int) -> Sequence[tuple[UserId, CampaignId]]:
        """Return, for the system, running campaigns whose every enrollment has ended."""

    @abstractmethod
    async def remember_preview(self, campaign_id: CampaignId, approval: Approval, *, at: datetime) -> None:
        """Keep what was shown, and of earlier previews the latest few."""

    @abstractmethod
    async def preview(self, campaign_id: CampaignId, digest: str) -> Approval | None:
        """Return what was shown under a digest, if it is still known."""


class EnrollmentRepository(Protocol):
    """Rows of one contact's path through one campaign."""

    @abstractmethod
    async def add_all(
        self,
        enrollments: Sequence[Enrollment],
        *,
        application_ids: Sequence[ApplicationId | None],
        tokens: Sequence[str],
    ) -> None:
        """
        Start them.

        Raises:
            AlreadyEnrolled: one of the people has a live enrollment elsewhere.
        """

    @abstractmethod
    async def find(self, enrollment_id: EnrollmentId) -> Enrollment:
        """Return it, locked until the transaction ends."""

    @abstractmethod
    async def save(self, enrollment: Enrollment) -> None:
        """Write its next version."""

    @abstractmethod
    async def save_all(self, enrollments: Sequence[Enrollment]) -> None:
        """Write the next versions of enrollments that this transaction has locked."""

    @abstractmethod
    async def of_campaign(self, campaign_id: CampaignId, *, live_only: bool) -> Sequence[Enrollment]:
        """Return a campaign's enrollments, locked until the transaction ends."""

    @abstractmethod
    async def holds_over(self, *, now: datetime, limit: int) -> Sequence[tuple[UserId, EnrollmentId]]:
        """Return, for the system, enrollments whose last hold has run out."""

    @abstractmethod
    async def with_nothing_to_send(self, *, now: datetime, limit: int) -> Sequence[Conversation]:
        """Return, for the system, live enrollments without an unsent mail that may be over by now."""

    @abstractmethod
    async def live_by_mailbox(self) -> Mapping[MailboxId, int]:
        """Return how many live conversations each mailbox serves."""

    @abstractmethod
    async def find_with_colleagues(self, enrollment_id: EnrollmentId) -> tuple[Enrollment, Sequence[Enrollment]]:
        """
        Return it and the other live ones of its company, all locked until the transaction ends.

        Everybody locks them in the same order: who holds one of them already may wait for ever.
        """

    @abstractmethod
    async def live_of_application(self, application_id: ApplicationId) -> Sequence[Enrollment]:
        """Return the live enrollments about one role, locked until the transaction ends."""

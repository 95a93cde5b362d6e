"""Everything known of the people a mail may be for, read at once for however many they are."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from roleferry.domain.model.ids import ApplicationId, CampaignId, CompanyId, ContactId, JobId
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.sending.gate_facts import Verdict
from roleferry.domain.model.writing.context import Employer, Pair, WrittenTo


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One contact, about one application or none; made-up facts are left out."""

    contact_id: ContactId
    application_id: ApplicationId | None
    job_id: JobId | None
    company_id: CompanyId | None
    """Where the contact works; by it colleagues are known."""
    name: str
    address: str | None
    is_candidate: bool
    source: str
    time_zone: str | None
    country: str | None
    verdict: Verdict | None
    live_in: str | None
    """Name of another campaign that is writing to this person."""
    contact: WrittenTo
    company: Employer
    """The employer the mail is about: the job's, or without a job the contact's."""


class RecipientReader(Protocol):
    """Look only, no lock: what is written from it is shown and approved before anything leaves."""

    @abstractmethod
    async def of(
        self,
        contact_ids: Sequence[ContactId],
        application_ids: Sequence[ApplicationId | None],
        *,
        campaign_id: CampaignId | None = None,
    ) -> Sequence[Recipient]:
        """Return those that exist, in the order given; `campaign_id` is the one that `live_in` does not name."""

    @abstractmethod
    async def postings(self, job_ids: Sequence[JobId]) -> Mapping[JobId, Posting]:
        """Return the adverts with the person's edits."""

    @abstractmethod
    async def pairs(self, job_ids: Sequence[JobId]) -> Mapping[JobId, tuple[Pair, ...]]:
        """Return the newest pain points of each job: neither dropped nor gaps, in the person's order."""

    @abstractmethod
    async def employer(self, job_id: JobId) -> Employer:
        """Return what is known of the company a job is at."""

    @abstractmethod
    async def user_name(self) -> str | None:
        """Return the name on the account."""

    @abstractmethod
    async def proposed_applications(self, contact_ids: Sequence[ContactId]) -> Mapping[ContactId, ApplicationId]:
        """Return which application each is meant for: named for it, or else the newest one at their company."""

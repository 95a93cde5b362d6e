"""Jobs, their applications, and the problems a person has solved."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import ApplicationId, JobId, PainPointId, ResumeId, UserId
from roleferry.domain.model.jobs.application import Application, StageChange
from roleferry.domain.model.jobs.job import Job
from roleferry.domain.model.text import Span


class PainPointNotFound(NotFound):
    """There is no such pain point."""

    code = "pain_point.not_found"


class JobRepository(Protocol):
    """Rows of jobs."""

    @abstractmethod
    async def add(self, job: Job) -> None:
        """
        Keep a job.

        Raises:
            JobExists: the user has one from this address, or with this company, title and text.
        """

    @abstractmethod
    async def same(self, *, canonical_url: str | None, fingerprint: str) -> JobId | None:
        """Return the user's job that is the same posting, if there is one."""

    @abstractmethod
    async def same_among(self, jobs: Sequence[Job]) -> Mapping[JobId, JobId]:
        """Return, for each of these that the user has already, which one it is."""

    @abstractmethod
    async def add_all(self, jobs: Sequence[Job]) -> None:
        """
        Keep many jobs, none of which the user has.

        Raises:
            JobExists: one came in between.
        """

    @abstractmethod
    async def find(self, job_id: JobId) -> Job:
        """
        Return it, locked until the transaction ends.

        Raises:
            JobNotFound: there is none.
        """

    @abstractmethod
    async def save(self, job: Job) -> None:
        """Write a person's edits, whether it is saved, and its company."""

    @abstractmethod
    async def remove(self, job_id: JobId) -> None:
        """
        Forget it, with its application.

        Raises:
            JobNotFound: there is none.
            StillInUse: mails were written about it.
        """

    @abstractmethod
    async def unmatched(self, *, key: str, limit: int) -> Sequence[Job]:
        """Return jobs whose match was not computed under this key."""

    @abstractmethod
    async def save_matches(self, matches: Mapping[JobId, Mapping[str, Any]], *, key: str) -> None:
        """Keep computed matches; `score` of each is what lists are sorted by."""


class ApplicationRepository(Protocol):
    """Rows of applications and their history."""

    @abstractmethod
    async def add(self, application: Application) -> None:
        """Keep it."""

    @abstractmethod
    async def add_all(self, applications: Sequence[Application]) -> None:
        """Keep many."""

    @abstractmethod
    async def of_jobs(self, job_ids: Sequence[JobId]) -> Mapping[JobId, Application]:
        """Return these jobs' applications, locked until the transaction ends."""

    @abstractmethod
    async def record_all(self, changes: Sequence[StageChange]) -> None:
        """Append to the histories."""

    @abstractmethod
    async def find(self, application_id: ApplicationId) -> Application:
        """
        Return it, locked until the transaction ends.

        Raises:
            ApplicationNotFound: there is none.
        """

    @abstractmethod
    async def save(self, application: Application) -> None:
        """Write its next state."""

    @abstractmethod
    async def record(self, change: StageChange) -> None:
        """Append to its history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPainPoint:
    """One pair, or (no solution) one gap, of one version of the map for a job and a résumé."""

    id: PainPointId
    user_id: UserId
    job_id: JobId
    resume_id: ResumeId
    version: int
    position: int
    challenge_text: str
    challenge_span: Span
    solution_text: str | None
    solution_span: Span | None
    metric: str | None
    relevance_score: float | None
    evidence: tuple[str, ...]
    dropped: bool = False
    edited: bool = False
    engine: str = "rules"

    @property
    def gap(self) -> bool:
        """Say whether nothing in the résumé answers it."""
        return self.solution_text is None


class PainPointRepository(Protocol):
    """Rows of pain_points."""

    @abstractmethod
    async def current(self, job_id: JobId, resume_id: ResumeId) -> Sequence[KeptPainPoint]:
        """Return the newest version's rows in their order; empty when none was made."""

    @abstractmethod
    async def latest_of_job(self, job_id: JobId) -> Sequence[KeptPainPoint]:
        """Return the newest rows for a job, whichever résumé they were made from."""

    @abstractmethod
    async def add_all(self, pain_points: Sequence[KeptPainPoint]) -> None:
        """Keep a new version."""

    @abstractmethod
    async def find(self, pain_point_id: PainPointId) -> KeptPainPoint:
        """
        Return it, locked until the transaction ends.

        Raises:
            PainPointNotFound: there is none.
        """

    @abstractmethod
    async def save(self, pain_point: KeptPainPoint) -> None:
        """Write a person's edit of it."""

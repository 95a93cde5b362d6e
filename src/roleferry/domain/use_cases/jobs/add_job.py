"""Add a job: from pasted text, or from the address where it stands."""

from dataclasses import dataclass, replace

from roleferry.domain.model.ids import ApplicationId, JobId, UserId
from roleferry.domain.model.jobs.application import Actor, Application, Stage, StageChange
from roleferry.domain.model.jobs.job import Job, JobEdits, JobExists, NoDescription
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.jobs.reading import read_fetched, read_posting
from roleferry.domain.model.jobs.same_posting import canonical_url, text_fingerprint
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.use_cases.jobs.employers import Employers
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.scraping import JobPages
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class AddJob:
    """Read an advert, keep it once, and open its application as saved."""

    transactions: Transactions
    job_pages: JobPages
    vocabulary: Vocabulary
    employers: Employers
    clock: Clock
    ids: Ids

    async def __call__(
        self,
        user_id: UserId,
        *,
        url: str | None,
        raw_description: str | None,
        edits: JobEdits,
        source: str = "user",
        saved: bool = True,
    ) -> JobId:
        """
        Return the new job's id.

        Raises:
            NoDescription: neither text nor address.
            PageError: the address cannot be imported from; says what to do.
            JobExists: it is there already; names which.
        """
        job = await self.read(
            user_id, url=url, raw_description=raw_description, edits=edits, source=source, saved=saved
        )
        async with self.transactions.begin(user_id) as uow:
            await self.keep(uow, job)
        return job.id

    async def read(
        self,
        user_id: UserId,
        *,
        url: str | None,
        raw_description: str | None,
        edits: JobEdits,
        source: str,
        saved: bool = True,
    ) -> Job:
        """Return the job as it would be kept; an address is fetched outside any transaction."""
        today = self.clock.now().date()
        address = canonical_url(url) if url else None
        if raw_description and raw_description.strip():
            posting = read_posting(raw_description, vocabulary=self.vocabulary, today=today)
        elif url:
            page = await self.job_pages.fetch(url)
            posting, address = read_fetched(page, vocabulary=self.vocabulary, today=today), page.canonical_url
            source = page.source if source == "user" else source
        else:
            raise NoDescription("paste the advert's text as raw_description, or give its url")
        return Job(
            id=JobId(self.ids.new()),
            user_id=user_id,
            read=posting,
            edits=edits,
            fingerprint=_fingerprint(posting, edits),
            url=url,
            canonical_url=address,
            company_id=None,
            source=source,
            saved=saved,
            created_at=self.clock.now(),
        )

    async def keep(self, uow: UnitOfWork, job: Job) -> None:
        """
        Keep a job and open its application, in the caller's transaction.

        Raises:
            JobExists: it is there already; names which.
        """
        same = await uow.jobs.same(canonical_url=job.canonical_url, fingerprint=job.fingerprint)
        if same is not None:
            raise JobExists("you have this job already", job_id=same)
        company_id = await self.employers.settle(uow, job.user_id, job.posting.company)
        await uow.jobs.add(replace(job, company_id=company_id))
        application = Application.begin(
            ApplicationId(self.ids.new()), user_id=job.user_id, job_id=job.id, at=job.created_at
        )
        await uow.applications.add(application)
        change = StageChange(
            id=self.ids.new(),
            application_id=application.id,
            from_status=None,
            to_status=Stage.SAVED,
            actor=Actor.USER if job.source != "import" else Actor.IMPORT,
            reason=None,
            at=job.created_at,
        )
        await uow.applications.record(change)
        await uow.audit.record("job.added", entity="job", entity_id=job.id, source=job.source)


def _fingerprint(posting: Posting, edits: JobEdits) -> str:
    return text_fingerprint(
        company=edits.company or posting.company, title=edits.title or posting.title, text=posting.raw_text
    )

"""Put together what a mail may speak of: the résumé, the job, the company, the contact, the pain points, the sender."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roleferry.domain.model.ids import ApplicationId, ContactId, JobId
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.people.contact import ContactNotFound
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.writing.context import Pair, Sender, WritingContext
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.ports.recipients import Recipient
from roleferry.ports.resumes import ResumeNotFound
from roleferry.ports.transactions import UnitOfWork

UNKNOWN_LEVEL = RecipientLevel.LINE_MANAGER
"""How somebody is written to whose level nobody has said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """What mails to many people are made from; equal materials make equal mails."""

    resume: Resume
    sender: Sender
    postings: Mapping[JobId, Posting]
    pairs: Mapping[JobId, tuple[Pair, ...]]

    def context(self, recipient: Recipient) -> WritingContext:
        """Return what a mail to one of them may speak of."""
        job_id = recipient.job_id
        return WritingContext(
            resume=self.resume,
            job=self.postings.get(job_id, _NO_JOB) if job_id else _NO_JOB,
            company=recipient.company,
            contact=recipient.contact,
            pain_points=self.pairs.get(job_id, ()) if job_id else (),
            sender=self.sender,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingContexts:
    """Gathers within the caller's transaction; however many people, a handful of queries."""

    async def materials(self, uow: UnitOfWork, recipients: Sequence[Recipient]) -> Materials:
        """
        Return all that mails to these people are made from.

        Raises:
            ResumeNotFound: there is no résumé that could be read.
        """
        latest = await uow.resumes.latest()
        if latest is None:
            raise ResumeNotFound(_NO_RESUME)
        jobs = list(dict.fromkeys(one.job_id for one in recipients if one.job_id is not None))
        return Materials(
            resume=latest.resume,
            sender=_sender(latest.resume, await uow.recipients.user_name()),
            postings=await uow.recipients.postings(jobs),
            pairs=await uow.recipients.pairs(jobs),
        )

    async def of(self, uow: UnitOfWork, recipients: Sequence[Recipient]) -> list[WritingContext]:
        """
        Return one context for each of the recipients, in their order.

        Raises:
            ResumeNotFound: there is no résumé that could be read.
        """
        materials = await self.materials(uow, recipients)
        return [materials.context(one) for one in recipients]

    async def for_application(
        self, uow: UnitOfWork, application_id: ApplicationId, contact_id: ContactId | None
    ) -> WritingContext:
        """
        Return the context of a note about one application, to one contact or to nobody in particular yet.

        Raises:
            ApplicationNotFound: there is no such application.
            ContactNotFound: there is no such contact.
            ResumeNotFound: there is no résumé that could be read.
        """
        application = await uow.applications.find(application_id)
        if contact_id is None:
            return await self._to_nobody(uow, application.job_id)
        recipients = await uow.recipients.of([contact_id], [application_id])
        if not recipients:
            raise ContactNotFound("there is no such contact", contact_id=contact_id)
        return (await self.of(uow, recipients))[0]

    async def _to_nobody(self, uow: UnitOfWork, job_id: JobId) -> WritingContext:
        latest = await uow.resumes.latest()
        if latest is None:
            raise ResumeNotFound(_NO_RESUME)
        return WritingContext(
            resume=latest.resume,
            job=(await uow.recipients.postings([job_id])).get(job_id, _NO_JOB),
            company=await uow.recipients.employer(job_id),
            pain_points=(await uow.recipients.pairs([job_id])).get(job_id, ()),
            sender=_sender(latest.resume, await uow.recipients.user_name()),
        )


_NO_JOB = Posting(raw_text="")
_NO_RESUME = "upload a résumé first: what a mail says of you comes from there"


def _sender(resume: Resume, account_name: str | None) -> Sender:
    email, phone = resume.email, resume.phone
    return Sender(
        name=resume.name.value if resume.name else account_name,
        email=email.value if email else None,
        phone=phone.value if phone else None,
        links=tuple(link.value for link in resume.links),
    )

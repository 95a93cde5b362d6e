"""Change a job's fields, or whether it is saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from roleferry.domain.model.ids import JobId, UserId
from roleferry.domain.model.jobs.job import Job
from roleferry.domain.use_cases.jobs.employers import Employers
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EditJob:
    """Put a person's word over what was read; None gives a field back to the advert."""

    transactions: Transactions
    employers: Employers

    async def __call__(
        self, user_id: UserId, job_id: JobId, *, changes: Mapping[str, object], saved: bool | None
    ) -> Job:
        """
        Return the job as it is now.

        Raises:
            JobNotFound: there is none.
        """
        async with self.transactions.begin(user_id) as uow:
            job = (await uow.jobs.find(job_id)).edited(changes)
            if saved is not None:
                job = replace(job, saved=saved)
            if "company" in changes:
                job = replace(job, company_id=await self.employers.settle(uow, user_id, job.posting.company))
            await uow.jobs.save(job)
            await uow.audit.record("job.edited", entity="job", entity_id=job_id, fields=sorted(changes))
        return job

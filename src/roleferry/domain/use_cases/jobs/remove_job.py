"""Forget a job."""

from dataclasses import dataclass

from roleferry.domain.model.ids import JobId, UserId
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveJob:
    """Remove a job and its application; one that mails were written about stays."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, job_id: JobId) -> None:
        """
        Return when it is gone.

        Raises:
            JobNotFound: there is none.
            StillInUse: a campaign writes about it.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.jobs.remove(job_id)
            await uow.audit.record("job.removed", entity="job", entity_id=job_id)

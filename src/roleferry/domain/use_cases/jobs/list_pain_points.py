"""Show a job's problems and the person's proof."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.ids import JobId, UserId
from roleferry.ports.jobs import KeptPainPoint
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPainPoints:
    """Read the newest map of a job, whichever résumé it was made from."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, job_id: JobId) -> Sequence[KeptPainPoint]:
        """
        Return the rows in their order.

        Raises:
            JobNotFound: there is no such job.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.jobs.find(job_id)
            return await uow.pain_points.latest_of_job(job_id)

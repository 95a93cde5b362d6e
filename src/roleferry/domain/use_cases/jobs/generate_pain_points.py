"""Find which of an employer's problems the person has solved (SPEC 3.5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.ids import JobId, PainPointId, ResumeId, UserId
from roleferry.domain.model.matching import Gap, Language, PainPoint, pain_points
from roleferry.ports.clock import Ids
from roleferry.ports.jobs import KeptPainPoint
from roleferry.ports.resumes import ReadResume, ResumeNotFound
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratePainPoints:
    """Match each problem of a job to the résumé line that best answers it; gaps are said, not filled."""

    transactions: Transactions
    language: Language
    ids: Ids

    async def __call__(
        self, user_id: UserId, job_id: JobId, *, resume_id: ResumeId | None, regenerate: bool
    ) -> Sequence[KeptPainPoint]:
        """
        Return the rows: the same ones for the same job and résumé version, until `regenerate` makes a new version.

        Raises:
            JobNotFound: there is no such job.
            ResumeNotFound: there is no résumé that could be read.
        """
        async with self.transactions.begin(user_id) as uow:
            job = await uow.jobs.find(job_id)
            chosen = await _resume(uow, resume_id)
            kept = await uow.pain_points.current(job_id, chosen.id)
            if kept and not regenerate:
                return kept
            found = pain_points(chosen.resume, job.posting, language=self.language)
            version = kept[0].version + 1 if kept else 1
            ranked: list[PainPoint | Gap] = [*found.pairs, *found.gaps]
            rows = [
                self._row(user_id, job_id, chosen.id, version, position, one)
                for position, one in enumerate(ranked, start=1)
            ]
            await uow.pain_points.add_all(rows)
            await uow.audit.record("pain_points.generated", entity="job", entity_id=job_id, version=version)
        return rows

    def _row(
        self, user_id: UserId, job_id: JobId, resume_id: ResumeId, version: int, position: int, one: PainPoint | Gap
    ) -> KeptPainPoint:
        pair = one if isinstance(one, PainPoint) else None
        return KeptPainPoint(
            id=PainPointId(self.ids.new()),
            user_id=user_id,
            job_id=job_id,
            resume_id=resume_id,
            version=version,
            position=position,
            challenge_text=one.challenge_text,
            challenge_span=one.challenge_span,
            solution_text=pair.solution_text if pair else None,
            solution_span=pair.solution_span if pair else None,
            metric=pair.metric.words if pair and pair.metric else None,
            relevance_score=pair.relevance_score if pair else None,
            evidence=tuple(term.words for term in pair.evidence) if pair else _reason(one),
        )


def _reason(one: PainPoint | Gap) -> tuple[str, ...]:
    return (one.reason,) if isinstance(one, Gap) else ()


async def _resume(uow: UnitOfWork, resume_id: ResumeId | None) -> ReadResume:
    if resume_id is not None:
        return await uow.resumes.find(resume_id)
    latest = await uow.resumes.latest()
    if latest is None:
        raise ResumeNotFound("upload a résumé first")
    return latest

"""Pain points as rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from asyncpg import Range

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import JobId, PainPointId, ResumeId
from roleferry.domain.model.text import Span
from roleferry.ports.jobs import KeptPainPoint, PainPointNotFound, PainPointRepository


class PostgresPainPoints(Repository, PainPointRepository):
    """Rows of pain_points."""

    async def current(self, job_id: JobId, resume_id: ResumeId) -> Sequence[KeptPainPoint]:
        return [_kept(row) for row in await self._many("current_pain_points", self._user_id, job_id, resume_id)]

    async def latest_of_job(self, job_id: JobId) -> Sequence[KeptPainPoint]:
        return [_kept(row) for row in await self._many("latest_pain_points", self._user_id, job_id)]

    async def add_all(self, pain_points: Sequence[KeptPainPoint]) -> None:
        for one in pain_points:
            await self._execute(
                "add_pain_point",
                one.user_id,
                one.id,
                one.job_id,
                one.resume_id,
                one.version,
                one.position,
                one.challenge_text,
                _range(one.challenge_span),
                one.solution_text,
                _range(one.solution_span),
                one.metric,
                one.relevance_score,
                list(one.evidence),
                one.gap,
                one.engine,
            )

    async def find(self, pain_point_id: PainPointId) -> KeptPainPoint:
        row = await self._one("lock_pain_point", self._user_id, pain_point_id)
        if row is None:
            raise PainPointNotFound("there is no such pain point", pain_point_id=pain_point_id)
        return _kept(row)

    async def save(self, pain_point: KeptPainPoint) -> None:
        await self._execute(
            "save_pain_point",
            pain_point.user_id,
            pain_point.id,
            pain_point.position,
            pain_point.challenge_text,
            pain_point.solution_text,
            pain_point.metric,
            pain_point.gap,
            pain_point.dropped,
            pain_point.edited,
        )


def _range(span: Span | None) -> Range | None:
    return Range(span.start, span.end) if span else None


def _span(stored: Range | None) -> dict[str, int] | None:
    if stored is None:
        return None
    return {"start": stored.lower or 0, "end": stored.upper or 0}


def _kept(row: Mapping[str, Any]) -> KeptPainPoint:
    spans = {name: _span(row[name]) for name in ("challenge_span", "solution_span")}
    return to(KeptPainPoint, {**row, **spans})

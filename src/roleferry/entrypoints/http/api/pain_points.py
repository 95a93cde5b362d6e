"""`/pain-points`: which of an employer's problems the person has solved (SPEC 3.5)."""

from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from litestar import Controller, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import JobId, PainPointId, ResumeId, UserId
from roleferry.domain.use_cases.jobs.edit_pain_point import EditPainPoint
from roleferry.domain.use_cases.jobs.generate_pain_points import GeneratePainPoints
from roleferry.domain.use_cases.jobs.list_pain_points import ListPainPoints
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.ports.jobs import KeptPainPoint

Longer = Annotated[str, Meta(min_length=1, max_length=2000)]


class GenerateBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For which job, from which résumé (the newest if none is named); the same rows come back until `regenerate`."""

    job_id: UUID
    resume_id: UUID | None = None
    regenerate: bool = False
    engine: Literal["rules", "llm", "auto"] = "auto"


class PainPointPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reword, reorder or drop."""

    challenge_text: Longer | None = None
    solution_text: Longer | None = None
    position: Annotated[int, Meta(ge=1, le=10_000)] | None = None
    dropped: bool | None = None


class SpanView(msgspec.Struct, frozen=True, kw_only=True):
    """Half-open range of characters."""

    start: int
    end: int


class PainPointView(msgspec.Struct, frozen=True, kw_only=True):
    """A pair, or a gap: no `solution_text`, and `evidence` says why; texts are literal until `edited`."""

    id: UUID
    job_id: UUID
    resume_id: UUID
    version: int
    position: int
    challenge_text: str
    challenge_span: SpanView
    solution_text: str | None
    solution_span: SpanView | None
    metric: str | None
    relevance_score: float | None
    evidence: list[str]
    gap: bool
    dropped: bool
    edited: bool
    engine: str


class PainPointsView(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs first, the most relevant first; then gaps."""

    items: list[PainPointView]
    engine: str = "rules"
    engine_reason: str | None = None


_PAIR: dict[str, Any] = {
    "id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c41",
    "job_id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c31",
    "resume_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1a7",
    "version": 1,
    "position": 1,
    "challenge_text": "You will cut the latency of our checkout.",
    "challenge_span": {"start": 25, "end": 66},
    "solution_text": "Cut checkout latency by 43 % by moving the basket to PostgreSQL",
    "solution_span": {"start": 120, "end": 183},
    "metric": "43%",
    "relevance_score": 0.81,
    "evidence": ["checkout", "latency"],
    "gap": False,
    "dropped": False,
    "edited": False,
    "engine": "rules",
}


class PainPointController(Controller):
    """Problems and proof."""

    path = "/pain-points"
    tags = ("Pain points",)

    @post(
        "/generate",
        operation_id="GeneratePainPoints",
        summary="Find which of a job's problems you have solved.",
        status_code=200,
        opt=example(request={"job_id": _PAIR["job_id"]}, answer={"items": [_PAIR]}),
    )
    async def generate(
        self,
        data: JSONBody[GenerateBody],
        user_id: Injected[UserId],
        generate_pain_points: Injected[GeneratePainPoints],
    ) -> PainPointsView:
        """Match each problem to the résumé line that best answers it; what nothing answers is listed as a gap."""
        rows = await generate_pain_points(
            user_id,
            JobId(data.job_id),
            resume_id=ResumeId(data.resume_id) if data.resume_id else None,
            regenerate=data.regenerate,
        )
        reason = "no_key" if data.engine == "llm" else None
        return PainPointsView(items=[_view(row) for row in rows], engine_reason=reason)

    @get(
        operation_id="ListPainPoints",
        summary="A job's problems and your proof.",
        opt=example(answer={"items": [_PAIR]}),
    )
    async def list_pain_points(
        self, job_id: FromQuery[UUID], user_id: Injected[UserId], list_pain_points: Injected[ListPainPoints]
    ) -> PainPointsView:
        """Return the newest rows for a job; empty before they were generated."""
        return PainPointsView(items=[_view(row) for row in await list_pain_points(user_id, JobId(job_id))])

    @patch(
        "/{pain_point_id:uuid}",
        operation_id="EditPainPoint",
        summary="Reword, reorder or drop one.",
        opt=example(request={"dropped": True}, answer={**_PAIR, "dropped": True}),
    )
    async def edit(
        self,
        pain_point_id: FromPath[UUID],
        data: JSONBody[PainPointPatch],
        user_id: Injected[UserId],
        edit_pain_point: Injected[EditPainPoint],
    ) -> PainPointView:
        """Change one row; a dropped one is not written about."""
        row = await edit_pain_point(
            user_id,
            PainPointId(pain_point_id),
            challenge_text=data.challenge_text,
            solution_text=data.solution_text,
            position=data.position,
            dropped=data.dropped,
        )
        return _view(row)


def _view(row: KeptPainPoint) -> PainPointView:
    return msgspec.convert(row, PainPointView, from_attributes=True)

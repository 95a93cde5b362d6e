"""Hold a résumé against an advert, keeping neither."""

from dataclasses import dataclass

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.matching import Match, PainPointMap
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.resume import Resume
from roleferry.ports.clock import Clock
from roleferry.ports.llm import Llm


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both texts as data, how well they suit each other, and which problems have been solved before."""

    resume: Resume
    posting: Posting
    match: Match
    pain_points: PainPointMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """Find what of a résumé answers an advert."""

    llm: Llm
    clock: Clock

    async def __call__(self, *, resume_text: str, job_text: str, engine: EngineAsked) -> Answer[Comparison]:
        """Return the pairs and the gaps; nothing is paired without evidence."""
        today = self.clock.now().date()
        resume = await self.llm.parse_resume(Document.of_text(resume_text), today=today)
        posting = await self.llm.parse_job(job_text, today=today)
        comparison = Comparison(
            resume=resume,
            posting=posting,
            match=await self.llm.match(resume, posting),
            pain_points=await self.llm.map_pain_points(resume, posting),
        )
        return Answer.by(self.llm.engine, comparison, asked=engine, reason=self.llm.why_not_llm)

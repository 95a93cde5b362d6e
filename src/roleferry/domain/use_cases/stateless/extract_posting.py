"""Read an advert that is not kept."""

from dataclasses import dataclass

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.jobs.posting import Posting
from roleferry.ports.clock import Clock
from roleferry.ports.llm import Llm


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractPosting:
    """Say what an advert asks for and which problems it names."""

    llm: Llm
    clock: Clock

    async def __call__(self, *, text: str, engine: EngineAsked) -> Answer[Posting]:
        """Return what was read; `thin` when there is too little to work with."""
        posting = await self.llm.parse_job(text, today=self.clock.now().date())
        return Answer.by(self.llm.engine, posting, asked=engine, reason=self.llm.why_not_llm)

"""Lift facts about a company from a text that is not kept."""

from dataclasses import dataclass

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.people.research import Research
from roleferry.ports.llm import Llm


@dataclass(frozen=True, slots=True, kw_only=True)
class SummariseResearch:
    """Say what a text tells about a company."""

    llm: Llm

    async def __call__(self, *, text: str, company: str, engine: EngineAsked) -> Answer[Research]:
        """Return literal facts; none where the text has none."""
        found = await self.llm.summarise_research(text, company=company)
        return Answer.by(self.llm.engine, found, asked=engine, reason=self.llm.why_not_llm)

"""Say what a reply wants, keeping nothing."""

from dataclasses import dataclass

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.inbound.reading import Reading
from roleferry.ports.clock import Clock
from roleferry.ports.llm import Llm


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassifyReply:
    """Label a reply."""

    llm: Llm
    clock: Clock

    async def __call__(self, *, text: str, subject: str, engine: EngineAsked) -> Answer[Reading]:
        """Return the label with its confidence and the words that decided it."""
        reading = await self.llm.classify_reply(text, subject=subject, today=self.clock.now().date())
        return Answer.by(self.llm.engine, reading, asked=engine, reason=self.llm.why_not_llm)

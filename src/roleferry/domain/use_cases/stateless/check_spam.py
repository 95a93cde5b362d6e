"""Read a mail before anybody else does."""

from dataclasses import dataclass

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.writing.findings import LintReport
from roleferry.ports.llm import Llm


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSpam:
    """Say what to change in a mail."""

    llm: Llm

    async def __call__(self, *, subject: str, body: str, first_mail: bool, engine: EngineAsked) -> Answer[LintReport]:
        """Return the findings, each with the exact words and where they stand."""
        report = await self.llm.check_spam(subject, body, first_mail=first_mail)
        return Answer.by(self.llm.engine, report, asked=engine, reason=self.llm.why_not_llm)

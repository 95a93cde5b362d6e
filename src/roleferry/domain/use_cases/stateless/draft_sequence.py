"""Write a sequence that is not kept."""

from dataclasses import dataclass

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.sequence import WrittenStep
from roleferry.domain.use_cases.stateless.draft_offer import DraftOffer
from roleferry.domain.use_cases.stateless.drafting import Brief
from roleferry.ports.llm import Llm, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedStep:
    """A mail of the sequence and what the lint says of it."""

    step: WrittenStep
    lint: LintReport


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSequence:
    """Write all four mails to one reader."""

    llm: Llm
    draft_offer: DraftOffer

    async def __call__(self, brief: Brief, style: Style, *, engine: EngineAsked) -> Answer[tuple[CheckedStep, ...]]:
        """
        Return the mails in their order; no sentence stands in two of them.

        Raises:
            NothingToSay: nothing true could be written; names what is missing.
        """
        context = await self.draft_offer.context(brief, engine)
        steps = await self.llm.write_sequence(context, style)
        checked = [
            CheckedStep(
                step=step,
                lint=await self.llm.check_spam(
                    step.draft.subject, step.draft.body, context=context, first_mail=not step.same_thread
                ),
            )
            for step in steps
        ]
        return Answer.by(self.llm.engine, tuple(checked), asked=engine, reason=self.llm.why_not_llm)

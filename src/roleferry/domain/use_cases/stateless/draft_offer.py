"""Write a note that is not kept."""

from dataclasses import dataclass, replace

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.use_cases.stateless.compare import Compare
from roleferry.domain.use_cases.stateless.drafting import Brief, context_of
from roleferry.ports.llm import Llm, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A draft and what the lint says of it."""

    draft: Draft
    lint: LintReport


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOffer:
    """Write the first note to one reader."""

    llm: Llm
    compare: Compare

    async def __call__(self, brief: Brief, style: Style, *, engine: EngineAsked) -> Answer[Checked]:
        """
        Return the note, each claim with its evidence.

        Raises:
            NothingToSay: nothing true could be written; names what is missing.
        """
        context = await self.context(brief, engine)
        draft = await self.llm.write_offer(context, style)
        checked = Checked(draft=draft, lint=await self.llm.check_spam(draft.subject, draft.body, context=context))
        return Answer.by(self.llm.engine, checked, asked=engine, reason=self.llm.why_not_llm)

    async def context(self, brief: Brief, engine: EngineAsked) -> WritingContext:
        """Return what a note may speak of."""
        compared = await self.compare(resume_text=brief.resume_text, job_text=brief.job_text, engine=engine)
        found = compared.value
        if brief.job_title:
            found = replace(found, posting=replace(found.posting, title=brief.job_title))
        return context_of(brief, found)

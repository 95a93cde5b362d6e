"""Every typed task by the domain's own rules; long texts are read in a thread, so that nobody waits for them."""

import asyncio
from datetime import date

from roleferry.domain.model.engine import Engine, EngineReason
from roleferry.domain.model.inbound.message import InboundMail, Part
from roleferry.domain.model.inbound.reading import Reading, read_inbound
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.jobs.reading import read_posting
from roleferry.domain.model.matching import Language, Match, PainPointMap, match, pain_points
from roleferry.domain.model.people.research import Research, research
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft, write_offer
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.grounds import Grounds
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.sequence import WrittenStep, write_sequence
from roleferry.domain.model.writing.templating import Templating
from roleferry.ports.llm import Llm, Style


class RulesLlm(Llm):
    """The free answer to everything a language model can be asked."""

    def __init__(
        self, *, vocabulary: Vocabulary, language: Language, templating: Templating, why_not_llm: EngineReason
    ) -> None:
        self._vocabulary = vocabulary
        self._language = language
        self._templating = templating
        self._why_not_llm = why_not_llm

    @property
    def engine(self) -> Engine:
        return Engine.RULES

    @property
    def why_not_llm(self) -> EngineReason | None:
        return self._why_not_llm

    async def parse_resume(self, document: Document, *, today: date) -> Resume:
        return await asyncio.to_thread(read_resume, document, vocabulary=self._vocabulary, today=today)

    async def parse_job(self, text: str, *, today: date) -> Posting:
        return await asyncio.to_thread(read_posting, text, vocabulary=self._vocabulary, today=today)

    async def match(self, resume: Resume, posting: Posting) -> Match:
        return await asyncio.to_thread(
            match, resume, posting, None, language=self._language, vocabulary=self._vocabulary
        )

    async def map_pain_points(self, resume: Resume, posting: Posting) -> PainPointMap:
        return await asyncio.to_thread(pain_points, resume, posting, language=self._language)

    async def write_offer(self, context: WritingContext, style: Style) -> Draft:
        return write_offer(
            context,
            tone=style.tone,
            length=style.length,
            level=style.level,
            variant_key=style.variant_key,
            engine=self._templating,
        )

    async def write_sequence(self, context: WritingContext, style: Style) -> tuple[WrittenStep, ...]:
        return write_sequence(
            context,
            tone=style.tone,
            length=style.length,
            level=style.level,
            variant_key=style.variant_key,
            engine=self._templating,
        )

    async def check_spam(
        self, subject: str, body: str, *, context: WritingContext | None = None, first_mail: bool = True
    ) -> LintReport:
        grounds = Grounds.of(context) if context else None
        return lint(
            subject, body, grounds=grounds, find_skills=self._vocabulary.find_skills if grounds else None,
            first_mail=first_mail,
        )  # fmt: skip

    async def summarise_research(self, text: str, *, company: str) -> Research:
        found = research(text, company=company)
        if not (found.facts or found.about):
            return found
        return Research(about=found.about, facts=found.facts, industries=self._vocabulary.industries_of(text))

    async def classify_reply(self, text: str, *, subject: str, today: date) -> Reading:
        headers = {"subject": subject}
        part = Part(content_type="text/plain", text=text, headers={})
        mail = InboundMail(headers=headers, every=tuple(headers.items()), parts=(part,))
        return await asyncio.to_thread(read_inbound, mail, today=today)

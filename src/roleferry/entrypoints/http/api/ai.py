"""`/ai/*`: ask without storing anything (SPEC 2)."""

from collections.abc import Mapping
from typing import Any

from litestar import Controller, post
from litestar.params import JSONBody

from roleferry.domain.model.engine import Answer
from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.use_cases.stateless.check_spam import CheckSpam
from roleferry.domain.use_cases.stateless.classify_reply import ClassifyReply
from roleferry.domain.use_cases.stateless.compare import Compare
from roleferry.domain.use_cases.stateless.draft_offer import DraftOffer
from roleferry.domain.use_cases.stateless.draft_sequence import CheckedStep, DraftSequence
from roleferry.domain.use_cases.stateless.drafting import Brief
from roleferry.domain.use_cases.stateless.extract_posting import ExtractPosting
from roleferry.domain.use_cases.stateless.extract_resume import ExtractResume
from roleferry.domain.use_cases.stateless.summarise_research import SummariseResearch
from roleferry.entrypoints.http.api import ai_examples as examples
from roleferry.entrypoints.http.api.ai_bodies import (
    CheckedMail,
    ClassifiedReply,
    CompanyResearch,
    Compared,
    JobToParse,
    MailToCheck,
    ParsedJob,
    ParsedResume,
    ReplyToClassify,
    ResearchToSummarise,
    ResumeToParse,
    StepView,
    ToCompare,
    ToWrite,
    WrittenOffer,
    WrittenSequence,
)
from roleferry.entrypoints.http.injected import Injected
from roleferry.ports.llm import Style


class TextOrFile(Invalid):
    """A résumé is given either as text or as a file."""

    code = "ai.text_or_file"


class AiController(Controller):
    """Questions that are answered and forgotten."""

    path = "/ai"
    tags = ("AI, stateless",)

    @post(
        "/parse-resume",
        operation_id="AiParseResume",
        summary="What a résumé says.",
        status_code=200,
        opt=examples.PARSE_RESUME,
    )
    async def parse_resume(
        self, data: JSONBody[ResumeToParse], extract_resume: Injected[ExtractResume]
    ) -> ParsedResume:
        """Read a résumé; nothing is stored, and nothing is filled in that is not there."""
        if (data.text is None) == (data.file is None):
            raise TextOrFile("give either text or file", errors=(FieldError("text", "or file, not both and not none"),))
        answer = await extract_resume(text=data.text, data=data.file, file_name=data.file_name, engine=data.engine)
        return ParsedResume(resume=answer.value, position=answer.value.position, **_author(answer))

    @post(
        "/parse-job-description",
        operation_id="AiParseJobDescription",
        summary="What an advert asks for.",
        status_code=200,
        opt=examples.PARSE_JOB,
    )
    async def parse_job(self, data: JSONBody[JobToParse], extract_posting: Injected[ExtractPosting]) -> ParsedJob:
        """Read an advert; nothing is stored."""
        answer = await extract_posting(text=data.text, engine=data.engine)
        return ParsedJob(job=answer.value, **_author(answer))

    @post(
        "/pain-point-map",
        operation_id="AiPainPointMap",
        summary="Which problems of an employer a résumé answers.",
        status_code=200,
        opt=examples.PAIN_POINTS,
    )
    async def pain_point_map(self, data: JSONBody[ToCompare], compare: Injected[Compare]) -> Compared:
        """Pair problems with résumé lines where there is evidence; the rest are gaps."""
        answer = await compare(resume_text=data.resume_text, job_text=data.job_text, engine=data.engine)
        found = answer.value
        return Compared(
            match=found.match,
            pairs=found.pain_points.pairs,
            gaps=found.pain_points.gaps,
            job_thin=found.posting.thin,
            resume_missing=found.resume.missing,
            **_author(answer),
        )

    @post("/offer", operation_id="AiOffer", summary="Write a note.", status_code=200, opt=examples.OFFER)
    async def offer(self, data: JSONBody[ToWrite], draft_offer: Injected[DraftOffer]) -> WrittenOffer:
        """Write the first note to one reader; each claim quotes its evidence."""
        answer = await draft_offer(_brief(data), _style(data), engine=data.engine)
        draft = answer.value.draft
        return WrittenOffer(
            subject=draft.subject,
            body=draft.body,
            tone=draft.tone,
            length=draft.length,
            level=draft.level,
            claims=draft.claims,
            thin=draft.thin,
            missing=draft.missing,
            lint=answer.value.lint,
            **_author(answer),
        )

    @post("/sequence", operation_id="AiSequence", summary="Write four mails.", status_code=200, opt=examples.SEQUENCE)
    async def sequence(self, data: JSONBody[ToWrite], draft_sequence: Injected[DraftSequence]) -> WrittenSequence:
        """Write the mails of a sequence to one reader."""
        answer = await draft_sequence(_brief(data), _style(data), engine=data.engine)
        return WrittenSequence(steps=tuple(_step(each) for each in answer.value), **_author(answer))

    @post(
        "/spam-check", operation_id="AiSpamCheck", summary="What to change in a mail.", status_code=200,
        opt=examples.SPAM_CHECK,
    )  # fmt: skip
    async def spam_check(self, data: JSONBody[MailToCheck], check_spam: Injected[CheckSpam]) -> CheckedMail:
        """Find spam phrases, with the exact words and their spans, and whatever else a reader would stumble over."""
        answer = await check_spam(subject=data.subject, body=data.body, first_mail=data.first_mail, engine=data.engine)
        report = answer.value
        return CheckedMail(
            spam_score=report.spam_score,
            matches=report.spam_matches,
            findings=report.findings,
            char_count=report.char_count,
            body_char_count=report.body_char_count,
            band=report.band,
            clean=report.clean,
            **_author(answer),
        )

    @post(
        "/company-research", operation_id="AiCompanyResearch", summary="What a text says about a company.",
        status_code=200, opt=examples.RESEARCH,
    )  # fmt: skip
    async def company_research(
        self, data: JSONBody[ResearchToSummarise], summarise_research: Injected[SummariseResearch]
    ) -> CompanyResearch:
        """Lift facts from the text you give; nothing is looked up and nothing invented."""
        answer = await summarise_research(text=data.text, company=data.company, engine=data.engine)
        found = answer.value
        return CompanyResearch(
            company=data.company,
            about=found.about,
            industries=found.industries,
            facts=found.facts,
            **_author(answer),
        )

    @post(
        "/classify-reply", operation_id="AiClassifyReply", summary="What a reply wants.", status_code=200,
        opt=examples.REPLY,
    )  # fmt: skip
    async def classify_reply(
        self, data: JSONBody[ReplyToClassify], classify_reply: Injected[ClassifyReply]
    ) -> ClassifiedReply:
        """Label a reply, with the words that decided it."""
        answer = await classify_reply(text=data.text, subject=data.subject, engine=data.engine)
        reading = answer.value
        return ClassifiedReply(
            label=reading.label,
            confidence=reading.confidence,
            words=reading.words,
            human=reading.label.human,
            positive=reading.positive,
            back_on=reading.back_on,
            new_text=reading.reply.text,
            **_author(answer),
        )


def _author(answer: Answer[Any]) -> Mapping[str, Any]:
    return {"engine": answer.engine, "engine_reason": answer.engine_reason}


def _style(data: ToWrite) -> Style:
    return Style(tone=data.tone, length=data.length, level=data.level, variant_key=data.contact_name or "")


def _brief(data: ToWrite) -> Brief:
    return Brief(
        resume_text=data.resume_text,
        job_text=data.job_text,
        job_title=data.job_title,
        company=data.company,
        company_facts=data.company_facts,
        contact_name=data.contact_name,
        contact_title=data.contact_title,
        level=data.level,
        sender_name=data.sender_name,
    )


def _step(checked: CheckedStep) -> StepView:
    step, draft = checked.step, checked.step.draft
    return StepView(
        kind=step.kind,
        day=step.day,
        same_thread=step.same_thread,
        angle=step.angle,
        subject=draft.subject,
        body=draft.body,
        claims=draft.claims,
        thin=draft.thin,
        missing=draft.missing,
        lint=checked.lint,
    )

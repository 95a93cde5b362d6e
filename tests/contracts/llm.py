"""What everybody who reads and writes texts promises, a language model as well as rules: nothing is invented."""

from __future__ import annotations

import re
from datetime import date

import pytest

from roleferry.domain.model.engine import Engine
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft, NothingToSay
from roleferry.ports.llm import Llm, Style
from tests.samples.files import ENGINEER, ENGINEER_JOB, MARKETER_JOB, SURGEON
from tests.unit.writing.people import a_full_context, evidence_texts

TODAY = date(2026, 11, 23)
EMPTY = WritingContext(resume=Resume(raw_text=""), job=Posting(raw_text=""))
STYLE = Style(variant_key="0198")
_NEWS = "Lantern Pay raised a seed round on 3 March 2026. Lantern Pay builds payment software for shops. Cats are nice."
_NUMBER = re.compile(r"\d+")


def numbers(text: str) -> set[str]:
    """Return every run of digits of a text."""
    return set(_NUMBER.findall(text))


class LlmContract:
    """Subclasses give an `llm`."""

    @pytest.fixture
    def llm(self) -> Llm:
        raise NotImplementedError

    def test_says_who_answers_and_why_it_is_no_language_model(self, llm: Llm) -> None:
        assert (llm.engine is Engine.LLM) == (llm.why_not_llm is None)

    @pytest.mark.parametrize("text", [ENGINEER, SURGEON])
    async def test_what_it_reads_in_a_resume_stands_there(self, llm: Llm, text: str) -> None:
        resume = await llm.parse_resume(Document.of_text(text), today=TODAY)
        bullets = tuple(bullet for position in resume.positions for bullet in position.bullets)
        single = (resume.name, resume.email, resume.phone, resume.location)
        items = (*resume.accomplishments, *resume.links, *bullets, *filter(None, single))
        assert items
        assert all(_squeezed(item.span.of(resume.raw_text)) == _squeezed(item.value) for item in items)
        assert all(skill.span.of(resume.raw_text) == skill.written for skill in resume.skills)
        assert all(metric.value in resume.raw_text for metric in resume.key_metrics)

    @pytest.mark.parametrize("text", ["", "\n\n", "\x00", "nothing of use"])
    async def test_what_it_does_not_find_in_a_resume_it_names(self, llm: Llm, text: str) -> None:
        resume = await llm.parse_resume(Document.of_text(text), today=TODAY)
        assert (resume.email, resume.phone, resume.positions, resume.education) == (None, None, (), ())
        assert resume.total_years_experience is None
        assert resume.missing

    @pytest.mark.parametrize("text", [ENGINEER_JOB, MARKETER_JOB])
    async def test_what_it_reads_in_an_advert_stands_there(self, llm: Llm, text: str) -> None:
        posting = await llm.parse_job(text, today=TODAY)
        lines = (*posting.responsibilities, *posting.benefits, *posting.pain_points)
        found = [(line.text, line.span) for line in lines]
        found += [(asked.text, asked.span) for asked in posting.requirements]
        assert found
        assert all(span.of(posting.raw_text) == words for words, span in found)
        assert all(skill.span.of(posting.raw_text) == skill.written for skill in posting.skills)
        assert not posting.thin

    async def test_too_little_of_an_advert_is_said_to_be_too_little(self, llm: Llm) -> None:
        for text in ("", "Engineer wanted", "\x00"):
            posting = await llm.parse_job(text, today=TODAY)
            assert posting.thin
            assert posting.salary is None

    async def test_the_same_texts_are_read_and_matched_the_same_again(self, llm: Llm) -> None:
        resumes = [await llm.parse_resume(Document.of_text(ENGINEER), today=TODAY) for _ in range(2)]
        postings = [await llm.parse_job(ENGINEER_JOB, today=TODAY) for _ in range(2)]
        matches = [await llm.match(resume, posting) for resume, posting in zip(resumes, postings, strict=True)]
        maps = [await llm.map_pain_points(resume, posting) for resume, posting in zip(resumes, postings, strict=True)]
        for first, second in (resumes, postings, matches, maps):
            assert first == second

    @pytest.mark.parametrize("job", [ENGINEER_JOB, MARKETER_JOB, ""])
    async def test_a_score_lies_between_0_and_100_and_gives_its_reasons(self, llm: Llm, job: str) -> None:
        resume = await llm.parse_resume(Document.of_text(ENGINEER), today=TODAY)
        match = await llm.match(resume, await llm.parse_job(job, today=TODAY))
        assert 0 <= match.score <= 100
        assert 0 <= match.confidence <= 1
        assert all(part.sentence for part in match.parts)

    async def test_who_suits_a_job_scores_higher_than_who_does_not(self, llm: Llm) -> None:
        posting = await llm.parse_job(ENGINEER_JOB, today=TODAY)
        engineer, surgeon = [
            (await llm.match(await llm.parse_resume(Document.of_text(text), today=TODAY), posting)).score
            for text in (ENGINEER, SURGEON)
        ]
        assert engineer > surgeon

    async def test_every_problem_is_answered_literally_or_named_a_gap(self, llm: Llm) -> None:
        resume = await llm.parse_resume(Document.of_text(ENGINEER), today=TODAY)
        posting = await llm.parse_job(ENGINEER_JOB, today=TODAY)
        found = await llm.map_pain_points(resume, posting)
        assert found.pairs
        for pair in found.pairs:
            assert pair.challenge_span.of(posting.raw_text) == pair.challenge_text
            assert _squeezed(pair.solution_span.of(resume.raw_text)) == _squeezed(pair.solution_text)
            assert 0 <= pair.relevance_score <= 1
        assert all(gap.challenge_span.of(posting.raw_text) == gap.challenge_text for gap in found.gaps)

    async def test_every_number_of_a_note_stands_in_its_evidence(self, llm: Llm) -> None:
        context = a_full_context()
        known = numbers(" ".join(evidence_texts(context)))
        for draft in await _drafts(llm, context):
            assert draft.body.strip()
            assert draft.subject.strip()
            assert numbers(draft.subject + draft.body) <= known

    async def test_the_same_reader_gets_the_same_words(self, llm: Llm) -> None:
        assert await _drafts(llm, a_full_context()) == await _drafts(llm, a_full_context())

    async def test_a_sequence_goes_forward_in_time_and_says_nothing_twice(self, llm: Llm) -> None:
        steps = await llm.write_sequence(a_full_context(), STYLE)
        days = [step.day for step in steps]
        assert days == sorted(set(days))
        assert len({step.draft.body for step in steps}) == len(steps)

    async def test_where_nothing_true_can_be_written_it_names_what_is_missing(self, llm: Llm) -> None:
        for write in (llm.write_offer, llm.write_sequence):
            with pytest.raises(NothingToSay) as refused:
                await write(EMPTY, STYLE)
            assert "Missing" in refused.value.detail

    async def test_a_number_out_of_the_blue_keeps_a_mail_from_going(self, llm: Llm) -> None:
        context = a_full_context()
        true = await llm.write_offer(context, STYLE)
        report = await llm.check_spam(true.subject, true.body, context=context)
        assert report.blockers == ()
        made_up = await llm.check_spam(true.subject, f"{true.body}\n\nI saved 98765 hours.", context=context)
        assert any("98765" in str(finding.match) for finding in made_up.blockers)

    @pytest.mark.parametrize("text", [_NEWS, "", "\x00", "Cats are nice and they sleep all day in the sun."])
    async def test_facts_stand_in_the_text_literally(self, llm: Llm, text: str) -> None:
        found = await llm.summarise_research(text, company="Lantern Pay")
        assert all(fact.span.of(text) == fact.text for fact in found.facts)
        assert found.about is None or found.about in text
        assert bool(found.facts) == (text == _NEWS)

    @pytest.mark.parametrize(
        "text",
        ["Please stop writing to me.", "Yes, let us talk on Tuesday.", "", "\x00", "I am not interested, thanks"],
    )
    async def test_a_reply_is_read_by_words_that_stand_in_it(self, llm: Llm, text: str) -> None:
        reading = await llm.classify_reply(text, subject="Re: Checkout", today=TODAY)
        assert reading == await llm.classify_reply(text, subject="Re: Checkout", today=TODAY)
        assert 0 <= reading.confidence <= 1
        assert all(words.casefold() in f"{text} Re: Checkout".casefold() for words in reading.words)


async def _drafts(llm: Llm, context: WritingContext) -> list[Draft]:
    offer = await llm.write_offer(context, STYLE)
    return [offer, *(step.draft for step in await llm.write_sequence(context, STYLE))]


def _squeezed(text: str) -> str:
    return " ".join(text.split())

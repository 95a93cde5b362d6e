"""What one contact's mails leave behind for the next one's makes them faster and changes no word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import pytest

from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.domain.model.ids import SequenceStepId, SequenceTemplateId
from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.skill import SkillMention
from roleferry.domain.model.writing.context import WritingContext, WrittenTo, template_context
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.mails import MailWriter, StepMail, Voice
from roleferry.domain.model.writing.once import RenderedOnce
from roleferry.domain.model.writing.skeletons import SKELETONS
from roleferry.domain.model.writing.standard import per_contact_template
from roleferry.domain.model.writing.steps import StepKind
from roleferry.domain.model.writing.templating import Templating, UnresolvedVariable
from roleferry.domain.model.writing.tone import Tone
from tests.unit.writing.people import NAMES, SKILLS, a_context, a_full_context

ENGINE = LiquidTemplateEngine()
SENTENCES = sorted({source for skeleton in SKELETONS for unit in skeleton.units for source in unit.wordings})


class _Counting(Templating):
    def __init__(self) -> None:
        self.rendered = 0

    def render(self, source: str, context: Mapping[str, object]) -> str:
        self.rendered += 1
        return ENGINE.render(source, context)

    def variables(self, source: str) -> tuple[str, ...]:
        return ENGINE.variables(source)


def _find_skills(text: str) -> list[SkillMention]:
    places = [(name, text.find(name)) for name in SKILLS if name in text]
    return [SkillMention(name=n, written=n, span=Span(at, at + len(n)), hard=True) for n, at in places]


def _a_writer(tone: Tone) -> MailWriter:
    template = per_contact_template(
        SequenceTemplateId(UUID(int=1)),
        name="For each",
        tone=tone,
        step_ids={kind: SequenceStepId(UUID(int=10 + place)) for place, kind in enumerate(StepKind)},
        lint=lambda _subject, _body: LintReport(),
    )
    return MailWriter(steps=template.mails, engine=LiquidTemplateEngine(), find_skills=_find_skills)


def _people() -> list[WritingContext]:
    """Return contacts of one job among strangers, so that what is kept of one is at hand for another."""
    contacts = [WrittenTo(full_name=name, role_title="Head of Platform") for name in (*NAMES, None)]
    same_job = [replace(a_full_context(), contact=contact) for contact in contacts]
    strangers = [a_context(seed) for seed in range(len(contacts))]
    return [context for pair in zip(same_job, strangers, strict=True) for context in pair]


def _mails(writer: MailWriter, tone: Tone, place: int, context: WritingContext, unlike: list[str]) -> list[StepMail]:
    voice = Voice(
        tone=tone, length=list(Length)[place % 3], level=list(RecipientLevel)[place % 4], variant_key=f"{tone}-{place}"
    )
    return list(writer.mails(context, voice, unlike=unlike))


@pytest.mark.parametrize("tone", Tone)
def test_a_writer_that_wrote_to_others_writes_what_a_new_one_would(tone: Tone) -> None:
    shared = _a_writer(tone)
    unlike: list[str] = []
    for place, context in enumerate(_people()):
        mails = _mails(shared, tone, place, context, unlike)
        assert mails == _mails(_a_writer(tone), tone, place, context, unlike)
        unlike += [mail.body for mail in mails if mail.body]


def _outcome(engine: Templating, source: str, context: Mapping[str, object]) -> str:
    try:
        return engine.render(source, context)
    except UnresolvedVariable as error:
        return f"unresolved: {error.name}"


def test_every_sentence_reads_as_the_engine_renders_it() -> None:
    once = RenderedOnce(ENGINE)
    for seed in range(3):
        offer = {"result": "cut costs", "reader": RecipientLevel.PEER, "need": " ", "employer": f"Firm {seed}"}
        data = template_context(a_context(seed), offer=offer)
        for source in SENTENCES:
            assert _outcome(once, source, data) == _outcome(ENGINE, source, data)
            assert _outcome(once, source, data) == _outcome(ENGINE, source, data)


def test_a_sentence_is_rendered_again_only_when_a_name_in_it_stands_for_something_else() -> None:
    counting = _Counting()
    once = RenderedOnce(counting)
    anna, mina = ({"contact": {"first_name": name}, "job": {"title": "Nurse"}} for name in ("Anna", "Mina"))
    assert [once.render("A {{ job.title }}", each) for each in (anna, mina)] == ["A Nurse", "A Nurse"]
    assert counting.rendered == 1
    assert [once.render("{{ contact.first_name }}", each) for each in (anna, mina)] == ["Anna", "Mina"]
    assert counting.rendered == 3


def test_what_is_no_text_is_never_taken_for_an_equal_one() -> None:
    once = RenderedOnce(ENGINE)
    assert [once.render("{{ offer.n }}", {"offer": {"n": n}}) for n in (1, 1.0, "1")] == ["1", "1.0", "1"]
    lists = {"job": {"skills": ["Redis", "Go"]}}
    assert once.render('{{ job.skills | join: "/" }}', lists) == "Redis/Go"
    assert once.render("{{ job.skills[1] }}", lists) == "Go"

"""What every draft must keep to, over many made-up people, thin, rich and awkward ones."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.writing.claims import ClaimKind
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft, NothingToSay, write_offer
from roleferry.domain.model.writing.first_person import tidy
from roleferry.domain.model.writing.grounds import Grounds
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.points import Points, points_of
from roleferry.domain.model.writing.sentences import said
from roleferry.domain.model.writing.sequence import WrittenStep, write_sequence
from roleferry.domain.model.writing.shape import paragraphs
from roleferry.domain.model.writing.steps import StepKind
from roleferry.domain.model.writing.tone import Tone
from tests.unit.writing.people import COMPANIES, EMPLOYERS, SKILLS, a_context, a_full_context, evidence_texts

ENGINE = LiquidTemplateEngine()
SEEDS = range(320)
PRESETS = tuple(itertools.product(Tone, Length, RecipientLevel))
FLATTERY = re.compile(
    r"hope this finds|impress(?!ion)|amaz|incredible|our team|passion|thrill|honou?red|admire|world.class",
    re.IGNORECASE,
)


def a_sequence(seed: int, *, bullets: int | None = None) -> tuple[WritingContext, tuple[WrittenStep, ...]]:
    context = a_context(seed, bullets=bullets)
    tone, length, level = PRESETS[seed % len(PRESETS)]
    try:
        return context, write_sequence(
            context, tone=tone, length=length, level=level, variant_key=str(seed), engine=ENGINE
        )
    except NothingToSay:
        return context, ()


@pytest.fixture(scope="module")
def sequences() -> list[tuple[WritingContext, tuple[WrittenStep, ...]]]:
    return [a_sequence(seed, bullets=6 if seed % 3 == 0 else None) for seed in SEEDS]


Sequences = list[tuple[WritingContext, tuple[WrittenStep, ...]]]


def test_most_people_have_something_to_say(sequences: Sequences) -> None:
    assert sum(bool(steps) for _, steps in sequences) > len(sequences) * 0.9


def test_no_number_is_invented(sequences: Sequences) -> None:
    for context, steps in sequences:
        texts = evidence_texts(context)
        for step in steps:
            for number in re.findall(r"\d[\d.,]*(?<![.,])", f"{step.draft.subject}\n{step.draft.body}"):
                assert any(number in text for text in texts), (number, step.draft)


def test_no_skill_and_no_employer_is_invented(sequences: Sequences) -> None:
    for context, steps in sequences:
        known = "\n".join(evidence_texts(context))
        asked = {skill.name for skill in context.job.skills}
        for step in steps:
            for name in (*SKILLS, *EMPLOYERS, *COMPANIES):
                if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", step.draft.body):
                    assert name in known or name in asked, (name, step.draft)
            held = {skill.written for skill in context.resume.skills}
            claimed = {claim.evidence.text for claim in step.draft.claims if claim.kind is ClaimKind.SKILL}
            assert claimed <= held


def test_every_claim_stands_in_the_mail_and_its_evidence_in_its_source(sequences: Sequences) -> None:
    for context, steps in sequences:
        texts = evidence_texts(context)
        for claim in (claim for step in steps for claim in step.draft.claims):
            assert any(claim.sentence in step.draft.body for step in steps)
            assert any(claim.evidence.text in text for text in texts)
            if claim.kind is ClaimKind.RESULT and claim.evidence.span:
                assert claim.evidence.span.of(context.resume.raw_text) == claim.evidence.text


def test_a_result_is_told_in_the_words_of_the_resume(sequences: Sequences) -> None:
    for _, steps in sequences:
        for claim in (claim for step in steps for claim in step.draft.claims if claim.kind is ClaimKind.RESULT):
            after_the_verb = " ".join(tidy(claim.evidence.text).split()[1:3]).rstrip(",.;")
            assert after_the_verb in claim.sentence
            assert set(re.findall(r"\d+", claim.sentence)) <= set(re.findall(r"\d+", claim.evidence.text))


def test_every_sentence_with_a_figure_is_a_claim(sequences: Sequences) -> None:
    for _, steps in sequences:
        for draft in (step.draft for step in steps):
            rest = draft.body
            for claim in draft.claims:
                rest = rest.replace(claim.sentence, "")
            rest = "\n".join(part for part in rest.splitlines() if not part.endswith("?"))
            assert not re.search(r"\d", re.sub(r"[^.?!]*\?", "", rest)), draft


def test_a_result_never_reads_as_done_at_another_employer(sequences: Sequences) -> None:
    for context, steps in sequences:
        owner = {bullet.value: position.company for position in context.resume.positions for bullet in position.bullets}
        for draft in (step.draft for step in steps):
            named: str | None = None
            results = [claim for claim in draft.claims if claim.kind is ClaimKind.RESULT]
            for claim in sorted(results, key=lambda claim: draft.body.find(claim.sentence)):
                here = next((name for name in EMPLOYERS if name in claim.sentence), None)
                named = here or named
                assert named is None or named == owner[claim.evidence.text], draft


def test_the_lint_finds_nothing_to_block(sequences: Sequences) -> None:
    for context, steps in sequences:
        bodies = [step.draft.body for step in steps]
        for place, step in enumerate(steps):
            report = lint(
                step.draft.subject,
                step.draft.body,
                grounds=Grounds.of(context),
                first_mail=place == 0,
                other_steps=bodies[:place] + bodies[place + 1 :],
            )
            assert report.clean, (report.blockers, step.draft)
            assert report.spam_score < 0.1
            assert len(paragraphs(step.draft.body)) <= 3
            assert len(step.draft.subject) <= 60
            assert not FLATTERY.search(step.draft.body)


def test_no_sentence_stands_in_two_steps(sequences: Sequences) -> None:
    for _, steps in sequences:
        sentences = [said("\n\n".join(paragraphs(step.draft.body))) for step in steps]
        for one, other in itertools.combinations(sentences, 2):
            assert not one & other


def test_no_body_is_longer_than_its_preset_and_a_shorter_one_says_so(sequences: Sequences) -> None:
    for _, steps in sequences:
        for draft in (step.draft for step in steps):
            assert len(draft.body) <= draft.length.most
            assert draft.thin == (len(draft.body) < draft.length.least)


def _enough_for(length: Length, points: Points) -> bool:
    """Tell whether the evidence reaches for a length: a role, and as many results of 40 characters as it has places."""
    results = {point.key for point in points.results if len(point.fills.get("result", "")) >= 40}
    wanted = {Length.SHORT: 1, Length.MEDIUM: 2, Length.LONG: 4}[length]
    return bool(points.roles) and len(results) >= wanted and (length is not Length.LONG or bool(points.needs))


def test_with_enough_evidence_every_first_note_has_its_length() -> None:
    checked = 0
    for seed in range(60):
        context = a_context(seed, bullets=8)
        points = points_of(context)
        for tone, length, level in PRESETS[seed % 6 :: 6]:
            if _enough_for(length, points):
                draft = _offer(context, tone, length, level, str(seed))
                assert length.least <= len(draft.body) <= length.most, draft
                checked += 1
    assert checked > 200


def _offer(context: WritingContext, tone: Tone, length: Length, level: RecipientLevel, key: str) -> Draft:
    return write_offer(context, tone=tone, length=length, level=level, variant_key=key, engine=ENGINE)


def test_the_same_contact_gets_the_same_words_and_colleagues_others() -> None:
    context = a_full_context()
    preset = (Tone.WARM, Length.MEDIUM, RecipientLevel.LINE_MANAGER)
    assert _offer(context, *preset, "one") == _offer(context, *preset, "one")
    bodies: list[str] = []
    for key in map(str, range(12)):
        draft = write_offer(
            context, tone=preset[0], length=preset[1], level=preset[2], variant_key=key, engine=ENGINE, unlike=bodies
        )
        assert draft.body not in bodies
        bodies.append(draft.body)


def test_nothing_known_is_an_error_that_says_what_is_missing() -> None:
    empty = WritingContext(resume=Resume(raw_text=""), job=Posting(raw_text=""))
    with pytest.raises(NothingToSay, match=r"something you have done.*what the note is about"):
        _offer(empty, Tone.DIRECT, Length.SHORT, RecipientLevel.PEER, "x")


def test_a_title_alone_makes_an_honest_short_note() -> None:
    context = replace(a_context(0, bullets=1), pain_points=())
    resume = replace(context.resume, accomplishments=(), skills=())
    bare = replace(context, resume=replace(resume, positions=tuple(replace(p, bullets=()) for p in resume.positions)))
    draft = _offer(bare, Tone.DIRECT, Length.LONG, RecipientLevel.LINE_MANAGER, "x")
    assert draft.thin
    assert "pain_points" in draft.missing
    assert bare.resume.position is not None
    assert bare.resume.position in draft.body


def test_a_name_of_any_length_ends_in_a_draft() -> None:
    context = a_context(3, bullets=6)
    long = replace(context, job=replace(context.job, title="Head of " + "Very " * 100 + "Long Things"))
    for tone, length, level in PRESETS[::7]:
        assert len(_offer(long, tone, length, level, "x").subject) <= 60


def test_a_sequence_has_four_angles_and_its_days() -> None:
    context, steps = a_sequence(3, bullets=8)
    assert [(step.kind, step.day, step.same_thread) for step in steps] == [
        (StepKind.INITIAL, 0, False),
        (StepKind.NUDGE, 2, True),
        (StepKind.VALUE_ADD, 4, True),
        (StepKind.FINAL, 7, True),
    ]
    assert len({step.angle for step in steps}) == 4
    kinds = (StepKind.NUDGE, StepKind.FINAL)
    tone, length, level = PRESETS[3]
    fewer = write_sequence(context, tone=tone, length=length, level=level, variant_key="3", engine=ENGINE, kinds=kinds)
    assert [(step.kind, step.day, step.same_thread) for step in fewer] == [
        (StepKind.NUDGE, 0, False),
        (StepKind.FINAL, 5, True),
    ]

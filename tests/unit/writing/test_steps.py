from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.domain.model.ids import ApplicationId, OfferId, SequenceStepId, SequenceTemplateId
from roleferry.domain.model.writing.campaign_name import LONGEST_NAME, campaign_name
from roleferry.domain.model.writing.draft import write_offer
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.names import first_name, full_name
from roleferry.domain.model.writing.offer import Offer
from roleferry.domain.model.writing.standard import render_step, standard_template
from roleferry.domain.model.writing.steps import BadRhythm, SequenceStep, SequenceTemplate, StepKind, check_rhythm
from roleferry.domain.model.writing.tone import Tone
from tests.unit.writing.people import a_context, a_full_context

ENGINE = LiquidTemplateEngine()


def template_lint(subject: str, body: str) -> LintReport:
    return lint(subject, body, is_template=True)


def a_template(tone: Tone = Tone.DIRECT, level: RecipientLevel = RecipientLevel.LINE_MANAGER) -> SequenceTemplate:
    return standard_template(
        SequenceTemplateId(UUID(int=1)),
        name="Standard",
        tone=tone,
        length=Length.MEDIUM,
        level=level,
        step_ids={kind: SequenceStepId(UUID(int=10 + place)) for place, kind in enumerate(StepKind)},
        lint=template_lint,
    )


def with_days(*days: int, enabled: tuple[bool, ...] = (True,) * 4) -> list[SequenceStep]:
    steps = a_template().steps
    return [
        step.edited(lint=template_lint, day=day, enabled=on) for step, day, on in zip(steps, days, enabled, strict=True)
    ]


def test_the_standard_sequence_is_clean_for_every_tone_and_reader() -> None:
    for tone in Tone:
        for level in RecipientLevel:
            template = a_template(tone, level)
            assert [step.day for step in template.steps] == [0, 2, 4, 7]
            assert all(step.lint.clean for step in template.steps), [step.lint.blockers for step in template.steps]
            for step in template.steps:
                ENGINE.check(step.subject)
                ENGINE.check(step.body)


def test_standard_steps_tell_each_result_once() -> None:
    context = a_full_context()
    bodies = [
        render_step(step.subject, step.body, context, level=RecipientLevel.LINE_MANAGER, engine=ENGINE).body
        for step in a_template().steps
    ]
    for place, body in enumerate(bodies):
        report = lint("Hello", body, first_mail=False, other_steps=bodies[:place])
        assert not [finding for finding in report.findings if finding.code == "repeated_sentence"]


@pytest.mark.parametrize("days", [(0, 2, 4, 7), (0, 1, 2, 3), (0, 10, 20, 30)])
def test_a_decent_rhythm_is_accepted(days: tuple[int, ...]) -> None:
    check_rhythm(with_days(*days))


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ((1, 2, 4, 7), "steps.0.day"),
        ((0, 0, 4, 7), "steps.1.day"),
        ((0, 2, 13, 14), "steps.2.day"),
        ((0, 2, 4, 3), "steps.3.day"),
    ],
)
def test_a_hasty_or_endless_rhythm_names_the_step(days: tuple[int, ...], wrong: str) -> None:
    with pytest.raises(BadRhythm) as caught:
        check_rhythm(with_days(*days))
    assert wrong in [error.path for error in caught.value.errors]


def test_a_step_can_be_switched_off() -> None:
    check_rhythm(with_days(0, 99, 4, 7, enabled=(True, False, True, True)))
    with pytest.raises(BadRhythm):
        check_rhythm(with_days(0, 2, 4, 7, enabled=(False, False, False, False)))


def test_the_first_mail_cannot_answer_in_a_thread() -> None:
    steps = a_template().steps
    with pytest.raises(BadRhythm, match="follow"):
        check_rhythm([steps[0].edited(lint=template_lint, same_thread=True), *steps[1:]])


def test_editing_a_step_counts_and_reads_it_again() -> None:
    template = a_template()
    step = template.steps[1].edited(lint=template_lint, subject="Hello", body="Click here, act now.")
    assert step.version == 1
    assert step.lint.body_char_count == len("Click here, act now.")
    assert step.lint.spam_matches
    changed = template.with_step(step)
    assert changed.steps[1] is step
    assert changed.version == 1
    assert template.steps[1].version == 0


def test_editing_an_offer_keeps_only_the_claims_still_made() -> None:
    draft = write_offer(
        a_context(6, bullets=8),
        tone=Tone.DIRECT,
        length=Length.MEDIUM,
        level=RecipientLevel.LINE_MANAGER,
        variant_key="1",
        engine=ENGINE,
    )
    offer = Offer.of(
        draft, id=OfferId(UUID(int=1)), application_id=ApplicationId(UUID(int=2)), contact_id=None,
        lint=lint(draft.subject, draft.body),
    )  # fmt: skip
    kept = draft.claims[0].sentence
    edited = offer.edited(lint=lint, body=f"Hi,\n\n{kept}")
    assert {claim.sentence for claim in edited.claims} == {kept}
    assert edited.version == 1
    assert edited.lint.body_char_count == len(edited.body)


def test_a_campaign_is_named_after_what_it_is() -> None:
    name = campaign_name(date(2026, 3, 9), role_focus="Platform Engineer", segment="Fintech 51–250", tone="warm")
    assert name == "2026-03-09 – Platform Engineer – Fintech 51–250 – email – warm"
    again = campaign_name(
        date(2026, 3, 9), role_focus="Platform Engineer", segment="Fintech 51–250", tone="warm", existing={name.upper()}
    )
    assert again == f"{name} (2)"


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(Tone), st.integers(0, 12))
def test_a_campaigns_name_fits_and_is_unique(role: str, segment: str, tone: Tone, others: int) -> None:
    names: list[str] = []
    for _ in range(others + 1):
        names.append(campaign_name(date(2026, 3, 9), role_focus=role, segment=segment, tone=tone, existing=names))
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= LONGEST_NAME and name.isprintable() for name in names)


@pytest.mark.parametrize(
    ("written", "full", "first"),
    [
        ("Anna Keller", "Anna Keller", "Anna"),
        ("LEE WONG", "Lee Wong", "Lee"),
        ("Dr. Mina Park", "Mina Park", "Mina"),
        ("O'Brien, Patrick", "Patrick O'Brien", "Patrick"),
        ("J. Smith", "J. Smith", None),
        ("anna@example.org", None, None),
        ("{{ name }}", None, None),
        ("  ", None, None),
        (None, None, None),
    ],
)
def test_a_name_is_said_as_people_say_it(written: str | None, full: str | None, first: str | None) -> None:
    assert full_name(written) == full
    assert first_name(written) == first

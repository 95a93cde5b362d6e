from __future__ import annotations

import itertools
import re

from roleferry.adapters.liquid import LiquidTemplateEngine
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.skeletons import SKELETONS, skeleton_for
from roleferry.domain.model.writing.skeletons.grammar import Skeleton, Weight, read_skeletons
from roleferry.domain.model.writing.standard import render_step, template_source
from roleferry.domain.model.writing.steps import StepKind
from roleferry.domain.model.writing.tone import Tone
from tests.unit.writing.people import a_full_context

ENGINE = LiquidTemplateEngine()
LIQUID = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def sources(skeleton: Skeleton) -> tuple[str, ...]:
    lines = (*skeleton.subjects, *skeleton.greetings, *skeleton.sign_offs)
    return (*lines, *(line for unit in skeleton.units for line in (*unit.wordings, *unit.instead)))


def test_there_is_one_for_every_tone_length_and_reader_and_for_every_step() -> None:
    for tone, length, level in itertools.product(Tone, Length, RecipientLevel):
        assert skeleton_for(tone, kind=length, reader=level).units
    for tone, kind in itertools.product(Tone, (StepKind.NUDGE, StepKind.VALUE_ADD, StepKind.FINAL)):
        assert skeleton_for(tone, kind=kind, reader="any").units
    assert len(SKELETONS) >= 60


def test_all_of_them_render_and_no_two_read_alike() -> None:
    context = a_full_context()
    bodies = []
    for skeleton in SKELETONS:
        subject, body = template_source(skeleton)
        rendered = render_step(subject, body, context, level=RecipientLevel.PEER, engine=ENGINE)
        assert rendered.subject
        assert "{" not in rendered.body
        bodies.append(rendered.body)
    assert len(set(bodies)) == len(SKELETONS)


def test_every_line_is_a_template_that_reads_from_the_context_only() -> None:
    for skeleton in SKELETONS:
        for source in sources(skeleton):
            ENGINE.check(source)


def test_none_holds_a_figure_a_spam_phrase_or_praise_of_its_own() -> None:
    for skeleton in SKELETONS:
        for source in sources(skeleton):
            words = LIQUID.sub("Xy", source)
            assert not re.search(r"\d", words), source
            assert not lint("Hello", words).spam_matches, source
            assert not re.search(r"\b(?:us|our|leverage|synergy|excited|guru)\b", words, re.IGNORECASE), source


def test_contacts_read_different_words_from_one_skeleton() -> None:
    for skeleton in SKELETONS:
        ways = len(skeleton.subjects)
        for unit in skeleton.units:
            ways *= len(unit.wordings) if unit.weight is not Weight.FILLER else 1
        assert ways >= 8, skeleton.name


def test_a_peer_is_never_asked_for_the_job() -> None:
    for skeleton in (each for each in SKELETONS if each.reader == RecipientLevel.PEER):
        text = " ".join(sources(skeleton)).casefold()
        for plea in (
            "consider me",
            "would like to be considered",
            "put me forward",
            "i wish to apply",
            "resume",
            "hire me",
        ):
            assert plea not in text, skeleton.name


def test_the_last_mail_asks_for_nothing_and_blames_nobody() -> None:
    for tone in Tone:
        text = " ".join(
            line for unit in skeleton_for(tone, kind=StepKind.FINAL, reader="any").units for line in unit.wordings
        )
        assert "?" not in text
        assert not re.search(
            r"heard back|no answer from you|disappoint|unfortunately|sadly|ignored", text, re.IGNORECASE
        )


def test_the_grammar_of_skeletons() -> None:
    (one,) = read_skeletons(
        "x",
        """
        greeting: Hi
        sign_off: Bye // {{ sender.name }}
        no need: About the job.
        == short peer
        subject: A
        | B
        You want {{ offer.need }} done.
        | You need {{ offer.need }}.

        ? I know.
        + By the way.
        """,
    )
    assert one.name == "x/short/peer"
    assert one.subjects == ("A", "B")
    assert one.sign_offs == ("Bye\n{{ sender.name }}",)
    assert [(unit.weight, unit.paragraph, len(unit.wordings), unit.instead) for unit in one.units] == [
        (Weight.NEEDED, 0, 2, ("About the job.",)),
        (Weight.EVIDENCE, 1, 1, ()),
        (Weight.FILLER, 1, 1, ()),
    ]

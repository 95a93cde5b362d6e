from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.findings import Severity
from roleferry.domain.model.writing.grounds import Grounds
from roleferry.domain.model.writing.length import Band, Length
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.numbers import numbers, readings
from roleferry.domain.model.writing.spam_phrases import SPAM_PHRASES

GROUNDS = Grounds(
    texts=("Cut p95 latency by 40 % for 1,200 users and saved $210k at HIPAA CENTRAL. Knows Redis.",),
    skills=frozenset({"redis"}),
    names=("Senior Kafka Engineer", "Norvane"),
)


@dataclass(frozen=True)
class Found:
    name: str
    written: str
    span: Span


def find_skills(text: str) -> list[Found]:
    found = ((name, text.find(name)) for name in ("Redis", "Kafka", "Go"))
    return [Found(name, name, Span(at, at + len(name))) for name, at in found if at >= 0]


def codes(subject: str, body: str, **options: Any) -> list[str]:
    return [finding.code for finding in lint(subject, body, **options).findings]


def test_a_plain_mail_has_no_findings() -> None:
    body = (
        "Hi Anna,\n\nYou need someone to cut latency. I cut p95 latency by 40 % with Redis.\n\nShall we talk?\n\nMaria"
    )
    report = lint("Latency", body, grounds=GROUNDS, find_skills=find_skills)
    assert report.findings == ()
    assert report.spam_score == 0
    assert report.body_char_count == len(body)
    assert report.char_count == len(body) + len("Latency")
    assert report.clean


def test_there_are_two_hundred_spam_phrases_and_more() -> None:
    assert len(SPAM_PHRASES) >= 200


@pytest.mark.parametrize("text", ["freedom", "carefree", "free-form", "guaranteeing", "the #10 bus", "sales", "gurus"])
def test_a_phrase_inside_a_word_is_no_spam(text: str) -> None:
    assert "spam_phrase" not in codes("Hello", f"I like {text} a lot.")


def test_spam_phrases_are_found_with_their_places_whatever_their_case() -> None:
    body = "ACT NOW, this is Risk-Free and you won’t believe it."
    report = lint("Hello", body)
    assert [finding.span.of(body) for finding in report.spam_matches if finding.span] == [
        "ACT NOW", "Risk-Free", "you won’t believe",
    ]  # fmt: skip
    assert 0.6 <= report.spam_score < 1
    assert not report.clean


def test_every_spam_phrase_is_found_in_a_sentence() -> None:
    for phrase in SPAM_PHRASES:
        assert "spam_phrase" in codes("Hello", f"well {phrase} then"), phrase


def test_more_spam_scores_higher_and_repetition_does_not() -> None:
    one, again, two = (
        lint("Hello", text).spam_score for text in ("Click here.", "Click here. Click here.", "Click here. Act now.")
    )
    assert one == again < two <= 1


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("I cut it by 40%.", None),
        ("I cut it by 40 percent.", None),
        ("I cut it by 41%.", "41%"),
        ("I led 40 people.", "40"),
        ("I had 1200 users.", None),
        ("I had 1.2k users.", None),
        ("I saved $210,000.", None),
        ("I saved 210k.", "210k"),
        ("I tuned p95.", None),
        ("I tuned p99.", "p99"),
        ("Can we have a 15-minute call at 10:30?", None),
        ("See https://example.org/2024/7 for more.", None),
    ],
)
def test_a_number_needs_evidence(text: str, wrong: str | None) -> None:
    found = [
        finding
        for finding in lint("Hello", text, grounds=GROUNDS).findings
        if finding.code == "number_without_evidence"
    ]
    assert [finding.match for finding in found] == ([wrong] if wrong else [])
    assert all(
        finding.severity is Severity.BLOCKER and finding.span and finding.span.of(text) == wrong for finding in found
    )


def test_a_skill_is_blocked_only_where_the_sender_claims_it() -> None:
    def found(text: str) -> list[str | None]:
        report = lint("Hello", text, grounds=GROUNDS, find_skills=find_skills)
        return [finding.match for finding in report.findings if finding.code == "skill_without_evidence"]

    assert found("I have run Kafka for years.") == ["Kafka"]
    assert found("You need Kafka.") == []
    assert found("I have run Redis.") == []
    assert found("I am writing about the Senior Kafka Engineer role.") == []
    assert found('I read: "Kafka experience".') == []
    assert found("I have not used Kafka yet.") == []


def test_the_shape_of_a_mail() -> None:
    assert "many_paragraphs" not in codes("Hi", "Hi Anna,\n\nOne.\n\nTwo.\n\nThree.\n\nMaria Lopez")
    assert "many_paragraphs" in codes("Hi", "Hi Anna,\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nMaria Lopez")
    assert "many_links" in codes("Hi", "See https://a.example https://b.example www.c.example")
    assert "many_links" not in codes("Hi", "See https://a.example https://b.example")
    assert "long_subject" in codes("x" * 61, "Hello there.")
    assert "long_subject" not in codes("x" * 60, "Hello there.")
    assert "all_caps" in codes("GREAT NEWS", "Hello there.")
    assert "all_caps" not in codes("AWS and SQL", "Hello there.")
    assert "all_caps" not in codes("Hello", "I was at HIPAA CENTRAL.", grounds=GROUNDS)


def test_a_reply_mark_is_false_on_a_first_mail_only() -> None:
    assert "false_reply" in codes("Re: your role", "Hello there.")
    assert "false_reply" in codes(" AW: your role", "Hello there.")
    assert "false_reply" not in codes("Re: your role", "Hello there.", first_mail=False)
    assert "false_reply" not in codes("Regarding your role", "Hello there.")


@pytest.mark.parametrize(
    "text",
    [
        "I saw you opened my mail.", "I noticed that you viewed it.", "You live near the office.",
        "I know where you live.", "You were online at 23:40.", "I came by 14 Maple Street.",
        "How are your kids?", "I have been following you.",
    ],
)  # fmt: skip
def test_what_would_creep_the_reader_out_is_blocked(text: str) -> None:
    assert "unsettling" in codes("Hello", text)


@pytest.mark.parametrize(
    "text", ["Hi {{ contact.first_name }},", "Hi [First Name],", "Hi {first_name},", "Hi %NAME%,", "{% if x %}"]
)
def test_a_name_never_filled_in_is_blocked(text: str) -> None:
    assert "unresolved_variable" in codes("Hello", text)


def test_template_marks_may_stand_in_a_template() -> None:
    greeting = "{% if contact.first_name %}Hi {{ contact.first_name }},{% endif %}"
    body = f"{greeting}\n\nI {{{{ offer.result }}}}.\n\n{{{{ sender.name }}}}"
    assert codes("{{ job.title }}", body, is_template=True, grounds=GROUNDS) == []


def test_the_same_sentence_in_two_steps_is_found_but_greeting_and_name_are_none() -> None:
    first = "Hi Anna,\n\nI cut the monthly close in half. Shall we talk?\n\nAna María de la Cruz Ortega"
    second = "Hi Anna,\n\nI CUT the monthly close in half! And more.\n\nAna María de la Cruz Ortega"
    report = lint("Hello", second, first_mail=False, other_steps=[first])
    found = [finding for finding in report.findings if finding.code == "repeated_sentence"]
    assert [finding.span.of(second) for finding in found if finding.span] == ["I CUT the monthly close in half!"]


def test_a_footer_is_neither_counted_nor_read() -> None:
    body = "Hello there, Anna."
    report = lint("Hello", f"{body}\n\n-- \n14 Maple Street, 99 Springfield. Click here to unsubscribe.")
    assert report.body_char_count == len(body)
    assert report.findings == ()


@pytest.mark.parametrize(
    ("count", "band"), [(0, "short"), (199, "short"), (200, "optimal"), (500, "optimal"), (501, "long")]
)
def test_the_band_of_a_body(count: int, band: str) -> None:
    assert Band.of(count) == band


def test_lengths_keep_within_a_fifth() -> None:
    assert [(length.least, length.most) for length in Length] == [(160, 240), (320, 480), (480, 720)]


def test_numbers_are_compared_by_value_and_kind() -> None:
    assert ("plain", "1200") in readings(("1,200 users",)) & readings(("1200 users",)) & readings(("1.2k users",))
    assert readings(("40%",)) != readings(("40",))
    assert {value for number in numbers("1.200") for value in number.values} == {"1200", "1.2"}


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_is_read_and_every_span_points_into_it(subject: str, body: str) -> None:
    report = lint(subject, body, grounds=GROUNDS, find_skills=find_skills, other_steps=[body])
    assert 0 <= report.spam_score <= 1
    for finding in report.findings:
        assert finding.message
        if finding.span:
            assert 0 <= finding.span.start <= finding.span.end <= max(len(subject), len(body))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", ["a", "I ", "{{", "1.", "[First ", "www.", "A ", "AB-", "\n\n", '"', "free ", "1,000,"]
)
def test_a_long_text_is_read_in_bounded_time(piece: str) -> None:
    lint(piece * 10, piece * 20_000, grounds=GROUNDS, find_skills=find_skills)

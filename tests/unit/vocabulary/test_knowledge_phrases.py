"""Adverts ask for more than any list has: the words around show what is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def written(text: str) -> list[str]:
    return [mention.written for mention in VOCABULARY.knowledge_phrases(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solid knowledge of zeolite catalysis and SQL.", ["zeolite catalysis", "SQL"]),
        ("You have experience with Quibbler, Python or frobnication.", ["Quibbler", "Python", "frobnication"]),
        ("Bachelor's degree in Computer Science required", ["Bachelor's degree", "Computer Science"]),
        ("Strong background in plankton chanting to support our team", ["plankton chanting"]),
        ("Experience with Kafka, RocksDB and Redis", ["Kafka", "RocksDB", "Redis"]),
    ],
)
def test_finds_listed_and_unlisted_knowledge(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We offer health insurance, a pension and mental health days.",
        "All applicants receive consideration regardless of gender, race or religion.",
        "Experience of working in a fast-paced environment",
        "You will join a PhD fellowship",
        "We are hiring a Full Stack Developer",
        "",
    ],
)
def test_perks_rights_titles_and_empty_words_are_no_knowledge(text: str) -> None:
    assert written(text) == []


PIECES = [
    "experience with",
    "knowledge of",
    "and",
    ",",
    "Python",
    "(",
    "degree in",
    "e.g.",
    "\n",
    "•",
    "R",
    "PhD",
    "is",
]


@settings(max_examples=150)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_mentions_are_literal_ordered_and_apart_on_any_text(text: str) -> None:
    for mentions in (VOCABULARY.knowledge_phrases(text), VOCABULARY.skill_phrases(text)):
        end = 0
        for mention in mentions:
            assert mention.span.of(text) == mention.written
            assert end <= mention.span.start < mention.span.end
            end = mention.span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Proven ability to influence suppliers.", ["influence suppliers"]),
        (
            "You will be reducing costs and managing all aspects of the kitchen",
            ["reducing costs", "managing all aspects of the kitchen"],
        ),
        ("An enthusiastic person with SAP experience", ["enthusiastic", "SAP"]),
        ("We are looking for a Purchasing Manager", []),
    ],
)
def test_tasks_and_traits_are_skill_phrases(text: str, expected: list[str]) -> None:
    assert [mention.written for mention in VOCABULARY.skill_phrases(text)] == expected

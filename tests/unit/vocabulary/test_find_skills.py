"""Known skills are found under their canonical names, and ordinary words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def names(text: str) -> list[str]:
    return [mention.name for mention in VOCABULARY.find_skills(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k8s, JS and Postgres", ["Kubernetes", "JavaScript", "PostgreSQL"]),
        ("Node.js / NodeJS / node js", ["Node.js"] * 3),
        ("C++, C# and C", ["C++", "C#", "C"]),
        ("Go developer with React", ["Go", "React"]),
        ("languages: go, python, r", ["Go", "Python", "R"]),
        ("R&D in CI/CD", ["research & development", "CI/CD"]),
        ("Microsoft Excel, Power BI", ["Excel", "Power BI"]),
        (
            "ran unit tests on relational database servers",
            ["unit testing", "relational databases"],
        ),
    ],
)
def test_finds_every_spelling_of_a_skill(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I go to work by train",
        "You will excel here",
        "a swift reaction in spring",
        "in other words, access to the outlook",
        "plan C is to puppet the chef",
        "Go ahead. Spring is near.",
    ],
)
def test_leaves_ordinary_words_alone(text: str) -> None:
    assert names(text) == []


@settings(max_examples=100)
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["Go", "C++", "c#", ".NET", "&", "k8s", ",", "\n", "R", "Ex"])).map(" ".join)
)
def test_mentions_are_literal_ordered_and_apart_on_any_text(text: str) -> None:
    end = 0
    for mention in VOCABULARY.find_skills(text):
        assert mention.span.of(text) == mention.written
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end


def test_every_canonical_name_means_itself() -> None:
    for spellings in (VOCABULARY.skills.trie.lookup(m) for m in ("k8s", "JS", "Golang", "MS Excel")):
        assert VOCABULARY.canonical_skill(spellings[0].entry.name) == spellings[0].entry.name

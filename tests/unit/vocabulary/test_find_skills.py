"""Known skills are found under their canonical names, and ordinary words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
PIECES = ["Go", "C++", "c#", ".NET", "&", "k8s", ",", "\n", "R", "Excel", "and", "Node", ".", "js", "at", "SAP", "3.11"]
texts = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


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
        ("Microsoft Word and MS Excel", ["Word", "Excel"]),
        ("ran unit tests on relational database servers", ["unit testing", "relational databases"]),
        ("ASP.NET and .NET Core", ["ASP.NET", ".NET Core"]),
        ("PYTHON, KUBERNETES", ["Python", "Kubernetes"]),
        ("machine\nlearning", ["machine learning"]),
        ("experience with Salesforce", ["Salesforce"]),
        ("phlebotomy, wound care, forklift driving", ["phlebotomy", "wound care", "forklift operation"]),
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
        "the rest of the team, at the helm of a lean boat",
        "raised a Series C round for the C-suite",
        "https://github.com/jo/python-kafka jo@react.dev",
        "Account Executive at Salesforce",
        "Salesforce, Dublin\n2019",
    ],
)
def test_leaves_ordinary_words_alone(text: str) -> None:
    assert names(text) == []


def test_a_dotted_version_belongs_to_what_was_written() -> None:
    (mention,) = VOCABULARY.find_skills("Python 3.11 services")
    assert (mention.name, mention.written) == ("Python", "Python 3.11")


def test_soft_skills_are_marked() -> None:
    assert [mention.hard for mention in VOCABULARY.find_skills("teamwork and Terraform")] == [False, True]


@settings(max_examples=150)
@given(texts)
def test_mentions_are_literal_ordered_and_apart_on_any_text(text: str) -> None:
    end = 0
    for mention in VOCABULARY.find_skills(text):
        assert mention.span.of(text) == mention.written
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end


@settings(max_examples=50)
@given(texts)
def test_finding_twice_finds_the_same(text: str) -> None:
    assert VOCABULARY.find_skills(text) == VOCABULARY.find_skills(text)


def test_every_spelling_leads_to_a_name_that_means_itself() -> None:
    for entry in VOCABULARY.skills.entries():
        for spelling in entry.spellings:
            canonical = VOCABULARY.canonical_skill(spelling.written)
            assert canonical is not None, spelling
            assert VOCABULARY.canonical_skill(canonical) == canonical, spelling


def test_an_unknown_word_has_no_canonical_name() -> None:
    assert VOCABULARY.canonical_skill("zzyzx") is None
    assert VOCABULARY.canonical_skill("") is None

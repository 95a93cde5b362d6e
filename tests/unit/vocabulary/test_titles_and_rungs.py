"""Job titles, known and new, and where they stand on the ladder."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.jobs.posting import Seniority

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    "title",
    [
        "Senior Software Engineer",
        "Head of Data",
        "VP of Sales, EMEA",
        "Staff Nurse",
        "Quantum Widget Analyst II",
        "co-founder",
    ],
)
def test_titles_are_recognised(title: str) -> None:
    assert VOCABULARY.is_title(title)


@pytest.mark.parametrize("text", ["Berlin, Germany", "Python", "Led a team of engineers.", "Acme GmbH", "", "x" * 5000])
def test_other_lines_are_no_titles(text: str) -> None:
    assert not VOCABULARY.is_title(text)


def test_titles_are_found_in_prose() -> None:
    text = "Director of Product Marketing at Acme, then a project manager under the Chief Financial Officer"
    assert [title for title, _ in VOCABULARY.find_titles(text)] == [
        "Director of Product Marketing",
        "project manager",
        "Chief Financial Officer",
    ]


@pytest.mark.parametrize(
    ("title", "rung"),
    [
        ("Marketing Intern", Seniority.ENTRY),
        ("Junior Developer", Seniority.ENTRY),
        ("Software Engineer", Seniority.IC),
        ("Product Manager", Seniority.IC),
        ("HR Business Partner", Seniority.IC),
        ("Executive Assistant to the CEO", Seniority.IC),
        ("Senior Product Manager", Seniority.SENIOR),
        ("Staff Software Engineer", Seniority.PRINCIPAL),
        ("Engineering Manager", Seniority.MANAGER),
        ("Head of Design", Seniority.DIRECTOR),
        ("Senior Vice President, Sales", Seniority.VP),
        ("Co-Founder & CTO", Seniority.EXECUTIVE),
        ("Acme GmbH", None),
        ("Partner Success Manager", Seniority.MANAGER),
        ("Partner, Tax", Seniority.EXECUTIVE),
    ],
)
def test_a_title_has_a_rung(title: str, rung: Seniority | None) -> None:
    assert VOCABULARY.seniority_of(title) == rung


@settings(max_examples=100)
@given(
    st.text(max_size=120) | st.lists(st.sampled_from(["Director", "of", "Senior", "&", "Engineer", "\n"])).map(" ".join)
)
def test_found_titles_are_literal_ordered_and_apart(text: str) -> None:
    end = 0
    for title, span in VOCABULARY.find_titles(text):
        assert span.of(text) == title
        assert end <= span.start < span.end
        end = span.end
    VOCABULARY.seniority_of(text)

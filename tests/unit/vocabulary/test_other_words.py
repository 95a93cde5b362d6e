"""Degrees, legal forms and industries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    "text",
    [
        "BSc (Hons) Physics",
        "B.A. in Economics",
        "MBA",
        "Master of Arts",
        "Ph.D. in X",
        "Diploma in Nursing",
        "• M.Sc. Law",
    ],
)
def test_degrees_are_recognised(text: str) -> None:
    assert VOCABULARY.is_degree(text)


@pytest.mark.parametrize(
    "text", ["ma petite", "As a manager", "Mastered the art", "be", "Associate Director", "", "MBA " * 99]
)
def test_other_lines_are_no_degrees(text: str) -> None:
    assert not VOCABULARY.is_degree(text)


def test_degrees_keep_their_dots() -> None:
    found = VOCABULARY.find_degrees("PhD in Biology, 2010; B.Sc. Chemistry")
    assert [degree for degree, _ in found] == ["PhD", "B.Sc."]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Acme GmbH & Co. KG", "Acme"),
        ("Acme, Inc.", "Acme"),
        ("Acme Pty Ltd", "Acme"),
        ("Acme A/S", "Acme"),
        ("Acme Holdings Ltd", "Acme"),
        ("The Company", "The Company"),
        ("Inc", "Inc"),
        ("Acme", "Acme"),
        ("", ""),
    ],
)
def test_legal_forms_are_stripped(name: str, bare: str) -> None:
    assert VOCABULARY.strip_company_suffix(name) == bare


def test_industries_come_clearest_first() -> None:
    text = "A fintech for payment processing; one client is a hospital"
    assert VOCABULARY.industries_of(text) == ("Fintech", "Healthcare")


def test_one_weak_cue_names_no_industry() -> None:
    assert VOCABULARY.industries_of("the network") == ()


@settings(max_examples=100)
@given(st.text(max_size=150))
def test_nothing_breaks_on_any_text(text: str) -> None:
    for degree, span in VOCABULARY.find_degrees(text):
        assert span.of(text) == degree
    assert VOCABULARY.strip_company_suffix(text) in text
    VOCABULARY.industries_of(text)
    VOCABULARY.is_degree(text)

"""Values are compared one to one, as the README of the sets says."""

from __future__ import annotations

import pytest

from evaluation.likeness import alike, compare, normal


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("University of Oslo", "University of Oslo, Faculty of Law"),
        ("St Patricks Junior College", "St Patricks Juinor College"),
        ("Café Müller", "cafe muller"),
    ],
)
def test_like_values_match(left: str, right: str) -> None:
    assert alike(normal(left), normal(right))


@pytest.mark.parametrize(("left", "right"), [("Java", "JavaScript"), ("a", "a b c d e"), ("Acme", "")])
def test_unlike_values_do_not(left: str, right: str) -> None:
    assert not alike(normal(left), normal(right))


def test_each_value_matches_once_and_equal_ones_first() -> None:
    counts = compare(["Acme Bank", "Acme"], ["Acme"], same=alike)
    assert (counts.right, counts.found, counts.there) == (1, 2, 1)
    assert (counts.precision, counts.recall) == (0.5, 1.0)


def test_nothing_found_scores_nothing() -> None:
    counts = compare([], ["Acme"])
    assert (counts.precision, counts.recall, counts.f1) == (0.0, 0.0, 0.0)

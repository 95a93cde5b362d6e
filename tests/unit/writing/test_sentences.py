"""A sentence ends where it ends."""

from __future__ import annotations

from roleferry.domain.model.writing.sentences import sentences


def test_an_abbreviation_within_brackets_ends_no_sentence() -> None:
    told = "Taught adult learning (avg. 4.8 of 5). Wrote the handbook."
    assert sentences(told) == ("Taught adult learning (avg. 4.8 of 5).", "Wrote the handbook.")


def test_a_bracket_left_open_ends_with_its_line() -> None:
    assert sentences("Taught (avg. 4.8 Of five\nWrote the handbook.") == (
        "Taught (avg. 4.8 Of five",
        "Wrote the handbook.",
    )

"""One line alone: what it is for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.posting import LineKind
from roleferry.domain.model.jobs.reading import classify_line
from tests.unit.jobs.lines import ALL


def test_nine_of_ten_lines_are_read_right() -> None:
    wrong = [(line, kind) for line, kind in ALL if classify_line(line) != kind]
    assert len(wrong) <= len(ALL) // 20, wrong


@pytest.mark.parametrize(
    "line", ["", " ", "-", "•", "\x00", "\ud800", "Requirements", "Requirements:", "WHAT WE OFFER", "About us"]
)
def test_nothing_and_headings_are_for_nothing(line: str) -> None:
    assert classify_line(line) is LineKind.OTHER


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "1. ", "– ", "✓ ", "  o  ".replace("o", "·")])
def test_a_bullet_changes_nothing(mark: str) -> None:
    for line, _ in ALL[::7]:
        assert classify_line(mark + line) is classify_line(line)


def test_neither_case_of_quotes_nor_of_spaces_matters() -> None:
    assert (
        classify_line("You’ll   own the roadmap") is classify_line("You'll own the roadmap") is LineKind.RESPONSIBILITY
    )


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_any_line_has_a_kind(line: str) -> None:
    assert isinstance(classify_line(line), LineKind)


@pytest.mark.parametrize(
    "unit", ["a", "experience ", "you will ", "(", "- ", "Skills: ", "1", ".", "\u202e", "e.g. ", "A; "]
)
def test_a_megabyte_line_costs_no_more_than_a_long_one(unit: str) -> None:
    assert isinstance(classify_line(unit * (1_000_000 // len(unit))), LineKind)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Be comfortable leading a small crew", "requirement"),
        ("Approach and method: Expertise in lean planning", "requirement"),
        ("You will also have sound knowledge of switchgear", "requirement"),
        ("Overhaul pumps between shifts", "responsibility"),
        ("Embedding lean methods on two sites", "responsibility"),
        ("Stock Purchase Plan", "other"),
        ("Learning & Development Resources", "other"),
        ("Training & Development", "other"),
        ("Training and development of junior fitters", "responsibility"),
    ],
)
def test_a_line_is_told_by_its_own_words(line: str, kind: str) -> None:
    assert classify_line(line).value == kind

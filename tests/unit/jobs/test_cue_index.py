"""The index of cues finds exactly what a search for each cue finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.reading.asked_cues import ASKED
from roleferry.domain.model.jobs.reading.cue import CueIndex, Side, cues
from roleferry.domain.model.jobs.reading.duty_cues import DUTY
from roleferry.domain.model.jobs.reading.openings import alternatives_of
from roleferry.domain.model.jobs.reading.other_cues import OTHER
from roleferry.domain.model.jobs.reading.pattern_index import PatternIndex

ALL = (*DUTY, *ASKED, *OTHER)
INDEX = CueIndex.of(ALL)
WORDS = (
    "you will you'll be responsible for the our we offer experience with 5+ years degree in must have a plus "
    "manage managing team salary £ 40,000 to ensure asp.net .net c++ join us! apply now? @jo equal opportunity skills, "
    "this role involves day-to-day strong java, - (remote) 10 million customers https://a.b is a leading"
).split()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=14))
def test_the_index_finds_what_searching_each_cue_finds(words: list[str]) -> None:
    said = " ".join(words).lower()
    assert INDEX.found_in(said) == [cue for cue in ALL if cue.pattern.search(said)]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:a|bc)d", {"ad", "bcd"}),
        (r"\bno(?:w|t)? x", {"now x", "not x", "no x"}),
        (r"\b(?!in)a{2}b", {"a"}),
        (r"\b[ab]c\d", {"ac", "bc"}),
        (r"\bcolou?r\b", {"color", "colour"}),
        (r"\b[0-9]x", {f"{digit}x" for digit in range(10)}),
    ],
)
def test_an_alternative_tells_with_which_letters_it_can_begin(pattern: str, words: set[str]) -> None:
    (found,) = alternatives_of(pattern)
    assert (found.words, found.anywhere) == (frozenset(words), False)


@pytest.mark.parametrize("pattern", [r"\b\w+ing", r"\b(?:a)?", r"x|y", r"[£$]\d", r"\b\.net", r"\b.{3}x", r"\b[^a]b"])
def test_what_is_not_understood_may_begin_anywhere(pattern: str) -> None:
    assert all(found.anywhere for found in alternatives_of(pattern))


def test_the_alternatives_together_are_the_pattern() -> None:
    for cue in ALL:
        assert "|".join(found.pattern for found in alternatives_of(cue.pattern.pattern)) == cue.pattern.pattern


def test_an_opening_of_several_words_hides_no_other_that_begins_within_it() -> None:
    assert PatternIndex.of([r"\bin order\b", r"\bor else\b"]).found_in("in or else") == [1]


def test_most_cues_are_tried_only_where_they_can_begin() -> None:
    tried_everywhere = sum(found.anywhere for cue in ALL for found in alternatives_of(cue.pattern.pattern))
    assert tried_everywhere < 10


def test_a_cue_counts_once_however_often_it_is_said() -> None:
    (cue,) = cues(Side.DUTY, (1.0, r"\bship\b|^lead"))
    assert CueIndex.of([cue]).found_in("lead and ship, ship") == [cue]
    assert re.search(cue.pattern, "lead")

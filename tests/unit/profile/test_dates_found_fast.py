"""Dates are tried only at the words they can begin with, and none is missed for it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.profile.reading import dates

PIECES = st.sampled_from(
    "Jan january Sept. mai 06/2019 2016 2016–17 – - to Present now Q2 summer 2018 '19 1st 04/05/2019 x2019 _2019 $2019 "
    "2019-07 since May-19 déc. MÄRZ 3/17 , \n of 12".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=12), st.sampled_from([" ", "", "/"]))
def test_what_a_search_through_the_whole_text_finds_is_found(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    starts = [word.start() for word in dates._WORD.finditer(text) if dates._may_begin(word[0][:3])]
    for pattern in (dates._RANGE, dates._MONTHS_ONLY, dates._NUMBERS):
        tried = [found.span() for found in dates._matches(pattern, text, starts)]
        assert tried == [found.span() for found in pattern.finditer(text)]

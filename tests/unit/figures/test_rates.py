from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roleferry.domain.model.figures.rates import Rate


def test_a_rate_of_nothing_is_null_and_keeps_its_counts() -> None:
    assert Rate.of(0, 0) == Rate(value=None, numerator=0, denominator=0)


def test_a_rate_shows_its_counts() -> None:
    assert Rate.of(3, 9) == Rate(value=3 / 9, numerator=3, denominator=9)
    assert Rate.of(3, 9).percent == 33.3


def test_below_ten_no_rate_is_claimed_in_words() -> None:
    assert Rate.of(3, 9).words("delivered") == "3 of 9 delivered; too few for a rate"
    assert Rate.of(3, 10).words("delivered") == "30.0 % (3 of 10 delivered)"


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_rate_is_null_exactly_when_there_is_nothing_to_divide_by(numerator: int, denominator: int) -> None:
    assert (Rate.of(numerator, denominator).value is None) == (denominator == 0)

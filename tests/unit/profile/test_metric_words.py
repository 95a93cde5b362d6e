"""A figure in words carries its unit exactly once."""

import pytest

from roleferry.domain.model.profile.resume import Direction, KeyMetric
from roleferry.domain.model.text import Span


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("38%", "%", "38%"),
        ("38", "%", "38%"),
        ("$2M", "$", "$2M"),
        ("3", "x", "3x"),
        ("900", "ms", "900 ms"),
        ("10,000+", "", "10,000+"),
    ],
)
def test_a_figure_has_its_unit_once(value: str, unit: str, words: str) -> None:
    metric = KeyMetric(value=value, unit=unit, direction=Direction.UP, sentence="We grew.", span=Span(0, 2))
    assert metric.words == words

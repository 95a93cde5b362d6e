"""A figure in words carries its unit exactly once."""

import pytest

from roleferry.domain.model.profile.reading.metrics import find_metrics
from roleferry.domain.model.profile.resume import Direction, Extracted, KeyMetric
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


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Wired panels of 480 v and 3 hp motors", []),
        ("Cut the load by 40 kW", ["40"]),
        ("Moved 12 tons a day", ["12"]),
        ("Cut latency from 900 ms to 120 ms", ["900", "120"]),
        ("Trained 14 cooks", ["14"]),
    ],
)
def test_what_a_thing_is_rated_at_is_no_result(sentence: str, values: list[str]) -> None:
    item = Extracted(value=sentence, span=Span(0, len(sentence)))
    assert [metric.value for metric in find_metrics(item, sentence, position=0)] == values

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from roleferry.domain.model.figures.spend import cost_per, projected_month


def test_a_cost_per_nothing_is_null() -> None:
    assert cost_per(Decimal(5), 0).value is None


def test_a_cost_is_spread_to_a_hundredth_of_a_cent() -> None:
    assert cost_per(Decimal(10), 3).value == Decimal("3.3333")


def test_a_third_of_the_month_at_ten_projects_thirty() -> None:
    assert projected_month(Decimal(10), now=datetime(2026, 4, 11, tzinfo=UTC)) == Decimal("30.0000")


def test_the_first_second_of_a_month_projects_without_dividing_by_zero() -> None:
    assert projected_month(Decimal(0), now=datetime(2026, 4, 1, tzinfo=UTC)) == 0

"""Pay in numbers, however it is written."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.reading.salary import find_salary


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("$120k–150k", 120_000, 150_000, "USD", "year"),
        ("£45,000 per annum", 45_000, 45_000, "GBP", "year"),
        ("Gehalt: €60.000", 60_000, 60_000, "EUR", "year"),
        ("USD 55/hr", 55, 55, "USD", "hour"),
        ("USD55 per hour", 55, 55, "USD", "hour"),
        ("Salary: 12 LPA", 1_200_000, 1_200_000, "INR", "year"),
        ("₹15,00,000 - ₹20,00,000 per annum", 1_500_000, 2_000_000, "INR", "year"),
        ("$140,000.00 - $180,000.00 per year", 140_000, 180_000, "USD", "year"),
        ("up to £60k", None, 60_000, "GBP", "year"),
        ("from $50k+", 50_000, None, "USD", "year"),
        ("60.000 € brutto im Jahr", 60_000, 60_000, "EUR", "year"),
        ("60 000 € per year", 60_000, 60_000, "EUR", "year"),
        ("CHF 110'000 - 130'000", 110_000, 130_000, "CHF", "year"),
        ("Salary range: 80,000 to 95,000 USD", 80_000, 95_000, "USD", "year"),
        ("Earn $25 - $30 an hour", 25, 30, "USD", "hour"),
        ("salary of 30k-35k GBP", 30_000, 35_000, "GBP", "year"),
        ("€3.500 monthly", 3_500, 3_500, "EUR", "month"),
        ("C$90k-C$110k", 90_000, 110_000, "CAD", "year"),
        ("AUD $120,000 + super", 120_000, 120_000, "AUD", "year"),
        ("PLN 15 000 - 20 000 / month", 15_000, 20_000, "PLN", "month"),
        ("Rate: £400-£450 pd", 400, 450, "GBP", "day"),
        ("£11.44ph", Decimal("11.44"), Decimal("11.44"), "GBP", "hour"),
        ("$70K/yr - $90K/yr", 70_000, 90_000, "USD", "year"),
        ("Compensation: kr432k - 576k", 432_000, 576_000, None, "year"),
        ("Base salary GS-14 - $87,263 to $113,444", 87_263, 113_444, "USD", "year"),
    ],
)
def test_pay_is_read(text: str, low: Decimal | None, high: Decimal | None, currency: str | None, period: str) -> None:
    salary = find_salary(f"Join us. {text} \nGreat team.")
    assert salary is not None
    assert (salary.minimum, salary.maximum, salary.currency, salary.period) == (low, high, currency, period)


@pytest.mark.parametrize(
    "text",
    [
        "We raised $50M in Series B",
        "a $5,000 sign-on bonus",
        "$2 billion in assets",
        "Budget of $100k",
        "manage a $2,000,000 budget",
        "401k with match",
        "competitive salary, 2000 employees",
        "$1M+ deals",
        "Closed in 2019 with 45,000 customers",
        "5 - 7 years of experience",
        "+49 30 1234567",
        "Salary: competitive",
    ],
)
def test_other_figures_are_no_pay(text: str) -> None:
    assert find_salary(text) is None


@given(
    st.integers(12_000, 400_000),
    st.integers(0, 100_000),
    st.sampled_from(["$", "£", "€"]),
    st.sampled_from(["{:,}", "{}"]),
)
@settings(max_examples=100)
def test_a_range_comes_back_as_it_was_written(low: int, spread: int, symbol: str, form: str) -> None:
    written = f"{symbol}{form.format(low)} - {symbol}{form.format(low + spread)}"
    salary = find_salary(f"Salary: {written} per year")
    assert salary is not None
    assert (salary.minimum, salary.maximum, salary.period) == (Decimal(low), Decimal(low + spread), "year")
    assert salary.span is not None
    assert salary.span.of(f"Salary: {written} per year") == written


@pytest.mark.parametrize("unit", ["1", "$1", "1,000 ", "$ ", "1.", "£1 - ", "USD ", "1 000 ", "k", "12,34,"])
def test_a_text_of_nothing_but_figures_ends(unit: str) -> None:
    find_salary(unit * (200_000 // len(unit)))

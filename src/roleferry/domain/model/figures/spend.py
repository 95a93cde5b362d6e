"""What one reply, interview or mail has cost, and where the month is heading (SPEC 3.11, 5)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

_CENT_OF_A_CENT = Decimal("0.0001")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCost:
    """Money over a count; `value` is None while there is nothing to divide by."""

    value: Decimal | None
    total: Decimal
    count: int


def cost_per(total: Decimal, count: int) -> UnitCost:
    """Spread what was spent over what came of it, to a hundredth of a cent."""
    return UnitCost(value=_rounded(total / count) if count else None, total=total, count=count)


def projected_month(spent: Decimal, *, now: datetime) -> Decimal:
    """Extend the spend of the month so far to the whole month; the first hour counts as an hour."""
    start = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    elapsed = max(now - start, timedelta(hours=1))
    month = timedelta(days=monthrange(now.year, now.month)[1])
    return _rounded(spent * Decimal(month / elapsed))


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT_OF_A_CENT, rounding=ROUND_HALF_UP)

"""A rate that shows what it was made of, so that nobody has to trust a bare percentage (SPEC 3.11)."""

from __future__ import annotations

from dataclasses import dataclass

CLAIM_FLOOR = 10
"""Below this many in the denominator no rate is claimed in words (SPEC 3.11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share with its two counts; `value` is a fraction from 0 to 1, or None when there is nothing to divide by."""

    value: float | None
    numerator: int
    denominator: int

    @classmethod
    def of(cls, numerator: int, denominator: int) -> Rate:
        """Divide, or answer None for an empty denominator: a null beats a fake zero."""
        value = numerator / denominator if denominator else None
        return cls(value=value, numerator=numerator, denominator=denominator)

    @property
    def percent(self) -> float | None:
        """Return the value in per cent, one decimal."""
        return None if self.value is None else round(100 * self.value, 1)

    @property
    def claimable(self) -> bool:
        """Whether the sample is large enough to be put into words."""
        return self.denominator >= CLAIM_FLOOR

    def words(self, noun: str) -> str:
        """Say the rate with its counts, or only the counts when the sample is too small to claim a rate."""
        counts = f"{self.numerator} of {self.denominator} {noun}"
        return f"{self.percent} % ({counts})" if self.claimable else f"{counts}; too few for a rate"

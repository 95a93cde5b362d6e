"""How long a body is, in characters, greeting and name included and footer left out (SPEC 3.7)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

_TOLERANCE_PERCENT = 20
_OPTIMAL_FROM, _OPTIMAL_TO = 200, 500


class Length(StrEnum):
    """A preset; `aim` is its size, kept within ±20 %."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"

    @property
    def aim(self) -> int:
        """Characters aimed at."""
        return _AIMS[self]

    @property
    def least(self) -> int:
        """Fewest characters that still count as this length."""
        return self.aim * (100 - _TOLERANCE_PERCENT) // 100

    @property
    def most(self) -> int:
        """Most characters that still count as this length."""
        return self.aim * (100 + _TOLERANCE_PERCENT) // 100


_AIMS: Mapping[Length, int] = {Length.SHORT: 200, Length.MEDIUM: 400, Length.LONG: 600}


class Band(StrEnum):
    """How a body of any origin compares with what people read."""

    SHORT = "short"
    OPTIMAL = "optimal"
    LONG = "long"

    @classmethod
    def of(cls, body_char_count: int) -> Band:
        """Return the band: `short` under 200, `long` over 500 characters."""
        if body_char_count < _OPTIMAL_FROM:
            return cls.SHORT
        return cls.LONG if body_char_count > _OPTIMAL_TO else cls.OPTIMAL

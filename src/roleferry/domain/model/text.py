"""Where something stands in a text, so that every claim can be traced to the words it came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters `[start, end)` in the `raw_text` it was read from."""

    start: int
    end: int

    def of(self, raw_text: str) -> str:
        """Return the words this span points at."""
        return raw_text[self.start : self.end]

"""What became of each row of an import."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

MOST_ROWS = 100_000
"""An import reads so many rows; what comes after is not read, and the report says so."""
_MOST_LISTED = 1_000


class RowStatus(StrEnum):
    """What became of a row."""

    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowResult:
    """One row's fate: why it was skipped or failed, or what it became."""

    row: int
    status: RowStatus
    reason: str | None = None
    id: UUID | None = None


@dataclass(slots=True)
class ImportReport:
    """Counts of everything; rows in full up to a thousand, those that went wrong before those that went well."""

    counts: Counter[RowStatus] = field(default_factory=Counter)
    wrong: list[RowResult] = field(default_factory=list)
    well: list[RowResult] = field(default_factory=list)

    def add(self, results: Iterable[RowResult]) -> None:
        """Count rows."""
        for result in results:
            self.counts[result.status] += 1
            kept = self.wrong if result.status in {RowStatus.FAILED, RowStatus.SKIPPED} else self.well
            if len(kept) < _MOST_LISTED:
                kept.append(result)

    @property
    def total(self) -> int:
        """How many rows were read."""
        return self.counts.total()

    def as_result(self, **facts: Any) -> dict[str, Any]:
        """Return what a task reports: a count by status, and `rows` by number; `rows_left_out` says how many more."""
        listed = sorted([*self.wrong, *self.well][:_MOST_LISTED], key=lambda result: result.row)
        return {
            **{status.value: self.counts[status] for status in RowStatus},
            "rows": [_plain(result) for result in listed],
            "rows_left_out": self.total - len(listed),
            **facts,
        }


def _plain(result: RowResult) -> dict[str, Any]:
    return {
        "row": result.row,
        "status": result.status.value,
        "reason": result.reason,
        "id": str(result.id) if result.id else None,
    }

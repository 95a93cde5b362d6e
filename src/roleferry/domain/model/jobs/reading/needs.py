"""Must or nice, clause by clause: "Java required; Kotlin is a plus" insists on one and wishes for the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Need
from roleferry.domain.model.jobs.reading.cues import is_nice
from roleferry.domain.model.jobs.reading.headings import plain

_CLAUSE = re.compile(r";|\.\s|\(|\)|\s[-–—]\s|,?\s(?=(?:ideally|preferably|bonus if|and ideally|with preference|any experience)\s\w)", re.IGNORECASE)
_LEAST = 3
_READ = 4000


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch `[start, end)` of a line and how much it insists."""

    start: int
    end: int
    need: Need


def clauses_of(text: str) -> tuple[Clause, ...]:
    """Cut a line into its clauses; what lies beyond the first 4,000 characters is one clause."""
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(text[:_READ])), len(text)]
    return tuple(
        Clause(start, end, Need.NICE if is_nice(plain(text[start:end][:_READ])) else Need.MUST)
        for start, end in zip(cuts, cuts[1:], strict=False)
        if start < end
    )


def need_of(text: str) -> Need:
    """Return nice only where every clause that says something is a wish."""
    spoken = [clause for clause in clauses_of(text) if len(text[clause.start : clause.end].strip(" ;.()-")) >= _LEAST]
    return Need.NICE if spoken and all(clause.need is Need.NICE for clause in spoken) else Need.MUST


def need_at(text: str, at: int) -> Need:
    """Return how much the clause at this character insists."""
    return next((clause.need for clause in clauses_of(text) if clause.start <= at < clause.end), Need.MUST)

"""Must or nice, clause by clause: "Java required; Kotlin is a plus" insists on one and wishes for the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from roleferry.domain.model.jobs.posting import Need
from roleferry.domain.model.jobs.reading.headings import plain
from roleferry.domain.model.jobs.reading.wishes import is_nice

_CLAUSE = re.compile(
    (
        r";|\.\s|\s[-–—]\s|,?\s(?=(?:ideally|preferably|bonus if|and ideally|with preference|any "
        r"experience)\s\w)"
    ),
    re.IGNORECASE,
)
_WISH_ONLY = re.compile(
    r"[^a-z]{0,8}(?:is |are |as |would be )?(?:an? )?(?:big |huge |strong |added |definite )?"
    r"(?:plus|bonus|asset|advantage|preferred|desirable|desired|optional|nice[- ]to[- ]have|"
    r"advantageous|beneficial)\b"
)
"""What only says that the words before it are a wish: "Kotlin (nice to have)"."""
_ASIDE = re.compile(r"\([^()]{0,400}\)")
_WISH_ASIDE = re.compile(rf"\((?:{_WISH_ONLY.pattern}|a plus|nice to have)\s*\)\W*$")
_LEAST = 3
_READ = 4000
_LINES_KEPT = 512
"""Each skill of a line asks how much the line insists."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch `[start, end)` of a line and how much it insists."""

    start: int
    end: int
    need: Need


@lru_cache(maxsize=_LINES_KEPT)
def clauses_of(text: str) -> tuple[Clause, ...]:
    """Cut a line into its clauses, asides in brackets left out; beyond 4,000 characters all is one clause."""
    main = _ASIDE.sub(_blank, text[:_READ])
    found = (match.start() for match in _CLAUSE.finditer(main))
    cuts = [0, *(cut for cut in found if not _WISH_ONLY.match(plain(main[cut:]))), len(text)]
    return tuple(Clause(start, end, _need(main[start:end])) for start, end in pairwise(cuts) if start < end)


@lru_cache(maxsize=_LINES_KEPT)
def need_of(text: str) -> Need:
    """Return nice only where every clause that says something is a wish, or an aside says so of the whole."""
    if _WISH_ASIDE.search(plain(text[:_READ])):
        return Need.NICE
    spoken = [clause for clause in clauses_of(text) if len(text[clause.start : clause.end].strip(" ;.()-")) >= _LEAST]
    return Need.NICE if spoken and all(clause.need is Need.NICE for clause in spoken) else Need.MUST


def need_at(text: str, at: int) -> Need:
    """Return how much the clause, or the aside, at this character insists."""
    aside = next((match for match in _ASIDE.finditer(text[:_READ]) if match.start() <= at < match.end()), None)
    if need_of(text) is Need.NICE or (aside and _need(aside[0]) is Need.NICE):
        return Need.NICE
    return next((clause.need for clause in clauses_of(text) if clause.start <= at < clause.end), Need.MUST)


def _need(text: str) -> Need:
    return Need.NICE if is_nice(plain(text)) else Need.MUST


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])

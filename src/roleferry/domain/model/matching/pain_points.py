"""Which of an employer's problems a person has demonstrably solved, each pair quoted from both texts (SPEC 3.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Line, Posting
from roleferry.domain.model.matching.answers import Answer, answer, challenges_of, solutions_of
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.profile.resume import KeyMetric, Resume
from roleferry.domain.model.text import Span

NO_EVIDENCE = "no evidence for this"
TOLD_ALREADY = "only a line that already answers another problem speaks to this"
_THRESHOLD = 0.28
_WORTH_WHEN_TOLD_BEFORE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTerm:
    """One thing both lines speak of, as each of them writes it."""

    asked: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """A problem and the line that best answers it; both literal, `relevance_score` 0–1."""

    challenge_text: str
    challenge_span: Span
    solution_text: str
    solution_span: Span
    metric: KeyMetric | None
    relevance_score: float
    evidence: tuple[SharedTerm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A problem the résumé does not answer, and why it is none of the pairs."""

    challenge_text: str
    challenge_span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPointMap:
    """Pairs, the most relevant first, and gaps in the order of the posting; together every problem once."""

    pairs: tuple[PainPoint, ...]
    gaps: tuple[Gap, ...]


def pain_points(resume: Resume, posting: Posting, *, language: Language) -> PainPointMap:
    """
    Return the best answer to each problem, as far as there is one.

    The most relevant pair is made first. A line that answered once is worth less for the next problem, so that one
    line is not stretched over all of them; what falls under the threshold is a gap.
    """
    challenges = challenges_of(posting, language=language)
    solutions = solutions_of(resume, language=language)
    table = [[answer(asked, told, language=language) for told in solutions] for asked in challenges]
    pairs: list[tuple[Answer, int]] = []
    told_before: Counter[int] = Counter()
    open_rows = set(range(len(challenges)))
    while best := _best(table, open_rows, told_before):
        row, column = best
        found = table[row][column]
        pairs.append((found, told_before[column]))
        told_before[column] += 1
        open_rows.discard(row)
    made = [_pair(found, before) for found, before in pairs]
    gaps = [_gap(challenges[row].line, table[row]) for row in sorted(open_rows)]
    return PainPointMap(pairs=tuple(sorted(made, key=_order)), gaps=tuple(gaps))


def _best(table: Sequence[Sequence[Answer]], rows: set[int], told_before: Counter[int]) -> tuple[int, int] | None:
    """The cell worth most now: relevance, then a metric, then the order of the texts; None under the threshold."""
    cells = [
        (_worth(cell.relevance, told_before[column]), cell.solution.metric is not None, -row, -column)
        for row in sorted(rows)
        for column, cell in enumerate(table[row])
    ]
    worth, _, row, column = max(cells, default=(0.0, False, 0, 0))
    return (-row, -column) if worth >= _THRESHOLD else None


def _worth(relevance: float, times_told: int) -> float:
    return round(relevance * _WORTH_WHEN_TOLD_BEFORE**times_told, 3)


def _pair(found: Answer, before: int) -> PainPoint:
    return PainPoint(
        challenge_text=found.challenge.line.text,
        challenge_span=found.challenge.line.span,
        solution_text=found.solution.line.text,
        solution_span=found.solution.line.span,
        metric=found.solution.metric,
        relevance_score=_worth(found.relevance, before),
        evidence=tuple(SharedTerm(asked=asked, told=told) for asked, told in found.shared),
    )


def _gap(line: Line, row: Sequence[Answer]) -> Gap:
    spoken_of = any(cell.relevance >= _THRESHOLD for cell in row)
    reason = TOLD_ALREADY if spoken_of else NO_EVIDENCE
    return Gap(challenge_text=line.text, challenge_span=line.span, reason=reason)


def _order(pair: PainPoint) -> tuple[float, bool, Span]:
    return -pair.relevance_score, pair.metric is None, pair.challenge_span

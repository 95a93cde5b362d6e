"""Which of an employer's problems a person has demonstrably solved, each pair quoted from both texts (SPEC 3.5)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from roleferry.domain.model.jobs.posting import Line, Posting
from roleferry.domain.model.matching.answers import Answer, answers_to, challenges_of, solutions_of
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.overlap import alignment, profile_of
from roleferry.domain.model.profile.resume import KeyMetric, Resume
from roleferry.domain.model.text import Span

NO_EVIDENCE = "no evidence for this"
TOLD_ALREADY = "only a line that already answers another problem speaks to this"
_THRESHOLD = 0.28
_MORE_WHEN_UNRELATED = 0.2
_WORTH_WHEN_TOLD_BEFORE = 0.6
_UNRELATED, _OF_ONE_TRADE = 0.08, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTerm:
    """One thing both lines speak of, as each of them writes it."""

    asked: str
    told: str
    why: str = ""
    """What both are about, where they say it in other words."""

    @property
    def words(self) -> str:
        """The résumé's words, and what they are about where the words alone do not show it."""
        return f"{self.told} ({self.why})" if self.why else self.told


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
    related = _related(resume, posting, language=language)
    answers = answers_to(challenges, solutions_of(resume, language=language), language=language, related=related)
    threshold = _THRESHOLD + (1 - related) * _MORE_WHEN_UNRELATED
    telling = {place: found for place, found in answers.items() if found.relevance >= threshold}
    pairs = _chosen(telling, threshold)
    answered, answerable = {row for row, _, _ in pairs}, {row for row, _ in telling}
    gaps = [
        _gap(asked.line, TOLD_ALREADY if row in answerable else NO_EVIDENCE)
        for row, asked in enumerate(challenges)
        if row not in answered
    ]
    made = [_pair(telling[row, column], worth) for row, column, worth in pairs]
    return PainPointMap(pairs=tuple(sorted(made, key=_order)), gaps=tuple(gaps))


def _related(resume: Resume, posting: Posting, *, language: Language) -> float:
    """Return how far the two texts speak of the same work: 0 for unrelated trades, 1 from what one trade reaches."""
    ours, theirs = (profile_of(language.keys(one.raw_text), language=language) for one in (resume, posting))
    near, far = alignment(ours, theirs), _UNRELATED
    return min(1.0, max(0.0, (near - far) / (_OF_ONE_TRADE - far)))


def _chosen(answers: Mapping[tuple[int, int], Answer], threshold: float) -> list[tuple[int, int, float]]:
    """The row, column and worth of each pair made: the worth of a line only falls, so the best is always on top."""
    heap = [(-_worth(found, 0), found.solution.metric is None, row, column) for (row, column), found in answers.items()]
    heapify(heap)
    told_before: Counter[int] = Counter()
    chosen: dict[int, tuple[int, int, float]] = {}
    while heap:
        worth, bare, row, column = heappop(heap)
        now = _worth(answers[row, column], told_before[column])
        if row in chosen or now < threshold:
            continue
        if now < -worth:
            heappush(heap, (-now, bare, row, column))
            continue
        chosen[row] = (row, column, now)
        told_before[column] += 1
    return list(chosen.values())


def _worth(found: Answer, times_told: int) -> float:
    return round(found.relevance * math.pow(_WORTH_WHEN_TOLD_BEFORE, times_told), 3)


def _pair(found: Answer, worth: float) -> PainPoint:
    return PainPoint(
        challenge_text=found.challenge.line.text,
        challenge_span=found.challenge.line.span,
        solution_text=found.solution.line.text,
        solution_span=found.solution.line.span,
        metric=found.solution.metric,
        relevance_score=worth,
        evidence=tuple(SharedTerm(asked=one.asked, told=one.told, why=one.why) for one in found.shared),
    )


def _gap(line: Line, reason: str) -> Gap:
    return Gap(challenge_text=line.text, challenge_span=line.span, reason=reason)


def _order(pair: PainPoint) -> tuple[float, bool, Span]:
    return -pair.relevance_score, pair.metric is None, pair.challenge_span

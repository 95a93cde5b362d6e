"""How well one line of a résumé answers one line of a posting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Line, Need, Posting
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.profile.resume import KeyMetric, Resume
from roleferry.domain.model.text import Span

_SAYS_SOMETHING = 0.35
_FEWEST_SHARED = 2
_ENOUGH_SHARED = 1.2
_UNANSWERED = 0.5
_UNASKED = 0.08
_LONG = 6.0
_FEWEST_WORDS = 4
_MOST_LINES = 400
"""Nobody tells or asks more; what comes later in a hostile text is not weighed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A literal line with its terms: each skill or word in common form, with how it is written here."""

    line: Line
    terms: Mapping[str, str]
    skills: tuple[frozenset[str], ...]
    """The skills named here, each as the terms of its name."""
    weight: float
    """How much the whole line says."""
    metric: KeyMetric | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A challenge beside a solution: relevance 0–1 and what they share, as written on either side."""

    challenge: Statement
    solution: Statement
    relevance: float
    shared: tuple[tuple[str, str], ...]


def challenges_of(posting: Posting, *, language: Language) -> tuple[Statement, ...]:
    """Return the problems of a posting; its duties when it states no problem, what it insists on when no duties."""
    asked = tuple(Line(text=asked.text, span=asked.span) for asked in posting.requirements if asked.need is Need.MUST)
    lines = posting.pain_points or posting.responsibilities or asked
    named = [(skill.span, skill.name) for skill in posting.skills]
    return tuple(_statement(line, named, None, language=language) for line in _unique(lines))


def solutions_of(resume: Resume, *, language: Language) -> tuple[Statement, ...]:
    """Return the lines that tell what somebody did; any line of some length when reading found none of those."""
    told = [bullet for position in resume.positions for bullet in position.bullets]
    told += [*resume.accomplishments, *resume.challenges_solved]
    lines = [Line(text=item.value, span=item.span) for item in told] or list(_raw_lines(resume.raw_text))
    named = [(skill.span, skill.name) for skill in resume.skills]
    return tuple(
        _statement(line, named, _metric_in(line.span, resume.key_metrics), language=language) for line in _unique(lines)
    )


def answers_to(
    challenges: Sequence[Statement], solutions: Sequence[Statement], *, language: Language
) -> Mapping[tuple[int, int], Answer]:
    """Return, by the places of challenge and solution, how well each line answers that shares a telling term."""
    telling: dict[str, list[int]] = {}
    for column, told in enumerate(solutions):
        for key in told.terms:
            if language.rarity(key) >= _SAYS_SOMETHING:
                telling.setdefault(key, []).append(column)
    return {
        (row, column): answer(asked, solutions[column], language=language)
        for row, asked in enumerate(challenges)
        for column in sorted({column for key in asked.terms for column in telling.get(key, ())})
    }


def answer(challenge: Statement, solution: Statement, *, language: Language) -> Answer:
    """
    Weigh what two lines share by rarity against what stays unanswered.

    Words found in every advert carry nothing, and one word in common is chance, unless it is a skill both lines name.
    What stays open counts ever less, or no line could answer a long sentence.
    """
    keys = _shared(challenge, solution, language=language)
    if len(keys) < _FEWEST_SHARED and not (_names(challenge, keys) and _names(solution, keys)):
        return Answer(challenge=challenge, solution=solution, relevance=0.0, shared=())
    shared = _weight(keys, language)
    unanswered, unasked = challenge.weight - shared, solution.weight - shared
    whole = shared + _UNANSWERED * unanswered / (1 + unanswered / _LONG) + _UNASKED * unasked
    return Answer(
        challenge=challenge,
        solution=solution,
        relevance=shared / whole * min(1.0, shared / _ENOUGH_SHARED),
        shared=tuple((challenge.terms[key], solution.terms[key]) for key in keys),
    )


def _shared(challenge: Statement, solution: Statement, *, language: Language) -> list[str]:
    """Return the telling terms of both lines, the rarest first; a word within a longer name counts as the name."""
    both = [key for key in challenge.terms if key in solution.terms and language.rarity(key) >= _SAYS_SOMETHING]
    both.sort(key=lambda key: (-language.rarity(key), -len(challenge.terms[key]), key))
    kept: list[str] = []
    for key in both:
        asked, told = challenge.terms[key].casefold(), solution.terms[key].casefold()
        if not any(
            asked in challenge.terms[other].casefold() and told in solution.terms[other].casefold() for other in kept
        ):
            kept.append(key)
    return kept


def _names(statement: Statement, keys: list[str]) -> bool:
    """Tell whether the terms are, or hold, a whole skill that the line names."""
    return any(skill <= set(keys) for skill in statement.skills)


def _weight(keys: Iterable[str], language: Language) -> float:
    return sum(language.rarity(key) ** 2 for key in keys)


def _statement(
    line: Line, named: Iterable[tuple[Span, str]], metric: KeyMetric | None, *, language: Language
) -> Statement:
    """The words of a line, and its skills by name where their writing is another (`k8s`)."""
    terms: dict[str, str] = {}
    skills: list[frozenset[str]] = []
    for term in language.terms(line.text):
        terms.setdefault(term.key, term.span.of(line.text))
    for span, name in named:
        if line.span.start <= span.start and span.end <= line.span.end:
            written = line.text[span.start - line.span.start : span.end - line.span.start]
            keys, named_keys = frozenset(language.keys(written)), frozenset(language.keys(name))
            skills += [form for form in (keys, named_keys) if form]
            if keys and not keys & named_keys:
                terms |= {key: written for key in sorted(named_keys) if key not in terms}
    return Statement(line=line, terms=terms, skills=tuple(skills), weight=_weight(terms, language), metric=metric)


def _metric_in(span: Span, metrics: Iterable[KeyMetric]) -> KeyMetric | None:
    return next((metric for metric in metrics if span.start <= metric.span.start < span.end), None)


def _unique(lines: Iterable[Line]) -> list[Line]:
    """Lines once each, in the order of the text, without those that lie inside another or repeat it."""
    kept: dict[str, Line] = {}
    end = -1
    for line in sorted(lines, key=lambda line: (line.span.start, -line.span.end)):
        if line.span.end > end:
            kept.setdefault(" ".join(line.text.casefold().split()), line)
            end = line.span.end
    return list(kept.values())[:_MOST_LINES]


def _raw_lines(raw_text: str) -> Iterator[Line]:
    start = 0
    for written in raw_text.splitlines(keepends=True):
        text = written.strip()
        if len(text.split()) >= _FEWEST_WORDS:
            begin = start + written.index(text)
            yield Line(text=text, span=Span(begin, begin + len(text)))
        start += len(written)

"""How well one line of a résumé answers one line of a posting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Line, Need, Posting
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.problems import Sighting
from roleferry.domain.model.profile.resume import KeyMetric, Resume
from roleferry.domain.model.text import Span

_SAYS_SOMETHING = 0.35
_FEWEST_SHARED = 2
_ENOUGH_SHARED = 1.2
_UNANSWERED = 0.5
_UNANSWERED_WHEN_RELATED = 0.25
_UNASKED = 0.08
_TELLS_ALONE = 0.7
"""From here on a problem belongs to one kind of work."""
_RELATED_AT_ALL = 0.3
_LONG = 6.0
_FEWEST_WORDS = 4
_ITEMS_OF_A_LIST = 3
_WORDS_OF_A_NAME = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
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
    problems: Mapping[str, Sighting]
    """The problems it speaks of, in whatever words."""
    metric: KeyMetric | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A challenge beside a solution: relevance 0–1 and what they share, as written on either side."""

    challenge: Statement
    solution: Statement
    relevance: float
    shared: tuple[Shared, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One thing both lines speak of, as each writes it; `why` names the problem where the words are others."""

    asked: str
    told: str
    why: str = ""


def challenges_of(posting: Posting, *, language: Language) -> tuple[Statement, ...]:
    """Return the problems of a posting; its duties when it states no problem, what it insists on when no duties."""
    asked = tuple(Line(text=asked.text, span=asked.span) for asked in posting.requirements if asked.need is Need.MUST)
    lines = posting.pain_points or posting.responsibilities or asked
    named = [(skill.span, skill.name) for skill in posting.skills]
    return tuple(_statement(line, named, None, told=False, language=language) for line in _unique(lines))


def solutions_of(resume: Resume, *, language: Language) -> tuple[Statement, ...]:
    """Return the lines that tell what somebody did; any line of some length when reading found none of those."""
    told = [bullet for position in resume.positions for bullet in position.bullets]
    told += [*resume.accomplishments, *resume.challenges_solved]
    lines = [Line(text=item.value, span=item.span) for item in told] or list(_raw_lines(resume.raw_text))
    named = [(skill.span, skill.name) for skill in resume.skills]
    return tuple(
        _statement(line, named, _metric_in(line.span, resume.key_metrics), told=True, language=language)
        for line in _unique(lines)
    )


def answers_to(
    challenges: Sequence[Statement], solutions: Sequence[Statement], *, language: Language, related: float = 1.0
) -> Mapping[tuple[int, int], Answer]:
    """Return, by the places of challenge and solution, how well each line answers that shares something telling."""
    telling: dict[str, list[int]] = {}
    for column, told in enumerate(solutions):
        for key in told.terms:
            if language.rarity(key) >= _SAYS_SOMETHING:
                telling.setdefault(key, []).append(column)
        for name in told.problems:
            telling.setdefault(name, []).append(column)
    return {
        (row, column): answer(asked, solutions[column], language=language, related=related)
        for row, asked in enumerate(challenges)
        for column in sorted({at for key in (*asked.terms, *asked.problems) for at in telling.get(key, ())})
    }


def answer(challenge: Statement, solution: Statement, *, language: Language, related: float = 1.0) -> Answer:
    """
    Weigh what two lines share, in words and in problems, against what stays unanswered.

    Words found in every advert carry nothing, and one word in common is chance, unless it is a skill both lines name.
    A problem both speak of in other words counts as far as the two texts are `related` (0–1) at all: a surgeon trains
    juniors, too. What stays open counts ever less, or no line could answer a long sentence.
    """
    keys = _shared(challenge, solution, language=language)
    comparable = related >= _RELATED_AT_ALL
    problems = _problems_of_both(challenge, solution, keys, language=language) if comparable else []
    if not _tells_enough(challenge, solution, keys, problems, comparable=comparable):
        return Answer(challenge=challenge, solution=solution, relevance=0.0, shared=())
    shared = _weight(keys, language) + related * sum(weight for _, weight in problems)
    answered = shared + _weight_within(challenge, [asked for asked, _ in problems], keys, language)
    unanswered, unasked = max(0.0, challenge.weight - answered), max(0.0, solution.weight - shared)
    strictness = _UNANSWERED + related * (_UNANSWERED_WHEN_RELATED - _UNANSWERED)
    whole = shared + strictness * unanswered / (1 + unanswered / _LONG) + _UNASKED * unasked
    return Answer(
        challenge=challenge,
        solution=solution,
        relevance=shared / whole * min(1.0, shared / _ENOUGH_SHARED),
        shared=tuple(_quoted(challenge, solution, keys, [asked.problem.name for asked, _ in problems])),
    )


def _quoted(challenge: Statement, solution: Statement, keys: Iterable[str], names: Sequence[str]) -> Iterator[Shared]:
    """Give the words of both lines, but those that stand within the words of a problem of both."""
    both = [(challenge.problems[name], solution.problems[name]) for name in names]
    for key in keys:
        if not any(
            _stands_in(key, challenge, asked.quote.casefold()) and _stands_in(key, solution, told.quote.casefold())
            for asked, told in both
        ):
            yield Shared(asked=challenge.terms[key], told=solution.terms[key])
    for asked, told in both:
        yield Shared(asked=asked.quote, told=told.quote, why=asked.problem.name)


def _tells_enough(
    challenge: Statement,
    solution: Statement,
    keys: list[str],
    problems: list[tuple[Sighting, float]],
    *,
    comparable: bool,
) -> bool:
    """Tell whether it is no chance: two things in common, or in texts on related work one skill or telling problem."""
    if len(keys) + len(problems) >= _FEWEST_SHARED:
        return True
    alone = any(asked.problem.weight >= _TELLS_ALONE for asked, _ in problems)
    return comparable and (alone or (_names(challenge, keys) and _names(solution, keys)))


def _problems_of_both(
    challenge: Statement, solution: Statement, keys: Iterable[str], *, language: Language
) -> list[tuple[Sighting, float]]:
    """Return the problems of both lines with what they add to the words that both share anyway."""
    found: list[tuple[Sighting, float]] = []
    for name, asked in challenge.problems.items():
        told = solution.problems.get(name)
        if told is not None:
            quotes = (asked.quote.casefold(), told.quote.casefold())
            if quotes[0] == quotes[1]:
                continue
            known = [
                key for key in keys if _stands_in(key, challenge, quotes[0]) and _stands_in(key, solution, quotes[1])
            ]
            found.append((asked, max(0.0, asked.problem.weight**2 - _weight(known, language))))
    return found


def _stands_in(key: str, statement: Statement, quote: str) -> bool:
    return statement.terms[key].casefold() in quote


def _weight_within(
    challenge: Statement, problems: Iterable[Sighting], keys: Sequence[str], language: Language
) -> float:
    """Return how much of a line lies in the words of its problems, beyond the words shared."""
    quotes = [asked.quote.casefold() for asked in problems]
    within = (key for key in challenge.terms if key not in keys and any(_stands_in(key, challenge, q) for q in quotes))
    return _weight(within, language)


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
    line: Line, named: Iterable[tuple[Span, str]], metric: KeyMetric | None, *, told: bool, language: Language
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
    return Statement(
        line=line,
        terms=terms,
        skills=tuple(skills),
        weight=_weight(terms, language),
        problems=language.problems_in(line.text, told=told),
        metric=metric,
    )


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


def _tells_something(text: str) -> bool:
    """Tell whether a line is neither a heading nor a list of names: "Database & Caching", "JWT, Spring Boot, OAuth"."""
    words = _WORD.findall(text)
    items = [item.strip() for item in text.split(",")]
    names = [item for item in items if item[:1].isupper() and len(item.split()) <= _WORDS_OF_A_NAME]
    listed = len(items) >= _ITEMS_OF_A_LIST and 2 * len(names) > len(items) and not items[-1][:1].islower()
    heading = "," not in text and all(word[0].isupper() for word in words)
    return len(text.split()) >= _FEWEST_WORDS and len(words) > 1 and not listed and not heading


def _raw_lines(raw_text: str) -> Iterator[Line]:
    start = 0
    for written in raw_text.splitlines(keepends=True):
        text = written.strip()
        if _tells_something(text):
            begin = start + written.index(text)
            yield Line(text=text, span=Span(begin, begin + len(text)))
        start += len(written)

"""What can be said, each with the words it rests on: the needs, results, skills, roles and facts a note may use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.people.fact import FactKind
from roleferry.domain.model.profile.resume import Extracted, Position, Resume
from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.claims import ClaimKind, Evidence, Source
from roleferry.domain.model.writing.clauses import shorter
from roleferry.domain.model.writing.context import Fact, Pair, WritingContext
from roleferry.domain.model.writing.first_person import as_done, as_task, tidy, usable
from roleferry.domain.model.writing.roles import as_role
from roleferry.domain.model.writing.same_result import same_result
from roleferry.domain.model.writing.sentences import sentences
from roleferry.domain.model.writing.telling import names_a_tool, telling
from roleferry.domain.model.writing.unsettling import unsettling

_MOST_RESULTS = 8
_MOST_NEEDS = 6
_MOST_SKILLS = 3
_LONGEST = 260
_JOBS_KEPT = 64
_DIGIT = re.compile(r"\d")
_UNFIT_NEWS = frozenset({FactKind.LAYOFFS, FactKind.LEADERSHIP_CHANGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that can be said, in one wording: `fills` are the `offer.*` names of a skeleton it fills."""

    key: str
    """The same for every wording of the same thing: a thing is said once."""
    fills: Mapping[str, str]
    evidence: tuple[Evidence, ...]
    answers: int | None = None
    """Index of the pain point pair it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Everything that can be said, best first."""

    needs: tuple[Point, ...] = ()
    results: tuple[Point, ...] = ()
    skills: tuple[Point, ...] = ()
    roles: tuple[Point, ...] = ()
    news: tuple[Point, ...] = ()
    questions: tuple[Point, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Name what would have made a better note."""
        asked = {
            "pain_points": self.needs,
            "resume.accomplishments": self.results,
            "resume.skills that the job asks for": self.skills,
            "resume.positions": self.roles,
        }
        return tuple(name for name, points in asked.items() if not points)


def points_of(context: WritingContext) -> Points:
    """Return what can be said in this context."""
    same_for_all = _points_about(context.resume, context.job, context.pain_points)
    return replace(same_for_all, news=tuple(_news(context)))


@lru_cache(maxsize=_JOBS_KEPT)
def _points_about(resume: Resume, job: Posting, pairs: tuple[Pair, ...]) -> Points:
    """Return what can be said to everybody about a job: all but the news."""
    return Points(
        needs=tuple(_needs(pairs)),
        results=tuple(_results(resume, job, pairs)),
        skills=tuple(_skills(resume, job)),
        roles=tuple(_roles(resume)),
        questions=tuple(_questions(job, pairs)),
    )


def _wordings(text: str) -> tuple[str, ...]:
    """Return the whole text and its shorter forms; those that keep its figure come first."""
    forms = [form for form in (text, *shorter(text)) if len(form) <= _LONGEST]
    has_figure = _DIGIT.search(text) is not None
    return tuple(sorted(forms, key=lambda form: has_figure and not _DIGIT.search(form)))


def _needs(pairs: tuple[Pair, ...]) -> Iterator[Point]:
    for index, pair in enumerate(pairs[:_MOST_NEEDS]):
        if usable(pair.challenge):
            yield from _need(pair.challenge, pair.challenge_span, "need", answers=index)


def _need(line: str, span: Span | None, name: str, *, answers: int | None = None) -> Iterator[Point]:
    evidence = (Evidence(kind=ClaimKind.NEED, source=Source.JOB, text=line, span=span),)
    task = as_task(line)
    told, slot = (task, name) if task else (tidy(line), f"{name}_quote")
    wordings = _wordings(told) if name == "need" else sorted(_wordings(told), key=len)
    for wording in wordings:
        yield Point(key=f"{name}:{tidy(line)}", fills={slot: wording}, evidence=evidence, answers=answers)


def _results(resume: Resume, job: Posting, pairs: tuple[Pair, ...]) -> Iterator[Point]:
    seen: set[str] = set()
    lines = [(index, pair.solution, pair.solution_span) for index, pair in enumerate(pairs)]
    others = [(None, line.value, line.span) for line in _best_lines(resume, job)]
    for index, line, span in (*lines, *others):
        if len(seen) < _MOST_RESULTS and usable(line) and not any(same_result(tidy(line), other) for other in seen):
            seen.add(tidy(line))
            yield from _result(resume, line, span, answers=index)


def _result(resume: Resume, line: str, span: Span | None, *, answers: int | None) -> Iterator[Point]:
    position = _position_of(resume, line, span)
    employer = position.company if position else None
    for sentence in sentences(tidy(line)):
        done = as_done(sentence, still_held=position is None or position.current)
        slot, told = ("result", done) if done else ("result_quote", tidy(sentence))
        evidence = (Evidence(kind=ClaimKind.RESULT, source=Source.RESUME, text=line, span=span), *_held_at(position))
        for wording in _wordings(told) if usable(sentence) else ():
            fills = {slot: wording} | ({"employer": employer} if employer and usable_name(employer) else {})
            fills |= {"answer": wording} if done and answers is not None else {}
            yield Point(key=f"result:{tidy(line)}", fills=fills, evidence=evidence, answers=answers)
        if done:
            return


def usable_name(name: str) -> bool:
    """Tell whether a name may stand in a sentence as it is."""
    return bool(name.strip()) and "{" not in name and "\n" not in name and len(name) <= 60  # noqa: PLR2004


def _held_at(position: Position | None) -> tuple[Evidence, ...]:
    if position is None or not position.company:
        return ()
    return (Evidence(kind=ClaimKind.ROLE, source=Source.RESUME, text=position.company, span=position.span),)


def _position_of(resume: Resume, line: str, span: Span | None) -> Position | None:
    for position in resume.positions:
        if span is not None and any(bullet.span.start <= span.start < bullet.span.end for bullet in position.bullets):
            return position
        if any(tidy(line) in tidy(bullet.value) for bullet in position.bullets):
            return position
    return None


def _best_lines(resume: Resume, job: Posting) -> list[Extracted]:
    """Return résumé lines that answer no pair: those with the job's skills, then with figures, then the latest."""
    asked = tuple({skill.name.casefold() for skill in job.skills} | {skill.written.casefold() for skill in job.skills})
    lines = [bullet for position in resume.positions for bullet in position.bullets]
    lines += [each for each in resume.accomplishments if each not in lines]

    def rank(line: Extracted) -> tuple[int, bool]:
        folded = line.value.casefold()
        return (-sum(name in folded for name in asked), _DIGIT.search(folded) is None)

    return sorted(lines, key=rank)


def _skills(resume: Resume, job: Posting) -> Iterator[Point]:
    asked = [skill.name.casefold() for skill in job.skills]
    held = {skill.name.casefold(): skill for skill in resume.skills if usable_name(skill.written) and telling(skill)}
    shared = sorted((held[name] for name in dict.fromkeys(asked) if name in held), key=names_a_tool, reverse=True)
    for count in range(min(len(shared), _MOST_SKILLS), 0, -1):
        chosen = shared[:count]
        evidence = tuple(
            Evidence(kind=ClaimKind.SKILL, source=Source.RESUME, text=skill.written, span=skill.span)
            for skill in chosen
        )
        yield Point(key="skills", fills={"skills": _listed([skill.written for skill in chosen])}, evidence=evidence)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _roles(resume: Resume) -> Iterator[Point]:
    position = next((each for each in resume.positions if each.title and usable_name(each.title)), None)
    if position is None or position.title is None or "{" in position.title:
        return
    name = "current_role" if position.current else "last_role"
    evidence = (Evidence(kind=ClaimKind.ROLE, source=Source.RESUME, text=position.title, span=position.span),)
    if position.company and usable_name(position.company):
        told = f"{as_role(position.title)} at {position.company}"
        yield Point(
            key="role", fills={name: told, "employer": position.company}, evidence=(*evidence, *_held_at(position))
        )
    yield Point(key="role", fills={name: as_role(position.title)}, evidence=evidence)


def _news(context: WritingContext) -> Iterator[Point]:
    facts = [(fact, Source.CONTACT) for fact in context.contact.facts] + [
        (fact, Source.COMPANY) for fact in context.company.facts
    ]
    for fact, source in facts:
        if fact.kind not in _UNFIT_NEWS and usable(fact.text) and not unsettling(fact.text):
            yield _told_news(fact, source, context.company_name)


def _told_news(fact: Fact, source: Source, company: str | None) -> Point:
    text = tidy(fact.text)
    evidence = Evidence(kind=ClaimKind.NEWS, source=source, text=fact.text, url=fact.source_url)
    is_clause = (
        source is Source.COMPANY and company is not None and re.match(rf"{re.escape(company)} [a-z]", text) is not None
    )
    slot = "news" if is_clause else "work_quote" if source is Source.CONTACT else "news_quote"
    return Point(key=f"news:{text}", fills={slot: text}, evidence=(evidence,))


def _questions(job: Posting, pairs: tuple[Pair, ...]) -> Iterator[Point]:
    """Yield what the employer wants done, for asking about it: no claim is made that it was ever done before."""
    lines = [(pair.challenge, pair.challenge_span) for pair in pairs]
    lines += [(line.text, line.span) for line in (*job.pain_points, *job.responsibilities)]
    seen: set[str] = set()
    for line, span in lines:
        if len(seen) < _MOST_NEEDS and tidy(line) not in seen and as_task(line):
            seen.add(tidy(line))
            yield from _need(line, span, "task")

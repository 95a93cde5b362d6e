"""Check that a mail says nothing its sender cannot show: numbers and skills must stand in the evidence (SPEC 3.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.findings import Finding, Part, Severity
from roleferry.domain.model.writing.numbers import Number, number_words, numbers, readings

_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my|mine)\b")
_QUOTED = re.compile(r"[\"“][^\"”\n]*[\"”]")
_NOT_HELD = re.compile(r"\b(?:not|never|no|haven['’]t|without|new to|learning|learn|lack|yet to)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*")
_TIMES = re.compile(
    r"\b\d{1,2}(?::\d\d|\s?(?:am|pm)\b)(?:\s?(?:am|pm)\b)?"
    r"|\b\d{1,2}[\s-]min(?:ute)?s?[\s-](?:call|chat|conversation|talk|meeting|coffee|intro)\b"
    r"|\b(?:call|chat|conversation|talk|meeting) (?:of|for) \d{1,2} min(?:ute)?s?\b"
    r"|\b(?:for|spare|have|within|take) \d{1,2} min(?:ute)?s?\b|^\s*\d[.)]\s",
    re.IGNORECASE | re.MULTILINE,
)


class FoundSkill(Protocol):
    """A skill found in a text, under its canonical name."""

    @property
    def name(self) -> str:
        """The canonical name."""
        ...

    @property
    def written(self) -> str:
        """The name as it stands in the text."""
        ...

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


SkillFinder = Callable[[str], Iterable[FoundSkill]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a mail may rest on: the texts its numbers may come from, the skills held, the names that are no claims."""

    texts: tuple[str, ...] = ()
    skills: frozenset[str] = frozenset()
    """Canonical and written names, case-folded."""
    names: tuple[str, ...] = ()
    """The job's title, the employer: naming them claims nothing about the sender."""

    @classmethod
    def of(cls, context: WritingContext) -> Grounds:
        """Return the grounds of a note in this context."""
        resume, job = context.resume, context.job
        facts = (*context.company.facts, *context.contact.facts)
        return cls(
            texts=(
                resume.raw_text,
                job.raw_text,
                *_resume_texts(context),
                *_job_texts(context),
                *(f.text for f in facts),
            ),
            skills=frozenset(name.casefold() for skill in resume.skills for name in (skill.name, skill.written)),
            names=tuple(name for name in (job.title, context.company_name, context.contact.role_title) if name),
        )


def _resume_texts(context: WritingContext) -> Iterator[str]:
    resume = context.resume
    for position in resume.positions:
        yield from (text for text in (position.title, position.company) if text)
        yield from (bullet.value for bullet in position.bullets)
    yield from (each.value for each in (*resume.accomplishments, *resume.certifications))
    yield from (skill.written for skill in resume.skills)
    yield from (metric.sentence for metric in resume.key_metrics)
    yield from (pair.solution for pair in context.pain_points)
    yield from (text for text in (context.sender.phone, context.sender_name) if text)


def _job_texts(context: WritingContext) -> Iterator[str]:
    job = context.job
    yield from (text for text in (job.title, job.company, context.company_name, context.contact.role_title) if text)
    yield from (line.text for line in (*job.responsibilities, *job.pain_points))
    yield from (requirement.text for requirement in job.requirements)
    yield from (skill.written for skill in job.skills)
    yield from (pair.challenge for pair in context.pain_points)


def ungrounded_numbers(part: Part, text: str, grounds: Grounds) -> Iterator[Finding]:
    """Yield each number that stands in no evidence; appointments ("15-minute call", "at 10:30") are none."""
    known = readings(grounds.texts)
    unknown = [number for number in numbers(text) if not number.stands_in(known)]
    times = [match.span() for match in _TIMES.finditer(text)] if unknown else []
    for number in unknown:
        if not _within(number, times):
            yield _finding(
                "number_without_evidence", Severity.BLOCKER, part, number.span, number.written,
                f"'{number.written}' stands in no evidence. Take it out, or add it to your résumé if it is true.",
            )  # fmt: skip
    for word in number_words(text):
        if not word.stands_in(known) and part is Part.BODY:
            yield _finding(
                "number_word", Severity.WARNING, part, word.span, word.written,
                f"'{word.written}' is a number that your résumé does not have in these words. Check that it is true.",
            )  # fmt: skip


def _within(number: Number, times: list[tuple[int, int]]) -> bool:
    return any(start <= number.span.start and number.span.end <= end for start, end in times)


def ungrounded_skills(text: str, grounds: Grounds, find_skills: SkillFinder) -> Iterator[Finding]:
    """Yield each skill the sender claims, in a sentence about themselves, that the résumé does not have."""
    raw = " ".join(grounds.texts[:1]).casefold()
    for sentence in _SENTENCE.finditer(text):
        if not _FIRST_PERSON.search(sentence.group()):
            continue
        told = _without(sentence.group(), grounds.names)
        for skill in find_skills(told):
            held = {skill.name.casefold(), skill.written.casefold()} & grounds.skills or _has_word(raw, skill.written)
            if not held and not _NOT_HELD.search(told[: skill.span.start]):
                start = sentence.start() + skill.span.start
                yield _finding(
                    "skill_without_evidence", Severity.BLOCKER, Part.BODY,
                    Span(start, start + skill.span.end - skill.span.start), skill.written,
                    f"Your résumé does not have '{skill.written}'. Take it out, or add it there if you have it.",
                )  # fmt: skip


def _without(sentence: str, names: tuple[str, ...]) -> str:
    """Blank out quotations and names, keeping every other character in its place."""
    blanked = _QUOTED.sub(lambda match: " " * len(match.group()), sentence)
    for name in names:
        blanked = re.sub(re.escape(name), lambda match: " " * len(match.group()), blanked, flags=re.IGNORECASE)
    return blanked


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) is not None


def _finding(code: str, severity: Severity, part: Part, span: Span, match: str, message: str) -> Finding:
    return Finding(code=code, severity=severity, message=message, part=part, span=span, match=match)

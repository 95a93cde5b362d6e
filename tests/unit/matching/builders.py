"""Résumés and postings made by hand, and a small language and lexicon that need no files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Line, Need, Posting, Seniority, SkillAsked
from roleferry.domain.model.matching import Language
from roleferry.domain.model.profile.resume import Direction, Extracted, KeyMetric, Position, Resume, Skill
from roleferry.domain.model.text import Span

SKILLS = ("Python", "Kafka", "Kubernetes", "PostgreSQL", "Terraform", "laparoscopy", "triage")
ENDINGS = re.compile(r"(?:ations?|ing|ed|es|s)$")

LANGUAGE = Language(
    stem=lambda word: ENDINGS.sub("", word),
    stop_words=frozenset({"the", "and", "for", "of", "to", "in", "by", "with", "a", "from", "on", "we", "our", "you"}),
    rarities={"team": 0.0, "work": 0.0, "experience": 0.0, "build": 0.15, "senior": 0.2, "engineer": 0.3, "role": 0.0},
    aliases={"k8": ((("k8",), "kubernet"),), "kubernet": ((("kubernet",), "kubernet"),)},
    trades={"surgeon": {"29-1": 1.0}, "nurse": {"29-1": 1.0}, "developer": {"15-1": 1.0}, "programmer": {"15-1": 1.0}},
)


@dataclass(frozen=True, slots=True)
class Named:
    name: str


class SmallLexicon:
    """Knows a handful of skills, two industries and two levels."""

    def find_skills(self, text: str) -> tuple[Named, ...]:
        return tuple(Named(skill) for skill in SKILLS if skill.lower() in text.lower())

    def industries_of(self, text: str) -> tuple[str, ...]:
        return tuple(word for word in ("banking", "health") if word in text.lower())

    def seniority_of(self, title: str) -> Seniority | None:
        return Seniority.SENIOR if "senior" in title.lower() else None


def a_resume(
    *lines: str, title: str | None = None, skills: Iterable[str] = (), years: float | None = None, metric: str = ""
) -> Resume:
    """A résumé whose lines are the bullets of one position."""
    written = tuple(skills)
    raw_text = "\n".join([*([title] if title else []), *lines, ", ".join(written)])
    bullets = tuple(Extracted(value=line, span=span_in(raw_text, line)) for line in lines)
    position = Position(title=title, company=None, bullets=bullets, span=Span(0, len(raw_text)))
    return Resume(
        raw_text=raw_text,
        positions=(position,) if lines or title else (),
        skills=tuple(Skill(name=name, written=name, span=span_in(raw_text, name)) for name in written),
        total_years_experience=years,
        key_metrics=tuple(_metrics(raw_text, lines, metric)),
    )


def a_posting(
    *duties: str,
    title: str | None = None,
    must: Iterable[str] = (),
    nice: Iterable[str] = (),
    years: int | None = None,
    text: str = "",
) -> Posting:
    """A posting whose lines are its duties and pain points."""
    asked = [(name, Need.MUST) for name in must] + [(name, Need.NICE) for name in nice]
    raw_text = "\n".join([*([title] if title else []), *duties, ", ".join(name for name, _ in asked), text])
    lines = tuple(Line(text=duty, span=span_in(raw_text, duty)) for duty in duties)
    return Posting(
        raw_text=raw_text,
        title=title,
        responsibilities=lines,
        pain_points=lines,
        skills=tuple(SkillAsked(name=n, written=n, need=need, span=span_in(raw_text, n)) for n, need in asked),
        years_required=years,
    )


def span_in(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def _metrics(raw_text: str, lines: Iterable[str], metric: str) -> Iterable[KeyMetric]:
    for line in lines:
        if metric and metric in line:
            span = span_in(raw_text, line)
            yield KeyMetric(value=metric, unit="%", direction=Direction.DOWN, sentence=line, span=span, position=0)

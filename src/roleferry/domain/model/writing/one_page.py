"""What stands on the one-page offer document: the employer's words on the left, the résumé's on the right (SPEC 2)."""

from __future__ import annotations

from dataclasses import dataclass

from roleferry.domain.model.writing.context import Pair, WritingContext
from roleferry.domain.model.writing.draft import NothingToSay
from roleferry.domain.model.writing.first_person import tidy

_MOST_ROWS = 6
_MOST_SKILLS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One need and what answers it, both literal."""

    need: str
    answer: str
    metric: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """The content of the document; every line is a quotation or a name."""

    name: str
    role: str | None
    """What the person does or did last, as the résumé says it."""
    for_whom: str
    """The job and the employer."""
    rows: tuple[Row, ...]
    skills: tuple[str, ...] = ()
    reach: tuple[str, ...] = ()
    """Mail, phone and links to answer to."""


def one_page_of(context: WritingContext) -> OnePage:
    """
    Return the document's content.

    Raises:
        NothingToSay: there is no pain point with an answer, or nobody to sign it.
    """
    rows = tuple(
        _row(pair) for pair in context.pain_points[:_MOST_ROWS] if pair.challenge.strip() and pair.solution.strip()
    )
    name = context.sender_name
    missing = tuple(what for what, there in (("pain points with an answer", rows), ("your name", name)) if not there)
    if missing or name is None:
        raise NothingToSay(f"There is nothing to put on the page yet. Missing: {', '.join(missing)}.", missing=missing)
    job = [part for part in (context.job.title, context.company_name) if part]
    return OnePage(
        name=name,
        role=_role(context),
        for_whom=" at ".join(job) or "your open role",
        rows=rows,
        skills=_shared_skills(context),
        reach=tuple(part for part in (context.sender.email, context.sender.phone, *context.sender.links) if part),
    )


def _row(pair: Pair) -> Row:
    return Row(need=tidy(pair.challenge), answer=tidy(pair.solution), metric=pair.metric)


def _role(context: WritingContext) -> str | None:
    positions = context.resume.positions
    latest = positions[0] if positions else None
    return ", ".join(part for part in (latest.title, latest.company) if part) or None if latest else None


def _shared_skills(context: WritingContext) -> tuple[str, ...]:
    asked = {skill.name.casefold() for skill in context.job.skills}
    shared = (skill.written for skill in context.resume.skills if skill.name.casefold() in asked)
    return tuple(dict.fromkeys(shared))[:_MOST_SKILLS]

"""Read a whole advert: every field of a posting, from one text (SPEC 3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from roleferry.domain.model.jobs.posting import Line, LineKind, Need, Posting, Requirement, SkillAsked
from roleferry.domain.model.jobs.reading.buckets import buckets_of
from roleferry.domain.model.jobs.reading.facts import employment_type, posted_at, work_mode, years_required
from roleferry.domain.model.jobs.reading.header import read_header
from roleferry.domain.model.jobs.reading.headings import plain
from roleferry.domain.model.jobs.reading.labelling import Labelled, is_header, label
from roleferry.domain.model.jobs.reading.needs import need_of
from roleferry.domain.model.jobs.reading.pain_points import pain_points_of
from roleferry.domain.model.jobs.reading.parts import Part
from roleferry.domain.model.jobs.reading.salary import find_salary
from roleferry.domain.model.jobs.reading.segments import segments_of
from roleferry.domain.model.jobs.reading.skills import skills_asked
from roleferry.domain.model.jobs.reading.vocabulary import PostingVocabulary
from roleferry.domain.model.jobs.reading.voices import is_legal, is_perk

_TOP = 1500
_READ = 200_000
"""Characters read; an advert is never that long, and a file pasted by mistake costs no more than this."""
_ENOUGH_LINES = 3
_ENOUGH_WORDS = 40


def read_posting(text: str, *, vocabulary: PostingVocabulary, today: date) -> Posting:
    """Read an advert pasted or fetched as text; every quoted line stands literally in `raw_text`."""
    read = text[:_READ]
    pieces = label(segments_of(read))
    header = read_header(pieces, vocabulary=vocabulary)
    duties = _lines(pieces, LineKind.RESPONSIBILITY)
    requirements = _requirements(pieces)
    skills = skills_asked(read, pieces, vocabulary, company=header.company)
    spoken = [piece.segment.text[:1000] for piece in pieces if piece.part not in {Part.LEGAL, Part.BENEFITS}]
    return Posting(
        raw_text=text,
        title=header.title,
        company=header.company,
        location=header.location,
        work_mode=work_mode(spoken),
        employment_type=employment_type(read[:_TOP], read),
        seniority=vocabulary.seniority_of(header.title) if header.title else None,
        years_required=years_required(asked.text for asked in requirements if asked.need is Need.MUST),
        salary=find_salary(read),
        posted_at=posted_at(read, today=today),
        responsibilities=duties,
        requirements=requirements,
        skills=skills,
        benefits=_benefits(pieces),
        pain_points=pain_points_of(pieces),
        buckets=buckets_of((*duties, *_as_lines(requirements)), [skill.span for skill in skills]),
        thin=_is_thin(read, duties, requirements, skills),
    )


def _lines(pieces: Sequence[Labelled], kind: LineKind) -> tuple[Line, ...]:
    return tuple(_line(piece) for piece in pieces if piece.kind is kind)


def _line(piece: Labelled) -> Line:
    return Line(text=piece.segment.text, span=piece.segment.span)


def _requirements(pieces: Sequence[Labelled]) -> tuple[Requirement, ...]:
    return tuple(
        Requirement(text=piece.segment.text, need=_need(piece), span=piece.segment.span)
        for piece in pieces
        if piece.kind in {LineKind.REQUIREMENT, LineKind.PREFERRED}
    )


def _need(piece: Labelled) -> Need:
    return Need.NICE if piece.part is Part.PREFERRED else need_of(piece.segment.text)


def _as_lines(requirements: Sequence[Requirement]) -> tuple[Line, ...]:
    return tuple(Line(text=asked.text, span=asked.span) for asked in requirements)


def _benefits(pieces: Sequence[Labelled]) -> tuple[Line, ...]:
    others = ((at, piece) for at, piece in enumerate(pieces) if piece.kind is LineKind.OTHER and not piece.heading)
    spoken = (piece for at, piece in others if not is_header(piece.segment, piece.part, at))
    return tuple(_line(piece) for piece in spoken if _is_benefit(piece))


def _is_benefit(piece: Labelled) -> bool:
    said = plain(piece.segment.text[:1000])
    return not is_legal(said) and (piece.part is Part.BENEFITS or is_perk(said))


def _is_thin(
    text: str, duties: Sequence[Line], requirements: Sequence[Requirement], skills: Sequence[SkillAsked]
) -> bool:
    """Tell whether there is too little to match on or to write about."""
    told = len(duties) + len(requirements)
    words = len(text.split(maxsplit=_ENOUGH_WORDS))
    return told == 0 or (told < _ENOUGH_LINES and len(skills) < _ENOUGH_LINES) or words < _ENOUGH_WORDS

"""The honest match of a person and a job (SPEC 3.5)."""

from __future__ import annotations

from collections.abc import Iterable

from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.matching.circumstances import experience_part, industry_part, preference_part
from roleferry.domain.model.matching.index import Lexicon, PostingIndex, ResumeIndex, index_posting, index_resume
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.part import WEIGHTS, Match, Part
from roleferry.domain.model.matching.substance import evidence_part, skills_part, title_part
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.domain.model.profile.resume import Resume

_FULLY_RELATED = 0.5
_ENOUGH_TERMS = 40


def match(
    resume: Resume, posting: Posting, preferences: Preferences | None, *, language: Language, vocabulary: Lexicon
) -> Match:
    """Return how well a job suits a person; the same two always give the same answer."""
    ours = index_resume(resume, language=language, vocabulary=vocabulary)
    theirs = index_posting(posting, language=language, vocabulary=vocabulary)
    return match_indexed(ours, theirs, preferences, language=language)


def match_indexed(
    resume: ResumeIndex, posting: PostingIndex, preferences: Preferences | None, *, language: Language
) -> Match:
    """
    Return the match of two texts made ready before.

    What the work is about decides: years, industry and wishes count only as far as the work itself is related, so
    that thirty years of surgery are no experience for a software job, however close to home it is.
    """
    substance = _known(
        skills_part(resume, posting),
        evidence_part(resume, posting),
        title_part(resume, posting, language=language),
    )
    related = min(1.0, _mean(substance) / _FULLY_RELATED)
    circumstances = _known(
        experience_part(resume, posting, related=related),
        industry_part(resume, posting, related=related),
        preference_part(posting, preferences, related=related),
    )
    parts = (*substance, *circumstances)
    return Match(score=round(100 * _mean(parts), 2), confidence=_confidence(resume, posting, parts), parts=parts)


def _known(*parts: Part | None) -> tuple[Part, ...]:
    return tuple(part for part in parts if part is not None)


def _mean(parts: Iterable[Part]) -> float:
    """The weighted mean of what is known; nothing known is no match."""
    known = tuple(parts)
    weights = sum(part.weight for part in known)
    return sum(part.weight * part.score for part in known) / weights if weights else 0.0


def _confidence(resume: ResumeIndex, posting: PostingIndex, parts: tuple[Part, ...]) -> float:
    """The share of the weights that is known, less when either text is short."""
    known = sum(part.weight for part in parts) / sum(WEIGHTS.values())
    shorter = min(len(resume.profile.weights), len(posting.profile.weights))
    return round(known * min(1.0, shorter / _ENOUGH_TERMS), 2)

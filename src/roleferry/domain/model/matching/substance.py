"""The parts of a match that speak of the work itself: skills, evidence, title."""

from __future__ import annotations

from roleferry.domain.model.jobs.posting import Need
from roleferry.domain.model.matching.index import PostingIndex, ResumeIndex
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.overlap import coverage, shared
from roleferry.domain.model.matching.part import WEIGHTS, Part, PartName
from roleferry.domain.model.matching.titles import closeness, faded

_NEED_WEIGHTS = {Need.MUST: 3, Need.NICE: 1}
_MOST_WORDS = 12


def skills_part(resume: ResumeIndex, posting: PostingIndex) -> Part | None:
    """Coverage of the job's list of skills, a must weighing three times a nice; None when it names none."""
    if not posting.skills:
        return None
    held = [name for name in posting.skills if name in resume.skills]
    whole = sum(_NEED_WEIGHTS[need] for need in posting.skills.values())
    lacking = [posting.written[name] for name in posting.skills if name not in resume.skills]
    missing = f"; not found: {', '.join(lacking[:_MOST_WORDS])}" if lacking else ""
    return Part(
        name=PartName.SKILLS,
        weight=WEIGHTS[PartName.SKILLS],
        score=sum(_NEED_WEIGHTS[posting.skills[name]] for name in held) / whole,
        evidence=tuple(posting.written[name] for name in held),
        sentence=f"{len(held)} of {len(posting.skills)} skills asked for are in the résumé{missing}.",
    )


def evidence_part(resume: ResumeIndex, posting: PostingIndex, *, language: Language) -> Part | None:
    """How much of what the job speaks of the résumé speaks of too, read line by line or not; None without texts."""
    if not resume.counts or not posting.counts:
        return None
    words = [resume.words[key] for key in shared(posting.counts, resume.counts, language=language)[:_MOST_WORDS]]
    score = coverage(posting.counts, resume.counts, language=language)
    spoken = f": {', '.join(words)}" if words else ""
    return Part(
        name=PartName.EVIDENCE,
        weight=WEIGHTS[PartName.EVIDENCE],
        score=score,
        evidence=tuple(words),
        sentence=f"The résumé speaks of {score:.0%} of what the job is about{spoken}.",
    )


def title_part(resume: ResumeIndex, posting: PostingIndex, *, language: Language) -> Part | None:
    """How close the job's title is to the closest title held, an earlier one counting less."""
    if not posting.title or not resume.titles:
        return None
    scores = [
        (faded(closeness(posting.title, keys, language=language), back), title)
        for back, (title, keys) in enumerate(resume.titles)
    ]
    score, title = max(scores, key=lambda scored: scored[0])
    return Part(
        name=PartName.TITLE,
        weight=WEIGHTS[PartName.TITLE],
        score=score,
        evidence=(title,) if score else (),
        sentence=f"“{title}” is the title closest to “{posting.posting.title}”."
        if score
        else f"No title held comes near “{posting.posting.title}”.",
    )

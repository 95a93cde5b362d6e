"""The parts of a match that speak of the work itself: skills, evidence, title."""

from __future__ import annotations

from roleferry.domain.model.jobs.posting import Need
from roleferry.domain.model.matching.index import PostingIndex, ResumeIndex
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.overlap import alignment, coverage, shared
from roleferry.domain.model.matching.part import WEIGHTS, Part, PartName
from roleferry.domain.model.matching.titles import closeness, faded

_NEED_WEIGHTS = {Need.MUST: 3, Need.NICE: 1}
_HALF_A_LIST = 2
_MOST_WORDS = 12
_TOLD_ELSEWHERE = 0.5


def skills_part(resume: ResumeIndex, posting: PostingIndex) -> Part | None:
    """
    Coverage of the job's list of skills, a must weighing three times a nice; None when it names none that tell.

    The fewer telling skills are named, the less is known, and the less the part weighs: that somebody communicates,
    the one skill of a thin advert, decides nothing.
    """
    if not posting.telling_skills:
        return None
    held = [name for name in posting.skills if name in resume.skills]
    whole = sum(_NEED_WEIGHTS[need] for need in posting.skills.values())
    lacking = [posting.written[name] for name in posting.skills if name not in resume.skills]
    missing = f"; not found: {', '.join(lacking[:_MOST_WORDS])}" if lacking else ""
    return Part(
        name=PartName.SKILLS,
        weight=WEIGHTS[PartName.SKILLS] * posting.telling_skills / (posting.telling_skills + _HALF_A_LIST),
        score=sum(_NEED_WEIGHTS[posting.skills[name]] for name in held) / whole,
        evidence=tuple(posting.written[name] for name in held),
        sentence=f"{len(held)} of {len(posting.skills)} skills asked for are in the résumé{missing}.",
    )


def evidence_part(resume: ResumeIndex, posting: PostingIndex) -> Part | None:
    """How much the two texts speak of the same, whether or not reading made sense of them; None without texts."""
    if not resume.profile.weights or not posting.profile.weights:
        return None
    words = [resume.words[key] for key in shared(posting.profile, resume.profile)[:_MOST_WORDS]]
    score = alignment(posting.profile, resume.profile)
    spoken = f"Both speak of {', '.join(words)}" if words else "The two texts have no telling word in common"
    return Part(
        name=PartName.EVIDENCE,
        weight=WEIGHTS[PartName.EVIDENCE],
        score=score,
        evidence=tuple(words),
        sentence=f"{spoken}.",
    )


def title_part(resume: ResumeIndex, posting: PostingIndex, *, language: Language) -> Part | None:
    """How close the job's title is to the closest title held, an earlier one counting less."""
    if not posting.title.keys or not resume.profile.weights:
        return None
    held = [
        (
            faded(closeness(posting.title, title, language=language), back),
            f"closest title held: “{title.text}”",
            (title.text,),
        )
        for back, title in enumerate(resume.titles)
    ]
    words = tuple(resume.words[key] for key in shared(posting.title_words, resume.profile))
    told = _TOLD_ELSEWHERE * coverage(posting.title_words, resume.profile)
    elsewhere = (told, f"no title held comes as near as the words {', '.join(words)}", words)
    score, said, evidence = max([*held, elsewhere], key=lambda scored: scored[0])
    return Part(
        name=PartName.TITLE,
        weight=WEIGHTS[PartName.TITLE],
        score=score,
        evidence=evidence if score else (),
        sentence=f"“{posting.posting.title}”: {said if score else 'nothing held comes near'}.",
    )

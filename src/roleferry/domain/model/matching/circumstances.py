"""The parts of a match around the work: years and level, industry, wishes; each only as far as the work is related."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from roleferry.domain.model.jobs.posting import Posting, Salary, Seniority, WorkMode
from roleferry.domain.model.matching.index import PostingIndex, ResumeIndex
from roleferry.domain.model.matching.part import WEIGHTS, Part, PartName
from roleferry.domain.model.profile.choices import Remote
from roleferry.domain.model.profile.preferences import Preferences

_LADDER = list(Seniority)
_PER_RUNG = 0.25
_AS_GOOD_AS_RELATED = 0.995
"""Said in whole per cent, it is all."""
_PER_YEAR = {"year": 1, "month": 12, "week": 52, "day": 230, "hour": 1840}
_MODES: dict[Remote, dict[WorkMode, float]] = {
    Remote.REMOTE_ONLY: {WorkMode.REMOTE: 1.0, WorkMode.HYBRID: 0.0, WorkMode.ONSITE: 0.0},
    Remote.HYBRID: {WorkMode.REMOTE: 0.5, WorkMode.HYBRID: 1.0, WorkMode.ONSITE: 0.5},
    Remote.ONSITE: {WorkMode.REMOTE: 0.0, WorkMode.HYBRID: 0.5, WorkMode.ONSITE: 1.0},
}
"""How far each mode fulfils a wish; somebody who takes any wishes for none."""

Fit = tuple[float, str]


def experience_part(resume: ResumeIndex, posting: PostingIndex, *, related: float) -> Part | None:
    """Years against years asked, and level against level asked; more than asked is not less."""
    return _part(PartName.EXPERIENCE, [*_years(resume, posting), *_level(resume, posting)], related)


def industry_part(resume: ResumeIndex, posting: PostingIndex, *, related: float) -> Part | None:
    """Whether the person has worked in an industry the job speaks of."""
    if not resume.industries or not posting.industries:
        return None
    common = sorted(resume.industries & posting.industries)
    said = f"you know {', '.join(common)}" if common else f"{', '.join(sorted(posting.industries))} is new to you"
    return _part(PartName.INDUSTRY, [(1.0 if common else 0.0, said)], related)


def preference_part(posting: PostingIndex, preferences: Preferences | None, *, related: float) -> Part | None:
    """Share of the wishes known of both sides that the job fulfils: place, mode, pay, contract."""
    if preferences is None:
        return None
    advert = posting.posting
    fits = [*_place(advert, preferences), *_mode(advert, preferences), *_pay(advert, preferences)]
    return _part(PartName.PREFERENCES, [*fits, *_contract(advert, preferences)], related)


def _part(name: PartName, fits: list[Fit], related: float) -> Part | None:
    if not fits:
        return None
    said = tuple(words for _, words in fits)
    caution = "" if related >= _AS_GOOD_AS_RELATED else f" (counted {related:.0%}: the work itself is not close)"
    score = related * sum(score for score, _ in fits) / len(fits)
    words = "; ".join(said)
    sentence = f"{words[0].upper()}{words[1:]}{caution}."
    return Part(name=name, weight=WEIGHTS[name], score=score, evidence=said, sentence=sentence)


def _years(resume: ResumeIndex, posting: PostingIndex) -> Iterator[Fit]:
    asked, told = posting.posting.years_required, resume.years
    if asked is not None and told is not None:
        yield (min(1.0, told / asked) if asked else 1.0), f"{told:g} years dated, {asked} asked"


def _level(resume: ResumeIndex, posting: PostingIndex) -> Iterator[Fit]:
    asked, held = posting.posting.seniority, resume.seniority
    if asked and held:
        rungs = abs(_LADDER.index(asked) - _LADDER.index(held))
        yield max(0.0, 1 - _PER_RUNG * rungs), f"level {held} held, {asked} asked"


def _place(advert: Posting, wishes: Preferences) -> Iterator[Fit]:
    if advert.location and wishes.locations and advert.work_mode is not WorkMode.REMOTE:
        there = advert.location.casefold()
        near = any(place.casefold().split(",")[0] in there for place in wishes.locations)
        yield float(near), f"{advert.location} is {'' if near else 'not '}among your locations"


def _mode(advert: Posting, wishes: Preferences) -> Iterator[Fit]:
    if advert.work_mode and (wanted := _MODES.get(wishes.remote)):
        yield wanted[advert.work_mode], f"{advert.work_mode} work, you look for {wishes.remote.replace('_', ' ')}"


def _pay(advert: Posting, wishes: Preferences) -> Iterator[Fit]:
    best = _yearly_best(advert.salary)
    if best is None or wishes.salary_min is None or not wishes.salary_min or advert.salary is None:
        return
    if wishes.currency and advert.salary.currency and wishes.currency != advert.salary.currency:
        return
    share = min(Decimal(1), best / wishes.salary_min)
    yield float(share), f"pays up to {best:,.0f} a year, you ask for {wishes.salary_min:,.0f}"


def _yearly_best(salary: Salary | None) -> Decimal | None:
    if salary is None or salary.period is None or (factor := _PER_YEAR.get(salary.period)) is None:
        return None
    best = salary.maximum if salary.maximum is not None else salary.minimum
    return None if best is None else best * factor


def _contract(advert: Posting, wishes: Preferences) -> Iterator[Fit]:
    if advert.employment_type and wishes.employment_types:
        written = advert.employment_type.casefold().replace("-", "_").replace(" ", "_")
        fits = any(wanted.value == written for wanted in wishes.employment_types)
        yield float(fits), f"{advert.employment_type} {'is' if fits else 'is not'} what you look for"

"""A résumé and a posting made ready to be matched many times, read once each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from roleferry.domain.model.jobs.posting import Need, Posting, Seniority
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.overlap import Profile, profile_of
from roleferry.domain.model.matching.titles import Title, title_of
from roleferry.domain.model.profile.resume import Resume

T = TypeVar("T")

_TELLING = 0.3
_OPENING = 1500
"""Characters of an advert in which it says what its company does."""


class NamedSkill(Protocol):
    """A skill under its canonical name."""

    @property
    def name(self) -> str:
        """Return the one name all spellings share."""
        ...


class Lexicon(Protocol):
    """What matching asks of the vocabulary."""

    def find_skills(self, text: str) -> Sequence[NamedSkill]:
        """Return the skills a text names."""
        ...

    def industries_of(self, text: str) -> tuple[str, ...]:
        """Return the industries a text speaks of."""
        ...

    def seniority_of(self, title: str) -> Seniority | None:
        """Return the level a title stands for, or None when it does not say."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeIndex:
    """What a résumé says, ready to be asked."""

    profile: Profile
    """What the whole text is about, whether or not reading made sense of it."""
    words: Mapping[str, str]
    """Each term as it is first written."""
    skills: Mapping[str, str]
    """Canonical name → as written."""
    titles: tuple[Title, ...]
    """Titles held and the headline, latest first."""
    years: float | None
    seniority: Seniority | None
    industries: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingIndex:
    """What a posting asks, ready to be compared."""

    posting: Posting
    profile: Profile
    """What the whole text is about."""
    skills: Mapping[str, Need]
    telling_skills: int
    """How many of them belong to some work and not to any."""
    written: Mapping[str, str]
    """Canonical skill → as the posting writes it."""
    title: Title
    title_words: Profile
    industries: frozenset[str]


def index_resume(resume: Resume, *, language: Language, vocabulary: Lexicon) -> ResumeIndex:
    """Return a résumé ready to be matched; skills are looked for in the whole text as well."""
    found = {skill.name: skill.name for skill in vocabulary.find_skills(resume.raw_text)}
    titles = _titles(resume)
    terms = language.terms(resume.raw_text)
    return ResumeIndex(
        profile=profile_of((term.key for term in terms), language=language),
        words={term.key: term.span.of(resume.raw_text) for term in reversed(terms)},
        skills=found | {skill.name: skill.written for skill in resume.skills},
        titles=tuple(title_of(title, language.keys(title), language=language) for title in titles),
        years=resume.total_years_experience,
        seniority=next(_known(vocabulary.seniority_of(title) for title in titles), None),
        industries=frozenset(resume.industries),
    )


def index_posting(posting: Posting, *, language: Language, vocabulary: Lexicon) -> PostingIndex:
    """Return a posting ready to be matched; a skill asked for twice counts as insisted on as in its firmest place."""
    needs: dict[str, Need] = {}
    for skill in posting.skills:
        needs[skill.name] = Need.MUST if Need.MUST in (skill.need, needs.get(skill.name)) else Need.NICE
    title_words = profile_of(language.keys(posting.title or ""), language=language)
    return PostingIndex(
        posting=posting,
        profile=profile_of(_work(posting, language), language=language),
        skills=needs,
        telling_skills=sum(_tells(name, language) for name in needs),
        written={skill.name: skill.written for skill in posting.skills},
        title=title_of(posting.title or "", title_words.weights, language=language),
        title_words=title_words,
        industries=frozenset(vocabulary.industries_of(posting.raw_text[:_OPENING])),
    )


def _work(posting: Posting, language: Language) -> Iterator[str]:
    """Give the terms of the text but those that say where the job is: to live nearby is no evidence."""
    place = frozenset(language.keys(posting.location or ""))
    return (key for key in language.keys(posting.raw_text) if key not in place)


def _tells(skill: str, language: Language) -> bool:
    """Tell whether a skill says something of the work: `teamwork` does not; `Go`, a stop word as a word, does."""
    keys = language.keys(skill)
    return not keys or max(language.rarity(key) for key in keys) >= _TELLING


def _titles(resume: Resume) -> list[str]:
    held = [position.title for position in resume.positions]
    headline = resume.headline.value if resume.headline else None
    return list(dict.fromkeys(_known([held[0] if held else None, headline, *held[1:]])))


def _known(values: Iterable[T | None]) -> Iterator[T]:
    return (value for value in values if value is not None)

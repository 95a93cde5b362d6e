"""Read the vocabulary's tab-separated files, once a process."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.vocabulary.companies import CompanySuffixes
from roleferry.domain.model.vocabulary.degrees import DegreeIndex, DegreeName
from roleferry.domain.model.vocabulary.industries import IndustryCue, IndustryIndex
from roleferry.domain.model.vocabulary.knowledge import KnowledgeReader
from roleferry.domain.model.vocabulary.phrase_words import PhraseWords
from roleferry.domain.model.vocabulary.seniorities import SeniorityIndex
from roleferry.domain.model.vocabulary.skill import Caution, SkillEntry, Spelling
from roleferry.domain.model.vocabulary.skill_index import SkillIndex
from roleferry.domain.model.vocabulary.skill_kinds import kind_of
from roleferry.domain.model.vocabulary.task_phrases import TaskReader
from roleferry.domain.model.vocabulary.titles import TitleIndex
from roleferry.domain.model.vocabulary.verbs import ActionWords
from roleferry.domain.model.vocabulary.vocabulary import Vocabulary

_DATA = files("roleferry.adapters.vocabulary") / "data"
_SOFT = "soft"
_MARKS = frozenset(caution.value for caution in Caution if caution.value)


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the product; read on first use."""
    skills = SkillIndex.of(_skills())
    return Vocabulary(
        skills=skills,
        knowledge=KnowledgeReader(
            skills,
            PhraseWords.of((row[0], row[1]) for row in _rows("phrase_words.tsv")),
            not_names=frozenset(row[0] for row in _rows("not_names.tsv")),
            title_heads=frozenset(row[0] for row in _rows("title_heads.tsv")),
        ),
        tasks=TaskReader(ActionWords.of((row[0], row[1]) for row in _rows("action_words.tsv"))),
        titles=TitleIndex.of(
            known=(row[0] for name in ("titles.tsv", "onet_titles.tsv") for row in _rows(name)),
            heads=(row[0] for row in _rows("title_heads.tsv")),
            modifiers=(row[0] for row in _rows("title_modifiers.tsv")),
        ),
        degrees=DegreeIndex.of(
            DegreeName(written=row[0], level=row[1], cased=row[2] == "cased") for row in _rows("degrees.tsv")
        ),
        industries=IndustryIndex.of(
            IndustryCue(written=cue, industry=row[0], strong=row[1] == "strong")
            for row in _rows("industries.tsv")
            for cue in row[2].split("; ")
        ),
        seniorities=SeniorityIndex.of((row[0], Seniority(row[1])) for row in _rows("seniorities.tsv")),
        company_suffixes=CompanySuffixes.of(row[0] for row in _rows("company_suffixes.tsv")),
    )


def _skills() -> Iterator[SkillEntry]:
    general = frozenset(row[0] for row in _rows("general_skills.tsv"))
    for file in ("skills.tsv", "onet_technology.tsv"):
        for marked, category, aliases in _rows(file):
            name = _spelling(marked)
            others = tuple(_spelling(alias) for alias in aliases.split("; ") if alias)
            yield SkillEntry(
                name=name.written,
                category=category,
                hard=category != _SOFT,
                kind=kind_of(name.written, category, general=general),
                spellings=(name, *others),
            )


def _spelling(marked: str) -> Spelling:
    """Read `?Go`: the caution's mark, if any, then the words."""
    if marked[0] in _MARKS:
        return Spelling(marked[1:], Caution(marked[0]))
    return Spelling(marked)


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a data file after its header; `#` starts a comment."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            yield line.split("\t")

"""Read the vocabulary's tab-separated files, once a process."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.vocabulary.companies import CompanySuffixes
from roleferry.domain.model.vocabulary.degrees import DegreeIndex, DegreeName
from roleferry.domain.model.vocabulary.industries import IndustryCue, IndustryIndex
from roleferry.domain.model.vocabulary.seniorities import SeniorityIndex
from roleferry.domain.model.vocabulary.skill import Caution, SkillEntry
from roleferry.domain.model.vocabulary.skill_index import SkillIndex
from roleferry.domain.model.vocabulary.titles import TitleIndex
from roleferry.domain.model.vocabulary.vocabulary import Vocabulary

_DATA = files("roleferry.adapters.vocabulary") / "data"
_SOFT = "soft"


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the product; read on first use."""
    return Vocabulary(
        skills=SkillIndex.of(_skills()),
        titles=TitleIndex.of(
            known=(
                row[0]
                for name in ("titles.tsv", "onet_titles.tsv")
                for row in _rows(name)
            ),
            heads=(row[0] for row in _rows("title_heads.tsv")),
            modifiers=(row[0] for row in _rows("title_modifiers.tsv")),
        ),
        degrees=DegreeIndex.of(
            DegreeName(written=row[0], level=row[1], cased=row[2] == "cased")
            for row in _rows("degrees.tsv")
        ),
        industries=IndustryIndex.of(
            IndustryCue(written=cue, industry=row[0], strong=row[1] == "strong")
            for row in _rows("industries.tsv")
            for cue in row[2].split("; ")
        ),
        seniorities=SeniorityIndex.of(
            (row[0], Seniority(row[1])) for row in _rows("seniorities.tsv")
        ),
        company_suffixes=CompanySuffixes.of(
            row[0] for row in _rows("company_suffixes.tsv")
        ),
    )


def _skills() -> Iterator[SkillEntry]:
    for name in ("skills.tsv", "onet_technology.tsv"):
        for skill, category, caution, aliases in _rows(name):
            yield SkillEntry(
                name=skill,
                category=category,
                hard=category != _SOFT,
                caution=Caution(caution),
                aliases=tuple(alias for alias in aliases.split("; ") if alias),
            )


def _rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a data file after its header; `#` starts a comment."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines()[1:]:
        if line and not line.startswith("#"):
            yield line.split("\t")

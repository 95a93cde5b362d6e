"""The words RoleFerry knows: skills, titles, degrees, industries, rungs and legal forms, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.companies import CompanySuffixes
from roleferry.domain.model.vocabulary.degrees import DegreeIndex
from roleferry.domain.model.vocabulary.industries import IndustryIndex
from roleferry.domain.model.vocabulary.knowledge import KnowledgeReader
from roleferry.domain.model.vocabulary.seniorities import SeniorityIndex
from roleferry.domain.model.vocabulary.skill import SkillKind, SkillMention
from roleferry.domain.model.vocabulary.skill_index import SkillIndex
from roleferry.domain.model.vocabulary.task_phrases import TaskReader, with_tasks
from roleferry.domain.model.vocabulary.titles import TitleIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything the readers of résumés and adverts look words up in; built once from data files by an adapter."""

    skills: SkillIndex
    titles: TitleIndex
    degrees: DegreeIndex
    industries: IndustryIndex
    seniorities: SeniorityIndex
    company_suffixes: CompanySuffixes
    knowledge: KnowledgeReader
    tasks: TaskReader

    def find_skills(self, text: str) -> tuple[SkillMention, ...]:
        """Return the listed skills a text names: literal, in order, without overlap."""
        return self.skills.find(text)

    def knowledge_phrases(self, text: str) -> tuple[SkillMention, ...]:
        """Return what an advert asks people to know, listed or not: literal, in order, without overlap."""
        return self.knowledge.read(text)

    def skill_phrases(self, text: str) -> tuple[SkillMention, ...]:
        """Return every skill a sentence speaks of: known ones, what is asked for, and tasks, literal and apart."""
        known = self.knowledge.read(text, everywhere=True)
        return with_tasks(text, known, self.tasks.read(text), avoid=[span for _, span in self.find_titles(text)])

    def canonical_skill(self, written: str) -> str | None:
        """Return the canonical name of a skill however written, or None when it is not listed."""
        return self.skills.canonical(written)

    def skill_kind(self, written: str) -> SkillKind | None:
        """Return what kind of skill this is, or None when it is not listed."""
        return self.skills.kind(written)

    def is_title(self, text: str) -> bool:
        """Tell whether a short text is a job title."""
        return self.titles.is_title(text)

    def find_titles(self, text: str) -> tuple[tuple[str, Span], ...]:
        """Return the job titles a text names, in order."""
        return self.titles.find(text)

    def is_degree(self, text: str) -> bool:
        """Tell whether a short text begins with an academic degree."""
        return self.degrees.is_degree(text)

    def find_degrees(self, text: str) -> tuple[tuple[str, Span], ...]:
        """Return the degree names in a text, in order, without their fields of study."""
        return self.degrees.find(text)

    def strip_company_suffix(self, name: str) -> str:
        """Return a company's name without its legal form."""
        return self.company_suffixes.strip(name)

    def industries_of(self, text: str) -> tuple[str, ...]:
        """Return the industries a text speaks of, the clearest first."""
        return self.industries.of_text(text)

    def seniority_of(self, title: str) -> Seniority | None:
        """Return the rung of a title, or None when it is no title."""
        return self.seniorities.of_title(title, self.is_title)

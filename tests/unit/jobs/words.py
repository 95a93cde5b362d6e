"""A small vocabulary for reading tests: what the reader asks of the real one, over a handful of words."""

import re
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.text import Span

_SKILLS = {
    "python": "Python",
    "go": "Go",
    "kafka": "Kafka",
    "postgresql": "PostgreSQL",
    "kubernetes": "Kubernetes",
    "sql": "SQL",
    "excel": "Excel",
    "react": "React",
    "java": "Java",
    "communication": "communication",
}
_TITLES = (
    "engineer|developer|designer|manager|analyst|nurse|accountant|operative|teacher|chef de "
    "partie|head of sales, emea|product designer|software engineer ii, payments"
    "|data engineer|backend engineer|machine learning engineer|marketing manager|registered "
    "nurse|backend developer|frontend engineer|rust engineer|financial analyst|warehouse "
    "operative|data analyst"
)
_TITLE = re.compile(
    (
        rf"\b(?:(?:senior|staff|junior|lead) "
        rf")?(?:{'|'.join(sorted(_TITLES.split('|'), key=len, reverse=True))})\b"
    ),
    re.IGNORECASE,
)
_SKILL = re.compile(rf"\b(?:{'|'.join(_SKILLS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    name: str
    written: str
    span: Span


class Words:
    """Stands in for the vocabulary."""

    def find_skills(self, text: str) -> tuple[Found, ...]:
        return tuple(Found(_SKILLS[match[0].lower()], match[0], Span(*match.span())) for match in _SKILL.finditer(text))

    def find_titles(self, text: str) -> tuple[tuple[str, Span], ...]:
        return tuple((match[0], Span(*match.span())) for match in _TITLE.finditer(text))

    def is_title(self, text: str) -> bool:
        return _TITLE.fullmatch(text.strip()) is not None

    def seniority_of(self, title: str) -> Seniority | None:
        return Seniority.SENIOR if "senior" in title.lower() else Seniority.IC if self.find_titles(title) else None


WORDS = Words()

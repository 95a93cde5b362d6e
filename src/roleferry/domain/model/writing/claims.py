"""What a sentence asserts and what it rests on (SPEC 3.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.text import Span


class ClaimKind(StrEnum):
    """What sort of thing is asserted."""

    RESULT = "result"
    ROLE = "role"
    SKILL = "skill"
    NEED = "need"
    NEWS = "news"
    OPENING = "opening"
    """That this employer has this job open."""


class Source(StrEnum):
    """Where the evidence stands."""

    RESUME = "resume"
    JOB = "job"
    COMPANY = "company"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Literal words and where they stand: a span of the résumé or advert, or the address a fact was read at."""

    kind: ClaimKind
    source: Source
    text: str
    span: Span | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of a draft and the evidence it rests on."""

    sentence: str
    evidence: Evidence

    @property
    def kind(self) -> ClaimKind:
        """What sort of thing the sentence asserts."""
        return self.evidence.kind

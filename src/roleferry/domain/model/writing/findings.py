"""What the lint has to say about a mail (SPEC 3.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.length import Band


class Severity(StrEnum):
    """Whether a finding keeps the mail from going."""

    BLOCKER = "blocker"
    WARNING = "warning"


class Part(StrEnum):
    """Which text a span points into."""

    SUBJECT = "subject"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to change; `message` says what to do, `span` where."""

    code: str
    severity: Severity
    message: str
    part: Part = Part.BODY
    span: Span | None = None
    match: str | None = None
    """The words found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """Everything found in one mail."""

    findings: tuple[Finding, ...] = ()
    spam_score: float = 0.0
    """0 (nothing found) to 1."""
    char_count: int = 0
    """Characters of subject and body, footer left out."""
    body_char_count: int = 0
    band: Band = Band.SHORT

    @property
    def blockers(self) -> tuple[Finding, ...]:
        """The findings that keep the mail from going."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.BLOCKER)

    @property
    def spam_matches(self) -> tuple[Finding, ...]:
        """The spam phrases found."""
        return tuple(finding for finding in self.findings if finding.code == "spam_phrase")

    @property
    def clean(self) -> bool:
        """Whether nothing keeps the mail from going."""
        return not self.blockers

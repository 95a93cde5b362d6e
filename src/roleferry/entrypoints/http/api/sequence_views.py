"""How a sequence is shown: its steps with days, gaps, counts and lint."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.steps import StepKind
from roleferry.domain.model.writing.tone import Tone
from roleferry.entrypoints.http.api.writing_views import LINT, deep_view


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """One mail of a sequence as a template; `day` counts from the first mail, `gap_days` from the one before."""

    id: UUID
    number: int
    kind: StepKind
    day: int
    gap_days: int
    subject: str
    body: str
    same_thread: bool
    enabled: bool
    lint: LintReport
    version: int


class SequenceView(msgspec.Struct, frozen=True, kw_only=True):
    """A sequence; `campaign_id` says whose copy it is."""

    id: UUID
    name: str
    tone: Tone
    length: Length
    campaign_id: UUID | None
    steps: list[StepView]
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "SequenceView":
        """Return the view of a row with its steps."""
        steps, before = [], None
        for step in row["steps"] or ():
            steps.append({**step, "gap_days": 0 if before is None else step["day"] - before})
            before = step["day"] if step["enabled"] else before
        return deep_view(cls, {**row, "steps": steps})


STEP: dict[str, Any] = {
    "id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1d1",
    "number": 1,
    "kind": "initial",
    "day": 0,
    "gap_days": 0,
    "subject": "{{ job.title }} at {{ company.name }}",
    "body": "Hello {{ contact.first_name | default: 'there' }},\n\nYour advert names {{ offer.need }}.",
    "same_thread": False,
    "enabled": True,
    "lint": LINT,
    "version": 0,
}
SEQUENCE: dict[str, Any] = {
    "id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1d0",
    "name": "Standard",
    "tone": "warm",
    "length": "medium",
    "campaign_id": None,
    "steps": [STEP],
    "created_at": "2026-11-22T09:00:00Z",
    "updated_at": "2026-11-22T09:00:00Z",
}

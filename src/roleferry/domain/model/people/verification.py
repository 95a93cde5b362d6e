"""What is known of whether an address takes mail (SPEC 3.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.sending.gate_facts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """One verdict on one address; `score` from 0 to 1 when the provider gives one, `reason` in its own words."""

    verdict: Verdict
    provider: str
    at: datetime
    score: float | None = None
    reason: str | None = None

"""What is known of whether an address takes mail (SPEC 3.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.sending.gate_facts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictFound:
    """A provider's answer; `score` from 0 to 1 where it gives one, `reason` in its own words."""

    verdict: Verdict
    provider: str
    score: float | None = None
    reason: str | None = None

    def at(self, moment: datetime) -> Verification:
        """Return it as what was known at a moment."""
        return Verification(
            verdict=self.verdict, provider=self.provider, score=self.score, reason=self.reason, at=moment
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """One verdict on one address, and when it was given."""

    verdict: Verdict
    provider: str
    at: datetime
    score: float | None = None
    reason: str | None = None

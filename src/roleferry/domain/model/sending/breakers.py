"""Counts that stop sending before a provider does; asked each time a mail bounces (SPEC 3.8).

One person sends few mails, so counts rule: at 40 mails a single bounce is already 2.5 %. Percentages speak only
from 50 on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from roleferry.domain.model.sending.campaign import CampaignHold, CampaignHoldRule
from roleferry.domain.model.sending.window import instant

MAILBOX_SAMPLE, MAILBOX_BOUNCES = 20, 2
CAMPAIGN_SAMPLE, CAMPAIGN_BOUNCES = 30, 3
RATE_SAMPLE, RATE_PERCENT = 50, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """A breaker that tripped: what was observed, the threshold, and among how many."""

    observed: int
    threshold: int
    sample: int

    def as_hold(self, *, at: datetime) -> CampaignHold:
        """Return the hold that the campaign gets; a person lifts it."""
        return CampaignHold(
            rule=CampaignHoldRule.BREAKER_BOUNCES,
            observed=self.observed,
            threshold=self.threshold,
            sample=self.sample,
            at=at,
        )

    def in_words(self) -> str:
        """Return what happened, for the person who has to decide."""
        bounces = "hard bounce" if self.observed == 1 else "hard bounces"
        return f"{self.observed} {bounces} among the last {self.sample} first mails"


def mailbox_trip(bounced: Sequence[bool]) -> Trip | None:
    """Look at a mailbox's first mails, newest last, each hard-bounced or not: 2 of the last 20 stop its day."""
    return _count(bounced[-MAILBOX_SAMPLE:], MAILBOX_BOUNCES)


def campaign_trip(bounced: Sequence[bool]) -> Trip | None:
    """Look at a campaign's first mails, newest last: 3 of the last 30, or from 50 on more than 5 %, hold it."""
    recent = _count(bounced[-CAMPAIGN_SAMPLE:], CAMPAIGN_BOUNCES)
    if recent is not None or len(bounced) < RATE_SAMPLE:
        return recent
    return _count(bounced, len(bounced) * RATE_PERCENT // 100 + 1)


def end_of_day(now: datetime, zone: ZoneInfo) -> datetime:
    """Return when the mailbox's next day begins, in UTC: until then a stopped day is closed."""
    return instant(now.astimezone(zone).date() + timedelta(days=1), time(0), zone)


def _count(bounced: Sequence[bool], threshold: int) -> Trip | None:
    observed = sum(bounced)
    if observed < threshold:
        return None
    return Trip(observed=observed, threshold=threshold, sample=len(bounced))

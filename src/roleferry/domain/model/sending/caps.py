"""How many mails one mailbox may send on one day: the lowest of its limits (SPEC 3.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.sending.warmup import day_of_warmup, ramp_cap

DEFAULT_DAILY_CAP = 25
HIGHEST_DAILY_CAP = 200
SMALLEST_GAP = timedelta(minutes=5)


class InvalidCap(Invalid):
    """A mailbox sends 1 to 200 mails a day, at least five minutes apart."""

    code = "mailbox.invalid_cap"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxCaps:
    """
    What a mailbox may send: a day's mails, the gap between two of them, and the ramp while it warms up.

    Raises:
        InvalidCap: no mail, too many, or a gap below five minutes.
    """

    daily: int = DEFAULT_DAILY_CAP
    gap: timedelta = SMALLEST_GAP
    warmup_started_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse limits that would let nothing leave, or everything at once."""
        if not 1 <= self.daily <= HIGHEST_DAILY_CAP:
            raise InvalidCap(f"choose a daily cap from 1 to {HIGHEST_DAILY_CAP}")
        if not SMALLEST_GAP <= self.gap <= timedelta(hours=12):
            raise InvalidCap("mails of one mailbox go at least five minutes and at most twelve hours apart")

    def on(self, day: date) -> int:
        """Return the cap of this day, in the mailbox's own calendar; without warmup only the daily cap counts."""
        if self.warmup_started_on is None:
            return self.daily
        return min(self.daily, ramp_cap(max(1, day_of_warmup(self.warmup_started_on, day))))

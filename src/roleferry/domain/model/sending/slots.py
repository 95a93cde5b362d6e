"""The times one mailbox has given away, kept a gap apart and under each day's cap (SPEC 3.9)."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.caps import MailboxCaps
from roleferry.domain.model.sending.window import instant


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxLoad:
    """What a plan must know of a mailbox: its limits, its calendar, and the mails it has sent or that stay planned."""

    mailbox_id: MailboxId
    caps: MailboxCaps
    zone: ZoneInfo
    taken: tuple[datetime, ...] = ()
    closed_until: datetime | None = None
    """Nothing goes before this: a breaker or a block holds the mailbox."""


class MailboxSlots:
    """One mailbox while a plan is made: what is free, day by day in its own calendar."""

    __slots__ = ("_ends", "_times", "_used", "load")

    def __init__(self, load: MailboxLoad) -> None:
        """Begin with what is taken."""
        self.load = load
        self._times = sorted(load.taken)
        self._used = Counter(self.day_of(moment) for moment in self._times)
        self._ends: dict[date, datetime] = {}

    def day_of(self, moment: datetime) -> date:
        """Return the mailbox's own date at this moment."""
        return moment.astimezone(self.load.zone).date()

    def start_of(self, day: date) -> datetime:
        """Return when this date begins for the mailbox, in UTC."""
        if day not in self._ends:
            self._ends[day] = instant(day, time(0), self.load.zone).astimezone(UTC)
        return self._ends[day]

    def room_on(self, day: date) -> int:
        """Return how many more mails this date can take; 0 when it is full."""
        return max(0, self.load.caps.on(day) - self._used[day])

    def free_from(self, moment: datetime, spacing: timedelta) -> datetime:
        """Return the first free time from `moment` on; behind another mail it keeps `spacing`, never under the gap."""
        times, gap = self._times, self.load.caps.gap
        spacing = max(spacing, gap)
        index = bisect_left(times, moment)
        if index and moment - times[index - 1] < gap:
            moment = times[index - 1] + spacing
        for place in range(index, len(times)):
            if times[place] - moment >= gap:
                break
            moment = max(moment, times[place] + spacing)
        return moment

    def take(self, moment: datetime) -> None:
        """Give this time away."""
        insort(self._times, moment)
        self._used[self.day_of(moment)] += 1

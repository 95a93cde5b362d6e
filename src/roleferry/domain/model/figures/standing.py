"""What the people written to add up to, kept so that a night's sum and a day's change give the whole (SPEC 3.11)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

from roleferry.domain.model.figures.facts import MailRecord, earliest
from roleferry.domain.model.figures.overview import MEDIAN_FLOOR
from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.ids import ContactId

_STEPS = ((3600, 1), (86_400, 60))
_COARSEST = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Sums over people; adding and taking away are exact, so any cut of a history gives the same sums."""

    contacted: int = 0
    replied: int = 0
    positive: int = 0
    taken: Mapping[str, int] = field(default_factory=dict)
    """How many took so many seconds, rounded as `_rounded` does, from their first mail to their first answer."""
    waiting: Mapping[str, int] = field(default_factory=dict)
    """How many are still to answer, by the UTC day of their first mail."""

    def __add__(self, other: Standing) -> Standing:
        """Add people that are counted in only one of the two."""
        return self._with(other, 1)

    def __sub__(self, other: Standing) -> Standing:
        """Take people away that are counted in this one."""
        return self._with(other, -1)

    def _with(self, other: Standing, sign: int) -> Standing:
        return Standing(
            contacted=self.contacted + sign * other.contacted,
            replied=self.replied + sign * other.replied,
            positive=self.positive + sign * other.positive,
            taken=_added(self.taken, other.taken, sign),
            waiting=_added(self.waiting, other.waiting, sign),
        )

    @property
    def median_seconds(self) -> float | None:
        """Return the median time to an answer; None below five answers."""
        ordered = sorted(self.taken, key=int)
        passed = list(accumulate(self.taken[seconds] for seconds in ordered))
        total = passed[-1] if passed else 0
        if total < MEDIAN_FLOOR:
            return None
        return sum(int(ordered[bisect_right(passed, place)]) for place in ((total - 1) // 2, total // 2)) / 2

    @property
    def waiting_since(self) -> date | None:
        """Return the day of the oldest first mail that is still to be answered."""
        return date.fromisoformat(min(self.waiting)) if self.waiting else None


def standing(records: Iterable[MailRecord]) -> Standing:
    """Sum up the people of these mails; every mail of a person must be among them."""
    people: dict[ContactId, list[MailRecord]] = {}
    for item in records:
        if item.counts:
            people.setdefault(item.mail.contact_id, []).append(item)
    total = Counter[str]()
    taken, waiting = Counter[str](), Counter[str]()
    for mails in people.values():
        first, replied = _first_mailed(mails), _replied(mails)
        total.update(contacted=1, replied=int(replied is not None), positive=int(any(one.positive_at for one in mails)))
        if replied is not None:
            taken[str(_rounded(replied - first))] += 1
        elif not any(one.bounced_at for one in mails):
            waiting[first.astimezone(UTC).date().isoformat()] += 1
    return Standing(**total, taken=dict(taken), waiting=dict(waiting))


def ripe(everybody: Standing, unripe: Standing) -> tuple[Rate, Rate]:
    """Return people who answered, and who answered gladly, over people first mailed at least 48 hours ago."""
    contacted = everybody.contacted - unripe.contacted
    return Rate.of(everybody.replied - unripe.replied, contacted), Rate.of(
        everybody.positive - unripe.positive, contacted
    )


def _rounded(taken: timedelta) -> int:
    """Return whole seconds up to an hour, minutes up to a day, quarters of an hour beyond: few enough to keep."""
    seconds = int(taken.total_seconds())
    step = next((step for limit, step in _STEPS if seconds < limit), _COARSEST)
    return seconds // step * step


def _first_mailed(mails: Iterable[MailRecord]) -> datetime:
    return min(item.sent_at for item in mails if item.sent_at is not None)


def _replied(mails: Iterable[MailRecord]) -> datetime | None:
    found: datetime | None = None
    for item in mails:
        found = earliest(found, item.replied_at)
    return found


def _added(one: Mapping[str, int], other: Mapping[str, int], sign: int) -> dict[str, int]:
    summed = dict(one)
    for key, count in other.items():
        summed[key] = summed.get(key, 0) + sign * count
        if not summed[key]:
            del summed[key]
    return summed


SILENT_AFTER = timedelta(days=3)
"""How far back a day's change looks for mails whose standing time alone can change: 48 hours and a margin."""

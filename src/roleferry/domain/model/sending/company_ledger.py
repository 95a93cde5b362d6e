"""Which people of a company are mailed on which days, and the next day a further one may be (SPEC 3.9)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from datetime import date, timedelta

from roleferry.domain.model.ids import CompanyId, ContactId
from roleferry.domain.model.sending.company_policy import CompanyLimit

_DAY = timedelta(days=1)
Visit = tuple[date, ContactId]


class CompanyLedger:
    """Mails sent and planned per company; filled while a plan is made, then dropped."""

    __slots__ = ("_visits", "limit")

    def __init__(self, limit: CompanyLimit, visits: Iterable[tuple[CompanyId, date, ContactId]] = ()) -> None:
        """Begin with the mails that stand: each a company, the reader's local day, and the person."""
        self.limit = limit
        self._visits: dict[CompanyId, list[Visit]] = {}
        for company, day, person in visits:
            self.record(company, day, person)

    def record(self, company: CompanyId, day: date, person: ContactId) -> None:
        """Count one more mail."""
        insort(self._visits.setdefault(company, []), (day, person))

    def next_first(self, company: CompanyId, person: ContactId, day: date) -> date:
        """Return the first day from `day` on when a first mail to this person keeps the limit."""
        while not self.allows_first(company, person, day):
            day = self._next_chance(company, person, day)
        return day

    def next_follow_up(self, company: CompanyId, person: ContactId, day: date) -> date:
        """Return the first day from `day` on when no colleague is mailed; a begun conversation goes on."""
        while self._colleague_on(company, person, day):
            day += _DAY
        return day

    def allows_first(self, company: CompanyId, person: ContactId, day: date) -> bool:
        """Say whether every span of days around this one keeps the limit with this person in it."""
        if self._colleague_on(company, person, day):
            return False
        span = timedelta(days=self.limit.days)
        near = self._between(company, day - span, day + span)
        starts = {day, *(visited for visited, _ in near if visited <= day)}
        return all(
            len({person, *(who for visited, who in near if start <= visited <= start + span)}) <= self.limit.people
            for start in starts
        )

    def _next_chance(self, company: CompanyId, person: ContactId, day: date) -> date:
        """Skip the days that cannot help: while all colleagues lie behind, one of them must drop out of the span."""
        span = timedelta(days=self.limit.days)
        last = {who: visited for visited, who in self._between(company, day - span, day + span) if who != person}
        if not last or max(last.values()) >= day:
            return day + _DAY
        return max(day, min(last.values()) + span) + _DAY

    def _colleague_on(self, company: CompanyId, person: ContactId, day: date) -> bool:
        if not self.limit.one_a_day:
            return False
        return any(who != person for _, who in self._between(company, day, day))

    def _between(self, company: CompanyId, first: date, last: date) -> list[Visit]:
        visits = self._visits.get(company, [])
        start = bisect_left(visits, first, key=_day)
        return visits[start : bisect_right(visits, last, lo=start, key=_day)]


def _day(visit: Visit) -> date:
    return visit[0]

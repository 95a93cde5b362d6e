"""The local hours a mail may leave: which days, from when to when, in the reader's own zone (SPEC 3.9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b
from uuid import UUID
from zoneinfo import ZoneInfo

from roleferry.domain.model.errors import Invalid

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_SEARCH_DAYS = 400
_SEARCH = tuple(timedelta(days=offset) for offset in range(-1, _SEARCH_DAYS))
_SATURDAY = 6


class InvalidWindow(Invalid):
    """A sending window needs at least one day, and must open before it closes."""

    code = "sending_window.invalid"


class NeverOpen(Invalid):
    """The sending window does not open within a year."""

    code = "sending_window.never_open"


def no_holidays(_: date) -> bool:
    """Say that no day is a holiday."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingWindow:
    """
    Half-open local hours `[opens, closes)` on ISO weekdays (1 is Monday, 7 Sunday); one day never runs into the next.

    Raises:
        InvalidWindow: no day, a day that is none, or hours that do not open before they close.
    """

    days: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    opens: time = time(8)
    closes: time = time(17)
    skip_holidays: bool = True

    def __post_init__(self) -> None:
        """Refuse a window that could never open."""
        if not self.days or not self.days <= frozenset(range(1, 8)):
            raise InvalidWindow("choose at least one weekday, 1 (Monday) to 7 (Sunday)")
        if self.opens.tzinfo is not None or self.closes.tzinfo is not None or self.opens >= self.closes:
            raise InvalidWindow("the hours must open before they close, on the same day, as plain local times")
        if any(wall.second or wall.microsecond for wall in (self.opens, self.closes)):
            raise InvalidWindow("the hours are given in whole minutes")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHours:
    """A window at one place: the zone it is read in and the public holidays there."""

    window: SendingWindow
    zone: ZoneInfo
    is_holiday: Callable[[date], bool] = no_holidays
    _days: dict[date, tuple[datetime, datetime] | None] = field(default_factory=dict, compare=False, repr=False)
    _starts: dict[date, tuple[datetime, ...]] = field(default_factory=dict, compare=False, repr=False)

    def open_on(self, day: date) -> bool:
        """Say whether mail may leave on this local day at all."""
        if day.isoweekday() not in self.window.days:
            return False
        return not (self.window.skip_holidays and self.is_holiday(day))

    def is_open(self, moment: datetime) -> bool:
        """Say whether the wall clock there shows an open hour; a closing hour that repeats closes the first time."""
        local = moment.astimezone(self.zone)
        return self._shows_open(moment, local, local.date())

    def _shows_open(self, moment: datetime, local: datetime, today: date) -> bool:
        if not self.window.opens <= local.time() < self.window.closes:
            return False
        hours = self.hours_on(today)
        return hours is not None and hours[0] <= moment < hours[1]

    def hours_on(self, day: date) -> tuple[datetime, datetime] | None:
        """Return the first open and first closed instant of this local day in UTC, or None on a closed day."""
        if day not in self._days:
            self._days[day] = self._hours_on(day)
        return self._days[day]

    def _hours_on(self, day: date) -> tuple[datetime, datetime] | None:
        if not self.open_on(day):
            return None
        opens, closes = (instant(day, wall, self.zone) for wall in (self.window.opens, self.window.closes))
        return (opens, closes) if opens < closes else None

    def next_open(self, moment: datetime) -> datetime:
        """
        Return the first open instant at or after this moment, in UTC.

        Raises:
            NeverOpen: every day for more than a year is closed.
        """
        local = moment.astimezone(self.zone)
        today = local.date()
        if self._shows_open(moment, local, today):
            return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
        for offset in _SEARCH:
            for opening in self._openings(today + offset):
                if opening >= moment:
                    return opening
        raise NeverOpen("no day is open for a year; choose other days or switch holidays off")

    def closes_after(self, moment: datetime) -> datetime:
        """Return when the local day of an open moment closes, in UTC; the moment itself if it is closed."""
        hours = self.hours_on(moment.astimezone(self.zone).date())
        return moment if hours is None else max(moment, hours[1])

    def _openings(self, day: date) -> tuple[datetime, ...]:
        """Return the instants at which this local day opens: one, or two where the opening hour repeats."""
        if day not in self._starts:
            hours = self.hours_on(day)
            twice = () if hours is None else (hours[0], _second_showing(day, self.window.opens, self.zone))
            self._starts[day] = tuple(opening for opening in twice if self.is_open(opening))
        return self._starts[day]


def next_open(
    moment: datetime, window: SendingWindow, *, zone: ZoneInfo, is_holiday: Callable[[date], bool] = no_holidays
) -> datetime:
    """Return the first instant at or after `moment` when mail may leave for a reader in `zone`, in UTC (SPEC 3.9)."""
    return OpenHours(window=window, zone=zone, is_holiday=is_holiday).next_open(moment)


def instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """
    Return when the wall clock shows this time, in UTC.

    A time that the spring change skips is the first instant after the gap; one that the autumn change repeats is its
    first showing.
    """
    local = datetime.combine(day, wall, zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    return _end_of_gap(local.replace(fold=1).astimezone(UTC), moment, zone)


def _second_showing(day: date, wall: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, wall, zone).replace(fold=1).astimezone(UTC)


def _end_of_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Halve the time between two instants until the second at which the offset changes."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after


def jitter(identity: UUID, spread: timedelta, *, salt: str = "") -> timedelta:
    """Return a delay in `[0, spread)`, whole seconds, the same for the same identity for ever."""
    digest = blake2b(identity.bytes, digest_size=8, person=salt.encode()[:16]).digest()
    seconds = int(spread.total_seconds())
    return timedelta(seconds=int.from_bytes(digest) % seconds) if seconds > 0 else timedelta(0)


def business_days_after(day: date, count: int, *, is_holiday: Callable[[date], bool] = no_holidays) -> date:
    """
    Return the working day (Monday to Friday, no holiday) that lies this many working days after `day`.

    Raises:
        NeverOpen: the calendar has no working days to count.
    """
    for _ in range(_SEARCH_DAYS * 7):
        if count <= 0:
            return day
        day += _DAY
        count -= day.isoweekday() < _SATURDAY and not is_holiday(day)
    raise NeverOpen("there are no working days to count")

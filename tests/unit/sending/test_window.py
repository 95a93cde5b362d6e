from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roleferry.domain.model.sending.window import (
    InvalidWindow,
    NeverOpen,
    OpenHours,
    SendingWindow,
    business_days_after,
    instant,
    jitter,
    next_open,
)
from roleferry.domain.model.sending.zones import UnknownTimeZone, zone_named, zone_names

ZONES = sorted(zone_names())
moments = st.datetimes(datetime(2000, 1, 1), datetime(2037, 6, 1)).map(lambda naive: naive.replace(tzinfo=UTC))  # noqa: DTZ001
minutes = st.integers(0, 24 * 60 - 1).map(lambda minute: time(minute // 60, minute % 60))


@st.composite
def windows(draw: st.DrawFn) -> SendingWindow:
    opens, closes = sorted(draw(st.lists(minutes, min_size=2, max_size=2, unique=True)))
    return SendingWindow(days=frozenset(draw(st.sets(st.integers(1, 7), min_size=1))), opens=opens, closes=closes)


def wall_is_open(moment: datetime, window: SendingWindow, zone: ZoneInfo) -> bool:
    """Read the wall clock, nothing else: an oracle that shares no code with the window."""
    local = moment.astimezone(zone)
    return local.isoweekday() in window.days and window.opens <= local.time() < window.closes


@pytest.mark.parametrize("name", ZONES)
def test_in_every_zone_each_weekday_of_years_opens_at_eight_by_the_wall_clock(name: str) -> None:
    zone = zone_named(name)
    for offset in range(0, 4 * 365, 9):
        moment = datetime(2024, 1, 1, 3, tzinfo=UTC) + timedelta(days=offset, hours=offset % 24)
        opened = next_open(moment, SendingWindow(), zone=zone)
        assert opened >= moment
        assert wall_is_open(opened, SendingWindow(), zone)
        assert opened == moment or opened.astimezone(zone).time() == time(8)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(ZONES), moments, windows(), st.floats(0, 1))
@example(
    "Europe/Berlin",
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    SendingWindow(days=frozenset({7}), opens=time(2, 30)),
    0.5,
)
@example("Pacific/Apia", datetime(2011, 12, 30, 9, tzinfo=UTC), SendingWindow(days=frozenset({5})), 0.5)
@example("Africa/Cairo", datetime(2026, 4, 23, 21, tzinfo=UTC), SendingWindow(opens=time(0), closes=time(0, 30)), 0.5)
@example(
    "Australia/Lord_Howe", datetime(2026, 10, 3, 15, tzinfo=UTC), SendingWindow(days=frozenset({7}), opens=time(2)), 0.1
)
def test_the_next_opening_is_open_and_nothing_before_it_is(
    name: str, moment: datetime, window: SendingWindow, between: float
) -> None:
    zone = zone_named(name)
    opened = next_open(moment, window, zone=zone)
    assert opened >= moment
    assert wall_is_open(opened, window, zone)
    assert next_open(opened, window, zone=zone) == opened
    earlier = moment + (opened - moment) * between
    if earlier < opened and earlier.astimezone(zone).fold == 0:
        assert not wall_is_open(earlier, window, zone)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ZONES), moments, st.timedeltas(timedelta(0), timedelta(days=9)), windows())
def test_a_later_moment_never_opens_earlier(
    name: str, moment: datetime, later: timedelta, window: SendingWindow
) -> None:
    zone = zone_named(name)
    assert next_open(moment, window, zone=zone) <= next_open(moment + later, window, zone=zone)


def test_a_time_that_spring_skips_is_the_first_instant_after_the_gap() -> None:
    assert instant(date(2026, 3, 29), time(2, 30), ZoneInfo("Europe/Berlin")) == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_a_time_that_autumn_repeats_is_its_first_showing() -> None:
    assert instant(date(2026, 10, 25), time(2, 30), ZoneInfo("Europe/Berlin")) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def test_a_day_that_the_date_line_skips_never_opens() -> None:
    window = SendingWindow(days=frozenset({5}))
    opened = next_open(datetime(2011, 12, 29, 12, tzinfo=UTC), window, zone=ZoneInfo("Pacific/Apia"))
    assert opened.astimezone(ZoneInfo("Pacific/Apia")).date() == date(2012, 1, 6)


def test_a_closing_hour_that_comes_twice_closes_the_first_time() -> None:
    hours = OpenHours(
        window=SendingWindow(days=frozenset({7}), opens=time(1), closes=time(2, 30)), zone=ZoneInfo("Europe/Berlin")
    )
    assert hours.is_open(datetime(2026, 10, 25, 0, 29, tzinfo=UTC))
    assert not hours.is_open(datetime(2026, 10, 25, 0, 31, tzinfo=UTC))
    assert not hours.is_open(datetime(2026, 10, 25, 1, 15, tzinfo=UTC))


def test_public_holidays_are_skipped_unless_switched_off() -> None:
    friday = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
    zone = ZoneInfo("Europe/Berlin")
    kept = next_open(friday, SendingWindow(), zone=zone, is_holiday=lambda day: day == date(2026, 5, 1))
    assert kept.astimezone(zone).date() == date(2026, 5, 4)
    ignored = SendingWindow(skip_holidays=False)
    assert next_open(friday, ignored, zone=zone, is_holiday=lambda _: True) == friday


def test_a_calendar_of_holidays_only_is_refused_instead_of_searched_for_ever() -> None:
    with pytest.raises(NeverOpen):
        next_open(datetime(2026, 5, 1, tzinfo=UTC), SendingWindow(), zone=ZoneInfo("UTC"), is_holiday=lambda _: True)
    with pytest.raises(NeverOpen):
        business_days_after(date(2026, 5, 1), 1, is_holiday=lambda _: True)


@pytest.mark.parametrize(
    "bad",
    [
        {"days": frozenset()},
        {"days": frozenset({0})},
        {"days": frozenset({8})},
        {"opens": time(17), "closes": time(8)},
        {"opens": time(8), "closes": time(8)},
        {"opens": time(8, 0, 1)},
        {"opens": time(8, tzinfo=UTC)},
    ],
)
def test_a_window_that_cannot_open_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(InvalidWindow):
        SendingWindow(**bad)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    "name", ["", "Berlin", "europe/berlin", "+02:00", "Factory", "../etc/passwd", "Europe/Berlin\0"]
)
def test_what_is_no_iana_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownTimeZone):
        zone_named(name)


def test_business_days_pass_over_weekends_and_holidays() -> None:
    friday = date(2026, 5, 1)
    assert business_days_after(friday, 1) == date(2026, 5, 4)
    assert business_days_after(friday, 5) == date(2026, 5, 8)
    assert business_days_after(friday, 1, is_holiday=lambda day: day == date(2026, 5, 4)) == date(2026, 5, 5)
    assert business_days_after(friday, 0) == friday


@settings(max_examples=50)
@given(st.uuids(), st.integers(0, 86_400))
def test_jitter_is_the_same_for_ever_and_within_its_spread(identity: UUID, seconds: int) -> None:
    spread = timedelta(seconds=seconds)
    assert jitter(identity, spread) == jitter(identity, spread)
    assert timedelta(0) <= jitter(identity, spread) < max(spread, timedelta(seconds=1))


def test_jitter_spreads_and_differs_by_salt() -> None:
    identities = [uuid4() for _ in range(300)]
    spread = timedelta(minutes=10)
    delays = [jitter(identity, spread) for identity in identities]
    assert min(delays) < timedelta(minutes=2)
    assert max(delays) > timedelta(minutes=8)
    assert delays != [jitter(identity, spread, salt="gap") for identity in identities]

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from roleferry.ports.clock import Clock, Ids, SteerableClock, Stopwatch

FAR = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


class ClockContract:
    @pytest.fixture
    def clock(self) -> Clock:
        raise NotImplementedError

    async def test_tells_a_moment_in_utc(self, clock: Clock) -> None:
        await clock.refresh()
        assert clock.now().utcoffset() == timedelta(0)

    async def test_does_not_run_backwards_between_two_looks(self, clock: Clock) -> None:
        await clock.refresh()
        first = clock.now()
        await clock.refresh()
        assert first <= clock.now()


class SteerableClockContract(ClockContract):
    @pytest.fixture
    def steerable(self) -> SteerableClock:
        raise NotImplementedError

    @pytest.fixture
    def clock(self, steerable: SteerableClock) -> Clock:
        return steerable

    @pytest.fixture
    def elsewhere(self) -> SteerableClock:
        """The same clock as another process has it."""
        raise NotImplementedError

    async def test_is_where_it_was_set_at_once(self, steerable: SteerableClock) -> None:
        await steerable.refresh()
        await steerable.set_to(FAR)
        assert timedelta(0) <= steerable.now() - FAR < timedelta(seconds=60)
        await steerable.refresh()
        assert timedelta(0) <= steerable.now() - FAR < timedelta(seconds=60)

    async def test_goes_on_from_there(self, steerable: SteerableClock) -> None:
        await steerable.set_to(FAR)
        await steerable.set_to(steerable.now() + timedelta(days=1))
        assert steerable.now() >= FAR + timedelta(days=1)

    async def test_another_process_takes_it_over(self, steerable: SteerableClock, elsewhere: SteerableClock) -> None:
        await steerable.set_to(FAR)
        await elsewhere.refresh()
        assert abs(elsewhere.now() - steerable.now()) < timedelta(seconds=60)


class IdsContract:
    @pytest.fixture
    def ids(self) -> Ids:
        raise NotImplementedError

    def test_are_uuids_of_version_seven(self, ids: Ids) -> None:
        made = ids.new()
        assert made.version == 7
        assert made.variant == "specified in RFC 4122"

    def test_are_all_different(self, ids: Ids) -> None:
        assert len({ids.new() for _ in range(10_000)}) == 10_000

    def test_carry_the_time_they_were_made_in_front(self, ids: Ids) -> None:
        milliseconds = [ids.new().int >> 80 for _ in range(1000)]
        assert milliseconds == sorted(milliseconds)
        assert abs(milliseconds[0] / 1000 - datetime.now(UTC).timestamp()) < 60

    def test_sort_in_the_order_they_were_made(self, ids: Ids) -> None:
        made = [ids.new() for _ in range(10_000)]
        assert made == sorted(made)

    def test_tokens_hold_256_bits_and_fit_into_an_address(self, ids: Ids) -> None:
        tokens = {ids.token() for _ in range(1000)}
        assert len(tokens) == 1000
        assert all(len(token) >= 43 and token.replace("-", "").replace("_", "").isalnum() for token in tokens)


class StopwatchContract:
    @pytest.fixture
    def stopwatch(self) -> Stopwatch:
        raise NotImplementedError

    def test_never_goes_back(self, stopwatch: Stopwatch) -> None:
        looks = [stopwatch.seconds() for _ in range(100)]
        assert looks == sorted(looks)

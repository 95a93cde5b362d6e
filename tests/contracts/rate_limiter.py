"""What every rate limiter promises."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from roleferry.ports.rate_limits import RateLimiter

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class RateLimiterContract:
    """Subclasses give a `limiter`."""

    async def test_the_limit_holds_until_the_window_ends(self, limiter: RateLimiter) -> None:
        key = uuid4().hex
        taken = [await limiter.take(key, limit=2, window=HOUR, now=NOON) for _ in range(3)]
        assert [one.allowed for one in taken] == [True, True, False]
        assert [one.remaining for one in taken] == [1, 0, 0]
        assert {one.resets_at for one in taken} == {NOON + HOUR}
        assert (await limiter.take(key, limit=2, window=HOUR, now=NOON + HOUR)).allowed

    async def test_one_key_does_not_use_up_anothers(self, limiter: RateLimiter) -> None:
        first, second = uuid4().hex, uuid4().hex
        assert (await limiter.take(first, limit=1, window=HOUR, now=NOON)).allowed
        assert (await limiter.take(second, limit=1, window=HOUR, now=NOON)).allowed
        assert not (await limiter.take(first, limit=1, window=HOUR, now=NOON)).allowed

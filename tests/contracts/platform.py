"""What every outreach platform promises."""

from datetime import date, timedelta

from roleferry.ports.platform import OutreachPlatform

MONDAY = date(2026, 11, 23)


class OutreachPlatformContract:
    """Subclasses give a `platform`."""

    async def test_a_mailbox_that_is_not_in_the_pool_has_no_days(self, platform: OutreachPlatform) -> None:
        assert await platform.warmup_days("ada@sample.example", until=MONDAY) == ()
        await platform.pause_warmup("ada@sample.example")

    async def test_days_are_counted_from_the_first_start(self, platform: OutreachPlatform) -> None:
        await platform.start_warmup("Ada@sample.example", on=MONDAY)
        await platform.start_warmup("ada@sample.example", on=MONDAY + timedelta(days=2))
        days = await platform.warmup_days("ada@sample.example", until=MONDAY + timedelta(days=3))
        assert [one.day for one in days] == [MONDAY + timedelta(days=past) for past in range(4)]
        assert days == await platform.warmup_days("ada@sample.example", until=MONDAY + timedelta(days=3))
        assert all(0 <= one.received <= one.sent for one in days)

    async def test_a_paused_one_is_out(self, platform: OutreachPlatform) -> None:
        await platform.start_warmup("ada@sample.example", on=MONDAY)
        await platform.pause_warmup("ada@sample.example")
        assert await platform.warmup_days("ada@sample.example", until=MONDAY) == ()

"""What every outreach platform promises."""

from datetime import date, timedelta
from uuid import UUID

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.ports.platform import OutreachPlatform

MONDAY = date(2026, 11, 23)
USER, MAILBOX = UserId(UUID(int=1)), MailboxId(UUID(int=2))


class OutreachPlatformContract:
    """Subclasses give a `platform`."""

    async def test_days_lie_in_the_time_asked_for_and_are_the_same_when_asked_again(
        self, platform: OutreachPlatform
    ) -> None:
        until = MONDAY + timedelta(days=3)
        days = await platform.warmup_days(USER, MAILBOX, since=MONDAY, until=until)
        assert [one.day for one in days] == sorted({one.day for one in days})
        assert all(MONDAY <= one.day <= until for one in days)
        assert days == await platform.warmup_days(USER, MAILBOX, since=MONDAY, until=until)
        assert all(min(one.sent, one.received, one.bounced, one.dropped) >= 0 for one in days)

    async def test_before_it_joined_there_is_nothing(self, platform: OutreachPlatform) -> None:
        assert await platform.warmup_days(USER, MAILBOX, since=MONDAY, until=MONDAY - timedelta(days=1)) == ()

"""Warmup that sends nothing: the same numbers for the same mailbox and day, marked as made up."""

import hashlib
from datetime import date, timedelta

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.warmup.pool import pool_number
from roleferry.ports.platform import OutreachPlatform, WarmupDay

_MOST_DAYS = 90


class MockPlatform(OutreachPlatform):
    """Makes numbers up, along the pool's own ramp."""

    source = "mock"
    carries = False

    async def warmup_days(
        self, user_id: UserId, mailbox_id: MailboxId, *, since: date, until: date
    ) -> tuple[WarmupDay, ...]:
        last = min((until - since).days + 1, _MOST_DAYS)
        return tuple(_made_up(user_id, mailbox_id, since + timedelta(days=past), past + 1) for past in range(last))


def _made_up(user_id: UserId, mailbox_id: MailboxId, day: date, number: int) -> WarmupDay:
    chance = hashlib.sha256(f"{user_id}/{mailbox_id}/{day}".encode()).digest()
    sent = pool_number(number)
    return WarmupDay(day=day, sent=sent, received=max(0, sent - chance[0] % 2), bounced=0, dropped=0)

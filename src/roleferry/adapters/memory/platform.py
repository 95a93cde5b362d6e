"""Warmup that sends nothing: the same numbers for the same mailbox and day, marked as made up."""

import hashlib
from datetime import date, timedelta

from roleferry.ports.platform import OutreachPlatform, WarmupDay

_SOURCE = "mock"
_MOST_DAYS = 90


class MockPlatform(OutreachPlatform):
    """Remembers who is in the pool."""

    def __init__(self) -> None:
        self._since: dict[str, date] = {}

    async def start_warmup(self, address: str, *, on: date) -> None:
        self._since.setdefault(address.lower(), on)

    async def pause_warmup(self, address: str) -> None:
        self._since.pop(address.lower(), None)

    async def warmup_days(self, address: str, *, until: date) -> tuple[WarmupDay, ...]:
        since = self._since.get(address.lower())
        if since is None:
            return ()
        number = min((until - since).days + 1, _MOST_DAYS)
        return tuple(_made_up(address.lower(), since + timedelta(days=past), past) for past in range(number))


def _made_up(address: str, day: date, past: int) -> WarmupDay:
    chance = hashlib.sha256(f"{address}/{day}".encode()).digest()
    sent = min(2 + past, 20)
    return WarmupDay(day=day, sent=sent, received=sent - chance[0] % 2, rescued_from_spam=chance[1] % 2, source=_SOURCE)

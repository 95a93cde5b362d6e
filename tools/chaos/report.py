"""What the database says of every mail, beside what the mail server counted."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import asyncpg

_IN_DOUBT = frozenset({"sending", "uncertain"})
_LEFT = frozenset({"sent", "delivered"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    One run in figures.

    `doubled` were taken over by the server more than once. `lost` are neither sent nor in doubt in the end, or
    are called sent and never reached the server. `denied` reached the server and are called neither sent nor in
    doubt, so that they would go again. Of the `uncertain`, `arrived` reached the server.
    """

    mails: int
    kills: int
    sent: int
    doubled: int
    lost: int
    denied: int
    uncertain: int
    arrived: int
    unclean_exits: int
    seconds: float

    @property
    def is_clean(self) -> bool:
        """Say whether every promise held."""
        return not (self.doubled or self.lost or self.denied or self.unclean_exits)

    def __str__(self) -> str:
        """Return the table that `make chaos` prints."""
        rows = {
            "mails": self.mails,
            "kill -9 of a worker": self.kills,
            "sent": self.sent,
            "uncertain": f"{self.uncertain} ({self.arrived} of them had arrived)",
            "doubled": self.doubled,
            "lost": self.lost,
            "arrived but denied": self.denied,
            "workers that did not end cleanly": self.unclean_exits,
            "seconds": f"{self.seconds:.1f}",
        }
        return "\n".join(f"{name:34} {value}" for name, value in rows.items())


async def first_mails(connection: asyncpg.Connection) -> Mapping[str, str]:
    """Return the status of every first mail by its Message-ID."""
    rows = await connection.fetch("SELECT message_id, status FROM outreach WHERE step = 1")
    return {row["message_id"]: row["status"] for row in rows}


def reckon(
    statuses: Mapping[str, str], counts: Counter[str], *, kills: int, unclean_exits: int, seconds: float
) -> Report:
    """Compare both sides."""
    doubt = {mail for mail, status in statuses.items() if status in _IN_DOUBT}
    left = {mail for mail, status in statuses.items() if status in _LEFT}
    return Report(
        mails=len(statuses),
        kills=kills,
        sent=len(left),
        doubled=sum(count > 1 for count in counts.values()),
        lost=len(set(statuses) - doubt - left) + len(left - set(counts)),
        denied=len(set(counts) - doubt - left),
        uncertain=len(doubt),
        arrived=len(doubt & set(counts)),
        unclean_exits=unclean_exits,
        seconds=seconds,
    )

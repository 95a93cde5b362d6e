"""How long a mailbox that could not be read is left alone."""

from __future__ import annotations

from datetime import timedelta
from hashlib import blake2b
from uuid import UUID

EVERY = timedelta(seconds=45)
"""How often a mailbox is read, so that an answer stops what it must within a minute (SPEC 7)."""
_FIRST, _LONGEST = timedelta(seconds=30), timedelta(minutes=30)
_AFTER_REFUSALS = tuple(timedelta(minutes=minutes) for minutes in (10, 60, 360, 1440))
REFUSALS_BELIEVED = 3
"""So many refusals in a row are no accident."""
FAILURES_TOLD = 8
"""So many failures in a row, about an hour and a half of them, are worth a word to the mailbox's owner."""


def after_failure(failures: int, mailbox_id: UUID) -> timedelta:
    """Return the pause after so many failures in a row: doubling, up to half an hour, a fifth more or less of it."""
    pause = min(_FIRST * (1 << min(failures, 10)), _LONGEST)
    seed = blake2b(mailbox_id.bytes + failures.to_bytes(4, "big"), digest_size=2).digest()
    return pause * (0.8 + 0.4 * int.from_bytes(seed, "big") / 0xFFFF)


def after_refusal(failures: int) -> timedelta:
    """Return the pause after a wrong password: asking soon again would only have the account locked."""
    return _AFTER_REFUSALS[min(failures, len(_AFTER_REFUSALS) - 1)]

"""What is kept for a while only, and which nights were worked through."""

from abc import abstractmethod
from datetime import date, datetime
from typing import Protocol


class Housekeeping(Protocol):
    """Rows of nightly_runs, and everything with an end to its keeping; the system's alone."""

    @abstractmethod
    async def done(self, name: str, day: date) -> bool:
        """Say whether this work was done for this day."""

    @abstractmethod
    async def last_run(self, name: str) -> date | None:
        """Return the latest day this work was done for."""

    @abstractmethod
    async def record(self, name: str, day: date) -> None:
        """Write that it was done."""

    @abstractmethod
    async def purge_bodies(self, *, before: datetime) -> int:
        """Forget the words of mails and answers older than that, keeping what happened to them (SPEC 8)."""

    @abstractmethod
    async def forget_raw_events(self, *, before: datetime) -> int:
        """Forget deliveries that were dealt with."""

    @abstractmethod
    async def forget_stale(self) -> int:
        """Forget kept answers after 24 hours, and workers that stopped long ago."""

"""Time and identity: the two things that must come from outside the domain."""

from abc import abstractmethod
from datetime import datetime
from typing import Protocol
from uuid import UUID


class Clock(Protocol):
    """Tell the time."""

    @abstractmethod
    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""

    @abstractmethod
    async def refresh(self) -> None:
        """Take over a test clock's setting made by another process; a real clock has none."""


class SteerableClock(Clock, Protocol):
    """A clock that a developer moves (`/dev/clock`)."""

    @abstractmethod
    async def set_to(self, moment: datetime) -> None:
        """Make now `moment`, for every process."""


class Ids(Protocol):
    """Make identifiers."""

    @abstractmethod
    def new(self) -> UUID:
        """Return a fresh UUIDv7 (RFC 9562); those of one process sort in the order they were made."""

    @abstractmethod
    def token(self) -> str:
        """Return 256 random bits, URL-safe."""


class Stopwatch(Protocol):
    """Measure how long something takes, whatever is done to the clock; it goes on while the process is stopped."""

    @abstractmethod
    def seconds(self) -> float:
        """Return seconds since some moment that never changes."""

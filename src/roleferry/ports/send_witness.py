"""A memory outside the database of how far sending had come, by which a restored database is known (SPEC 6)."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """A stretch of sending: which installation's, and its number; backups carry both."""

    installation: UUID
    number: int


class SendWitness(Protocol):
    """Remembers the highest number of each installation."""

    @abstractmethod
    async def remember(self, epoch: Epoch) -> None:
        """
        Keep the number, unless a higher one is kept.

        Raises:
            Unavailable: it cannot be told now.
        """

    @abstractmethod
    async def recall(self, installation: UUID) -> int:
        """
        Return the highest number it was told, 0 when it knows of none.

        Raises:
            Unavailable: it cannot be asked now.
        """

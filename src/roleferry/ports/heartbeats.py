"""Signs of life."""

from abc import abstractmethod
from typing import Protocol


class Heartbeats(Protocol):
    """Where workers say that they are alive."""

    @abstractmethod
    async def beat(self, worker: str) -> None:
        """Record that this worker made a turn just now."""

"""Who else is told what happens here, so that it can be automated outside (SPEC 4)."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Protocol


class Orchestrator(Protocol):
    """Tell an automation that something is to be done, or has happened."""

    @abstractmethod
    async def announce(self, hook: str, facts: Mapping[str, str]) -> bool:
        """Return whether somebody outside has taken it on; if not, our own worker does it. Facts carry ids only."""

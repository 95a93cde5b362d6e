"""Where deliveries are put before anything is done about them: kept for certain, many at a time (SPEC 7, 12)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from roleferry.ports.raw_events import RawEvent


class Kept(StrEnum):
    """What became of one event that was handed in."""

    NEW = "new"
    KNOWN = "known"
    """Its sender told it before; nothing was changed."""
    REUSED_PROOF = "reused_proof"
    """Its proof belongs to another event: nothing was kept."""


class Intake(Protocol):
    """Keep what came in; whoever hands in at the same time may share a commit."""

    @abstractmethod
    async def keep(self, events: Sequence[RawEvent]) -> Sequence[Kept]:
        """
        Return what became of each, in their order, when it is committed and not before; workers are told.

        Raises:
            Unavailable: nothing of it is kept for certain; the sender must come again.
        """

    @abstractmethod
    async def aclose(self) -> None:
        """Finish what is under way: after it nobody is told anything any more."""

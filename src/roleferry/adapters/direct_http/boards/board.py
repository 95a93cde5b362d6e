"""What every board has in common: an address to ask and a way to read its answer."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.jobs.boards import BoardPosting
from roleferry.domain.model.jobs.page import FetchedPosting


class BoardApi(Protocol):
    """One board's public JSON."""

    base_url: str
    """The vendor's own; a double's in tests."""
    cap: int
    """Most bytes of an answer: one posting, or a whole board where the vendor has no call for one."""
    seconds: float
    """How long the vendor may take."""

    @abstractmethod
    def address(self, base_url: str, posting: BoardPosting) -> str:
        """Return what to ask for."""

    @abstractmethod
    def read(self, body: bytes, posting: BoardPosting) -> FetchedPosting:
        """
        Return the posting in the answer.

        Raises:
            PageGone: it is not on the board.
            msgspec.MsgspecError: the answer is not what the vendor documents.
        """


PAGE = 5 * 1024 * 1024
WHOLE_BOARD = 20 * 1024 * 1024
GONE = "This posting is no longer on the company's job board."

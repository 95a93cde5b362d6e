"""Documents made for a reader."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from roleferry.domain.model.writing.one_page import OnePage


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeDocument:
    """A finished file; `left_out` is what could not be put on the page, in words for the person whose page it is."""

    data: bytes
    media_type: str
    suffix: str
    left_out: tuple[str, ...] = ()


class OnePager(Protocol):
    """Make the one-page offer document."""

    @abstractmethod
    async def make(self, page: OnePage) -> MadeDocument:
        """Return a document of exactly one page that holds the page's words and no others of its own invention."""

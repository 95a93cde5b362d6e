"""Where files lie."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.errors import NotFound


class FileNotFound(NotFound):
    """The file is no longer here."""

    code = "file.not_found"


class Storage(Protocol):
    """Keep bytes under a key; keys are made by us, never taken from a file's name."""

    @abstractmethod
    async def put(self, key: str, data: bytes) -> None:
        """Store `data`, replacing what was there."""

    @abstractmethod
    async def get(self, key: str) -> bytes:
        """
        Return what was stored.

        Raises:
            FileNotFound: nothing is there.
        """

    @abstractmethod
    async def delete(self, key: str) -> None:
        """Remove it; nothing happens when it is not there."""

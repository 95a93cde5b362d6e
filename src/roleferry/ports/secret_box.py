"""Passwords of others, kept so that a stolen database does not give them away (SPEC 8)."""

from abc import abstractmethod
from typing import Protocol


class CannotOpen(Exception):
    """What was sealed cannot be opened: another key, another purpose, or it was changed."""


class SecretBox(Protocol):
    """Seal short texts and open them again."""

    @abstractmethod
    def seal(self, text: str, *, purpose: str) -> bytes:
        """Return the text sealed for one purpose (such as a mailbox's id); sealing it twice gives other bytes."""

    @abstractmethod
    def open(self, sealed: bytes, *, purpose: str) -> str:
        """
        Return the text.

        Raises:
            CannotOpen: it was not sealed with one of our keys for this purpose, or it was changed.
        """

    @abstractmethod
    def is_current(self, sealed: bytes) -> bool:
        """Say whether it was sealed with the key that seals now; else it is to be sealed anew before its key goes."""

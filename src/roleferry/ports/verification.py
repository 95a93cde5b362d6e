"""Whether an address takes mail."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.people.verification import VerdictFound


class Verifier(Protocol):
    """Judge addresses."""

    @abstractmethod
    async def verify(self, email: str) -> VerdictFound:
        """
        Return the verdict on an address; `unknown` where nothing certain can be said.

        Raises:
            Unavailable: the other side does not answer now.
        """

"""What can be found out about a company."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.people.company import Findings


class Search(Protocol):
    """Look a company up."""

    @abstractmethod
    async def company(self, name: str, *, domain: str | None) -> Findings:
        """
        Return what is found of exactly this company; empty beats somebody else's of the same name.

        Raises:
            Unavailable: the other side does not answer now.
        """

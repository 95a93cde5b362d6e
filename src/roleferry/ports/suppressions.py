"""Addresses and domains that are never mailed again."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import SuppressionId, UserId
from roleferry.domain.model.sending.suppression import Suppression


class SuppressionNotFound(NotFound):
    """There is no such suppression."""

    code = "suppression.not_found"


class SuppressionRepository(Protocol):
    """Rows of the user's own suppressions, and of those that bind everybody."""

    @abstractmethod
    async def add(self, suppressions: Sequence[Suppression]) -> int:
        """Add entries; one that is there keeps its more serious reason. Return how many are new."""

    @abstractmethod
    async def find(self, suppression_id: SuppressionId) -> Suppression:
        """
        Return one of the user's entries.

        Raises:
            SuppressionNotFound: there is none.
        """

    @abstractmethod
    async def remove(self, suppression_id: SuppressionId) -> None:
        """Take an entry back."""

    @abstractmethod
    async def matching(self, hashes: Sequence[str], *, user_ids: Sequence[UserId]) -> Sequence[Suppression]:
        """Return every entry under one of these hashes that binds one of these users."""

"""Companies of imported lists."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

from roleferry.domain.model.ids import LeadId
from roleferry.domain.model.people.lead import Lead


class LeadRepository(Protocol):
    """Rows of leads."""

    @abstractmethod
    async def of_domains(self, domains: Sequence[str]) -> Sequence[Lead]:
        """Return the user's leads of these domains, locked."""

    @abstractmethod
    async def add_all(self, leads: Sequence[Lead]) -> None:
        """Keep leads; one whose domain is there already is left alone."""

    @abstractmethod
    async def waiting(self, *, after: LeadId | None, limit: int) -> Sequence[Lead]:
        """Return leads that are neither rejected nor converted, by id, locked."""

    @abstractmethod
    async def find(self, lead_id: LeadId) -> Lead:
        """
        Return it, locked until the transaction ends.

        Raises:
            LeadNotFound: there is none.
        """

    @abstractmethod
    async def save(self, lead: Lead) -> None:
        """Write its next state."""

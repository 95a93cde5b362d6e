"""Employers and what is known of them."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from roleferry.domain.model.ids import CompanyId
from roleferry.domain.model.people.company import Company
from roleferry.domain.model.people.fact import KnownFact


class CompanyRepository(Protocol):
    """Rows of companies and their facts."""

    @abstractmethod
    async def settle(self, company: Company) -> Company:
        """Keep a company, or return the one that stands under its `name_key`; locked until the transaction ends."""

    @abstractmethod
    async def settle_all(self, companies: Sequence[Company]) -> Mapping[str, CompanyId]:
        """Do the same for many at once, unlocked; return whose id each `name_key` is."""

    @abstractmethod
    async def settle_whole(self, companies: Sequence[Company]) -> Sequence[Company]:
        """Keep many at once, or find those that stand under their `name_key`; return them all, locked."""

    @abstractmethod
    async def of_domains(self, domains: Sequence[str]) -> Sequence[Company]:
        """Return every company that has one of these domains, oldest first, locked."""

    @abstractmethod
    async def save_all(self, companies: Sequence[Company]) -> None:
        """Write the domains of many, which is what a batch adds to companies."""

    @abstractmethod
    async def find(self, company_id: CompanyId) -> Company:
        """
        Return it, locked until the transaction ends.

        Raises:
            CompanyNotFound: there is none.
        """

    @abstractmethod
    async def of_domain(self, domain: str) -> Company | None:
        """Return the oldest company that has this domain, locked; None when there is none."""

    @abstractmethod
    async def save(self, company: Company) -> None:
        """
        Write its next state.

        Raises:
            CompanyExists: another company has its new name.
        """

    @abstractmethod
    async def facts(self, company_id: CompanyId) -> Sequence[KnownFact]:
        """Return every fact, newest first, samples included and marked; `claimable` leaves those out."""

    @abstractmethod
    async def replace_facts(
        self, company_id: CompanyId, facts: Sequence[tuple[UUID, KnownFact]], *, source: str | None, at: datetime
    ) -> None:
        """Put these facts, by their ids, in the place of those from `source` (None: of everything but the user's)."""

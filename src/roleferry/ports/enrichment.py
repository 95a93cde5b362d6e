"""Finding people, and more about one of them."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """Somebody at a company, as a vendor gives them; `source` is the vendor."""

    full_name: str
    source: str
    role_title: str | None = None
    email: str | None = None
    linkedin_url: str | None = None
    location: str | None = None


class Enrichment(Protocol):
    """Know who works where."""

    @abstractmethod
    async def people_at(
        self, company: str, *, domain: str | None, titles: Sequence[str], limit: int
    ) -> Sequence[FoundPerson]:
        """
        Return at most `limit` people of a company, with these titles or near them.

        Raises:
            Unavailable: the other side does not answer now.
        """

    @abstractmethod
    async def person(
        self, full_name: str, *, company: str | None, domain: str | None, source: str
    ) -> FoundPerson | None:
        """
        Return what is known of one person whose own source is given; None when nothing is.

        Raises:
            Unavailable: the other side does not answer now.
        """

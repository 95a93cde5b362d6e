"""Offers, as they were last written or edited."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.errors import Conflict, NotFound
from roleferry.domain.model.ids import ApplicationId, ContactId, OfferId
from roleferry.domain.model.writing.offer import Offer


class OfferNotFound(NotFound):
    """There is no such offer."""

    code = "offer.not_found"


class OfferChanged(Conflict):
    """The offer was changed by somebody else meanwhile; look at it again."""

    code = "offer.changed"


class OfferRepository(Protocol):
    """Rows of offers; a new writing adds a row, an edit changes one."""

    @abstractmethod
    async def add(self, offer: Offer, *, instructions: str | None, at: datetime) -> None:
        """Keep what was written."""

    @abstractmethod
    async def find(self, offer_id: OfferId) -> Offer:
        """
        Return it, locked until the transaction ends.

        Raises:
            OfferNotFound: there is none.
        """

    @abstractmethod
    async def save(self, offer: Offer, *, at: datetime) -> None:
        """
        Write its next version.

        Raises:
            OfferChanged: somebody else wrote one first.
        """

    @abstractmethod
    async def keep_one_pager(self, offer_id: OfferId, key: str) -> None:
        """Write down where its one-page document lies."""

    @abstractmethod
    async def latest(
        self, contact_ids: Sequence[ContactId], application_ids: Sequence[ApplicationId | None]
    ) -> Mapping[tuple[ContactId, ApplicationId], Offer]:
        """Return the newest offer to each of these contacts about these applications, where there is one."""

    @abstractmethod
    async def colleagues(self, application_id: ApplicationId, *, but: ContactId | None) -> Sequence[str]:
        """Return the bodies of the newest offers about an application to everybody else."""

"""Offers as rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.ids import ApplicationId, ContactId, OfferId
from roleferry.domain.model.writing.offer import Offer
from roleferry.ports.offers import OfferChanged, OfferNotFound, OfferRepository


class PostgresOffers(Repository, OfferRepository):
    """Rows of offers."""

    async def add(self, offer: Offer, *, instructions: str | None, at: datetime) -> None:
        await self._execute(
            "add_offer",
            self._user_id,
            offer.id,
            offer.application_id,
            offer.contact_id,
            offer.tone.value,
            offer.length.value,
            offer.level.value,
            offer.subject,
            offer.body,
            plain(offer.claims),
            plain(offer.lint),
            offer.engine,
            offer.engine_reason,
            offer.thin,
            list(offer.missing),
            instructions,
            at,
        )

    async def find(self, offer_id: OfferId) -> Offer:
        row = await self._one("lock_offer", self._user_id, offer_id)
        if row is None:
            raise OfferNotFound("there is no such offer", offer_id=offer_id)
        return to(Offer, row)

    async def save(self, offer: Offer, *, at: datetime) -> None:
        saved = await self._execute(
            "save_offer",
            self._user_id,
            offer.id,
            offer.version - 1,
            offer.subject,
            offer.body,
            plain(offer.claims),
            plain(offer.lint),
            at,
        )
        if not saved:
            raise OfferChanged("somebody changed the offer meanwhile", offer_id=offer.id)

    async def keep_one_pager(self, offer_id: OfferId, key: str) -> None:
        await self._execute("keep_one_pager", self._user_id, offer_id, key)

    async def latest(
        self, contact_ids: Sequence[ContactId], application_ids: Sequence[ApplicationId | None]
    ) -> Mapping[tuple[ContactId, ApplicationId], Offer]:
        rows = await self._many("latest_offers", self._user_id, list(contact_ids), list(application_ids))
        return {(ContactId(row["contact_id"]), ApplicationId(row["application_id"])): to(Offer, row) for row in rows}

    async def colleagues(self, application_id: ApplicationId, *, but: ContactId | None) -> Sequence[str]:
        return [row["body"] for row in await self._many("list_colleagues_offers", self._user_id, application_id, but)]

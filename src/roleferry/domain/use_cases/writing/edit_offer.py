"""Put one's own words into an offer."""

from dataclasses import dataclass

from roleferry.domain.model.ids import OfferId, UserId
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.use_cases.writing.contexts import WritingContexts
from roleferry.domain.use_cases.writing.write_offer import OfferLint
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOffer:
    """Keep a person's words, read them again, and drop the claims whose sentence is gone."""

    transactions: Transactions
    contexts: WritingContexts
    vocabulary: Vocabulary
    clock: Clock

    async def __call__(self, user_id: UserId, offer_id: OfferId, *, subject: str | None, body: str | None) -> None:
        """
        Return when they are kept; None leaves what stands.

        Raises:
            OfferNotFound: there is none.
        """
        async with self.transactions.begin(user_id) as uow:
            offer = await uow.offers.find(offer_id)
            context = await self.contexts.for_application(uow, offer.application_id, offer.contact_id)
            edited = offer.edited(lint=OfferLint(context, self.vocabulary), subject=subject, body=body)
            await uow.offers.save(edited, at=self.clock.now())
            await uow.audit.record("offer.edited", entity="offer", entity_id=offer_id)

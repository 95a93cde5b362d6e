"""Put an offer on one page: what is asked for beside what was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import OfferId, TaskId, UserId
from roleferry.domain.model.writing.one_page import one_page_of
from roleferry.domain.use_cases.writing.contexts import WritingContexts
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.documents import OnePager
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Progress, Task, TaskKind
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderOnePager:
    """Have the document made in the background."""

    transactions: Transactions
    clock: Clock
    ids: Ids

    async def __call__(self, user_id: UserId, offer_id: OfferId) -> TaskId:
        """
        Return the task that makes it.

        Raises:
            OfferNotFound: there is none.
        """
        task_id = TaskId(self.ids.new())
        async with self.transactions.begin(user_id) as uow:
            await uow.offers.find(offer_id)
            task = Task(
                id=task_id,
                user_id=user_id,
                kind=TaskKind.WRITE_ONE_PAGER,
                payload={"offer_id": str(offer_id)},
                created_at=self.clock.now(),
            )
            await uow.tasks.add(task)
            await uow.audit.record("offer.one_pager_ordered", entity="offer", entity_id=offer_id)
        return task_id


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOnePager:
    """Make the document of an offer and store it; every line of it is a quotation or a name."""

    transactions: Transactions
    contexts: WritingContexts
    one_pager: OnePager
    storage: Storage

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return where it can be fetched, and what did not fit on it.

        Raises:
            OfferNotFound: it is gone.
            NothingToSay: there is no pain point with an answer, or nobody to sign it.
        """
        await progress(0, 1)
        offer_id = OfferId(UUID(payload["offer_id"]))
        async with self.transactions.begin(user_id) as uow:
            offer = await uow.offers.find(offer_id)
            context = await self.contexts.for_application(uow, offer.application_id, offer.contact_id)
        made = await self.one_pager.make(one_page_of(context))
        key = f"one-pagers/{user_id}/{offer_id}{made.suffix}"
        await self.storage.put(key, made.data)
        async with self.transactions.begin(user_id) as uow:
            await uow.offers.keep_one_pager(offer_id, key)
        return {
            "offer_id": str(offer_id),
            "path": f"/offers/{offer_id}/one-pager",
            "media_type": made.media_type,
            "left_out": list(made.left_out),
        }

"""Which mailbox begins which conversation; it then serves it from first mail to last (SPEC 3.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heapreplace

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import ContactId, MailboxId


class NoMailbox(Invalid):
    """No mailbox is able to send."""

    code = "campaign.no_mailbox"


def rotate(
    contacts: Iterable[ContactId],
    *,
    capacity: Mapping[MailboxId, int],
    conversations: Mapping[MailboxId, int] | None = None,
) -> dict[ContactId, MailboxId]:
    """
    Give every new conversation to the mailbox with the fewest of them for its cap, in the order given.

    `capacity` is each mailbox's cap today, `conversations` how many live ones it serves already.

    Raises:
        NoMailbox: there is none with room to send.
    """
    serving = conversations or {}
    heap = [
        ((serving.get(mailbox, 0) + 1) / cap, order, serving.get(mailbox, 0), cap, mailbox)
        for order, (mailbox, cap) in enumerate(capacity.items())
        if cap > 0
    ]
    if not heap:
        raise NoMailbox("connect a mailbox that is able to send, or resume one")
    heapify(heap)
    chosen: dict[ContactId, MailboxId] = {}
    for contact in contacts:
        _, order, count, cap, mailbox = heap[0]
        chosen[contact] = mailbox
        heapreplace(heap, ((count + 2) / cap, order, count + 1, cap, mailbox))
    return chosen

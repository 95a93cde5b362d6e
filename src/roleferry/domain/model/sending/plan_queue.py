"""Mails that wait for one mailbox while a plan is made: follow-ups before first mails, earliest wish first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from heapq import heappop, heappush

from roleferry.domain.model.sending.mail_to_plan import MailToPlan
from roleferry.domain.model.sending.plan_words import Delay
from roleferry.domain.model.sending.slots import MailboxLoad, MailboxSlots
from roleferry.domain.model.sending.window import OpenHours


@dataclass(slots=True)
class Waiting:
    """A mail that may go from `wish` on, and what has kept it so far."""

    mail: MailToPlan
    meant_for: date
    """The reader's local day it would go on if nothing stood in the way."""
    wish: datetime
    first_at: datetime | None
    order: int
    delay: Delay | None = None


class Queue:
    """
    Mails whose readers share their open hours.

    When those hours have no room left, the whole queue waits from `floor` on, and nobody needs to ask again.
    """

    __slots__ = ("_firsts", "_follow_ups", "floor", "hours")

    def __init__(self, hours: OpenHours) -> None:
        """Begin empty."""
        self.hours = hours
        self.floor: datetime | None = None
        self._follow_ups: list[tuple[datetime, int, Waiting]] = []
        self._firsts: list[tuple[datetime, int, Waiting]] = []

    def push(self, waiting: Waiting) -> None:
        """Let a mail wait."""
        heap = self._follow_ups if waiting.mail.is_follow_up else self._firsts
        heappush(heap, (waiting.wish, waiting.order, waiting))

    def rank(self, before: datetime) -> tuple[bool, datetime, int] | None:
        """Return the claim of the first mail that is ready before this instant; the smallest claim goes first."""
        if self.floor is not None and self.floor >= before:
            return None
        for is_first, heap in ((False, self._follow_ups), (True, self._firsts)):
            if heap and heap[0][0] < before:
                return (is_first, heap[0][0], heap[0][1])
        return None

    def pop(self, before: datetime) -> Waiting:
        """Take the mail that `rank` spoke of."""
        heap = self._follow_ups if self._follow_ups and self._follow_ups[0][0] < before else self._firsts
        return heappop(heap)[2]

    def next_wish(self) -> datetime | None:
        """Return the earliest moment at which one of them could go."""
        wish = min((heap[0][0] for heap in (self._follow_ups, self._firsts) if heap), default=None)
        return wish if wish is None or self.floor is None else max(wish, self.floor)


class Box:
    """A mailbox, its free times and the queues for it."""

    __slots__ = ("next_day", "queues", "slots")

    def __init__(self, load: MailboxLoad) -> None:
        """Begin with nobody waiting."""
        self.slots = MailboxSlots(load)
        self.queues: dict[OpenHours, Queue] = {}
        self.next_day: date | None = None

    def push(self, waiting: Waiting) -> None:
        """Let a mail wait among those with the same open hours."""
        hours = waiting.mail.hours
        if hours not in self.queues:
            self.queues[hours] = Queue(hours)
        self.queues[hours].push(waiting)

    def pop(self, before: datetime) -> tuple[Queue, Waiting] | None:
        """Take the mail whose turn it is among all that are ready before this instant."""
        ranked = [(rank, queue) for queue in self.queues.values() if (rank := queue.rank(before)) is not None]
        if not ranked:
            return None
        queue = min(ranked, key=_first)[1]
        return queue, queue.pop(before)

    def next_wish(self) -> datetime | None:
        """Return the earliest moment at which any waiting mail could go."""
        return min((wish for queue in self.queues.values() if (wish := queue.next_wish()) is not None), default=None)


def _first(ranked: tuple[tuple[bool, datetime, int], Queue]) -> tuple[bool, datetime, int]:
    return ranked[0]

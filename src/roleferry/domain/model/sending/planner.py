"""When each mail goes: local hours, caps, gaps, companies and order, decided day by day (SPEC 3.9).

Every mailbox's days are filled in turn. On each day the follow-ups that are ready go first, then first mails, until the
day's cap; what does not fit waits for the next day and says so. The same input always gives the same plan.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush

from roleferry.domain.model.ids import CompanyId, MailboxId, OutreachId
from roleferry.domain.model.sending.company_ledger import CompanyLedger
from roleferry.domain.model.sending.mail_to_plan import MailToPlan, PlannedMail, Unplannable
from roleferry.domain.model.sending.plan_queue import Box, Queue, Waiting
from roleferry.domain.model.sending.plan_words import Delay, DelayKind, reason_in_words
from roleferry.domain.model.sending.slots import MailboxLoad
from roleferry.domain.model.sending.window import OpenHours, instant, jitter

_DAY = timedelta(days=1)
JITTER = timedelta(minutes=10)
"""How far a mail may stray from the moment it could first go."""
EXTRA_GAP = timedelta(minutes=5)
"""How much more than the mailbox's gap may lie between two mails."""


def plan(
    mails: Iterable[MailToPlan], *, mailboxes: Iterable[MailboxLoad], companies: CompanyLedger
) -> tuple[PlannedMail, ...]:
    """
    Return a time for every mail, in the order the times were given away.

    `companies` holds the mails that stand and is added to.

    Raises:
        Unplannable: a mail's mailbox, or the mail before it, is unknown.
        NeverOpen: a reader's window never opens.
    """
    planner = _Planner(mailboxes, companies)
    for mail in mails:
        planner.add(mail)
    return planner.run()


class _Planner:
    def __init__(self, mailboxes: Iterable[MailboxLoad], companies: CompanyLedger) -> None:
        self.boxes = {load.mailbox_id: Box(load) for load in mailboxes}
        self.companies = companies
        self.asking: dict[CompanyId, OutreachId] = {}
        self.colleagues: dict[CompanyId, deque[Waiting]] = defaultdict(deque)
        self.followers: dict[OutreachId, list[MailToPlan]] = defaultdict(list)
        self.planned: list[PlannedMail] = []
        self.calendar: list[tuple[datetime, int, date, MailboxId]] = []
        self.counted = 0
        self.given = 0

    def add(self, mail: MailToPlan) -> None:
        if mail.mailbox_id not in self.boxes:
            raise Unplannable("its mailbox is not known", outreach_id=mail.outreach_id, mailbox_id=mail.mailbox_id)
        self.given += 1
        if mail.predecessor_id is not None and mail.predecessor_at is None:
            self.followers[mail.predecessor_id].append(mail)
        else:
            self._ready(mail, predecessor_at=mail.predecessor_at, first_at=mail.first_at)

    def run(self) -> tuple[PlannedMail, ...]:
        while self.calendar:
            _, _, day, mailbox_id = heappop(self.calendar)
            box = self.boxes[mailbox_id]
            if day == box.next_day:
                self._fill(box, day)
                box.next_day = None
                self._enter(box, earliest=day + _DAY)
        if len(self.planned) != self.given:
            raise Unplannable("a mail waits for one that is not in the plan")
        return tuple(self.planned)

    def _ready(self, mail: MailToPlan, *, predecessor_at: datetime | None, first_at: datetime | None) -> None:
        """Queue a mail whose predecessor, if it has one, has its time."""
        wish = mail.not_before
        if predecessor_at is not None:
            wish = max(wish, predecessor_at + mail.gap_days * _DAY)
        if first_at is not None:
            wish = max(wish, first_at + mail.day * _DAY)
        waiting = Waiting(mail, wish.astimezone(mail.hours.zone).date(), wish, first_at, self._next_number())
        closed_until = self.boxes[mail.mailbox_id].slots.load.closed_until
        if closed_until is not None and closed_until > wish:
            waiting.wish, waiting.delay = closed_until, Delay(DelayKind.MAILBOX)
        self._queue(waiting)

    def _queue(self, waiting: Waiting) -> None:
        waiting.wish = waiting.mail.hours.next_open(waiting.wish)
        box = self.boxes[waiting.mail.mailbox_id]
        box.push(waiting)
        day = box.slots.day_of(waiting.wish)
        if box.next_day is None or day < box.next_day:
            self._enter(box, earliest=day)

    def _enter(self, box: Box, *, earliest: date) -> None:
        """Put the mailbox's next day with something to do in the calendar."""
        wish = box.next_wish()
        if wish is None:
            return
        box.next_day = max(earliest, box.slots.day_of(wish))
        entry = (box.slots.start_of(box.next_day), self._next_number(), box.next_day, box.slots.load.mailbox_id)
        heappush(self.calendar, entry)

    def _next_number(self) -> int:
        self.counted += 1
        return self.counted

    def _fill(self, box: Box, day: date) -> None:
        """Give the day's times away, until it is full or nobody is ready."""
        start, end = box.slots.start_of(day), box.slots.start_of(day + _DAY)
        while box.slots.room_on(day) and (popped := box.pop(end)) is not None:
            queue, waiting = popped
            if waiting.wish < start:
                waiting.delay = _full(box, first=box.slots.day_of(waiting.wish), last=day - _DAY)
            self._place(box, queue, waiting, start=start, end=end)

    def _place(self, box: Box, queue: Queue, waiting: Waiting, *, start: datetime, end: datetime) -> None:
        """Give a mail its time on this day, or let it wait for a later one."""
        wish = max(waiting.wish, start)
        moment = _slot(box, waiting.mail, wish, end) or _any_time(box, queue.hours, wish, end)
        if moment is None:
            self._postpone(box, queue, waiting, start=start, end=end)
        elif not self._postponed_for_company(waiting, moment):
            self._settle(box, waiting, moment)

    def _postpone(self, box: Box, queue: Queue, waiting: Waiting, *, start: datetime, end: datetime) -> None:
        """Let one mail wait; if its readers' hours have no time left that day, let the whole queue wait."""
        if _any_time(box, queue.hours, start, end) is None:
            queue.floor = queue.hours.next_open(end)
            queue.push(waiting)
            return
        waiting.delay = waiting.delay or Delay(DelayKind.CROWDED, first=box.slots.day_of(waiting.wish))
        waiting.wish = end
        self._queue(waiting)

    def _postponed_for_company(self, waiting: Waiting, moment: datetime) -> bool:
        mail = waiting.mail
        if mail.company_id is None:
            return False
        day = moment.astimezone(mail.hours.zone).date()
        choose = self.companies.next_follow_up if mail.is_follow_up else self.companies.next_first
        allowed = choose(mail.company_id, mail.contact_id, day)
        if allowed == day:
            return False
        limit = self.companies.limit
        one_day = mail.is_follow_up or (allowed - day).days == 1
        waiting.delay = Delay(
            DelayKind.COMPANY_DAY if one_day else DelayKind.COMPANY_LIMIT, number=limit.people, span=limit.days
        )
        waiting.wish = instant(allowed, time(0), mail.hours.zone)
        if mail.is_follow_up or self.asking.setdefault(mail.company_id, mail.outreach_id) == mail.outreach_id:
            self._queue(waiting)
        else:
            self.colleagues[mail.company_id].append(waiting)
        return True

    def _settle(self, box: Box, waiting: Waiting, moment: datetime) -> None:
        """Write the time down and let those go on who waited for it."""
        mail = waiting.mail
        goes_on = moment.astimezone(mail.hours.zone).date()
        reason = reason_in_words(meant_for=waiting.meant_for, goes_on=goes_on, hours=mail.hours, delay=waiting.delay)
        box.slots.take(moment)
        self.planned.append(
            PlannedMail(outreach_id=mail.outreach_id, mailbox_id=mail.mailbox_id, due_at=moment, reason=reason)
        )
        if mail.company_id is not None:
            self.companies.record(mail.company_id, goes_on, mail.contact_id)
            self._let_next_colleague_ask(mail.company_id, mail.outreach_id)
        first_at = waiting.first_at or moment
        for follower in self.followers.pop(mail.outreach_id, ()):
            self._ready(follower, predecessor_at=moment, first_at=first_at)

    def _let_next_colleague_ask(self, company_id: CompanyId, placed: OutreachId) -> None:
        if self.asking.get(company_id) != placed:
            return
        del self.asking[company_id]
        if self.colleagues[company_id]:
            colleague = self.colleagues[company_id].popleft()
            self.asking[company_id] = colleague.mail.outreach_id
            self._queue(colleague)


def _slot(box: Box, mail: MailToPlan, wish: datetime, end: datetime) -> datetime | None:
    """Return a free time for this mail before `end`, a little later than it could go, as people do."""
    opens = mail.hours.next_open(wish)
    moment = opens + min(jitter(mail.outreach_id, JITTER), (mail.hours.closes_after(opens) - opens) // 2)
    spacing = box.slots.load.caps.gap + jitter(mail.outreach_id, EXTRA_GAP, salt="gap")
    moment = box.slots.free_from(moment, spacing)
    return moment if moment < end and mail.hours.is_open(moment) else None


def _any_time(box: Box, hours: OpenHours, start: datetime, end: datetime) -> datetime | None:
    """Return the first free and open time of a day, or None when it has none."""
    moment = hours.next_open(start)
    while moment < end:
        free = box.slots.free_from(moment, box.slots.load.caps.gap)
        if free == moment:
            return moment
        moment = hours.next_open(free)
    return None


def _full(box: Box, *, first: date, last: date) -> Delay:
    """Say what filled the days a mail has waited through."""
    if box.slots.room_on(first):
        return Delay(DelayKind.CROWDED, first=first)
    while last > first and box.slots.room_on(last):
        last -= _DAY
    return Delay(DelayKind.CAP, first=first, last=last, number=box.slots.load.caps.on(first))

"""Give unsent mails their times, around everything that is sent or planned already (SPEC 3.9)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from roleferry.domain.model.ids import CampaignId, CompanyId, EnrollmentId, MailboxId, OutreachId, UserId
from roleferry.domain.model.sending.company_ledger import CompanyLedger
from roleferry.domain.model.sending.company_policy import CompanyLimit
from roleferry.domain.model.sending.hours_book import HoursBook
from roleferry.domain.model.sending.mail_to_plan import MailToPlan, PlannedMail
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.domain.model.sending.planner import plan
from roleferry.domain.model.sending.window import SendingWindow
from roleferry.domain.model.sending.zones import zone_named
from roleferry.ports.holidays import HolidayCalendar
from roleferry.ports.outreach import OutreachCase
from roleferry.ports.transactions import UnitOfWork

_LOOK_BACK = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """Plans within the caller's transaction; the same state always gives the same plan."""

    holidays: HolidayCalendar

    def hours(self, window: SendingWindow) -> HoursBook:
        """Return the open hours of readers under one campaign's window."""
        return HoursBook(window, self.holidays.is_holiday)

    async def plan(
        self,
        uow: UnitOfWork,
        mails: Sequence[MailToPlan],
        *,
        user_id: UserId,
        mailboxes: Sequence[Mailbox],
        limit: CompanyLimit,
        now: datetime,
    ) -> Mapping[OutreachId, PlannedMail]:
        """
        Return a time for every mail.

        Raises:
            NeverOpen: a reader's window never opens.
        """
        own = {mail.outreach_id for mail in mails}
        taken = await uow.mailboxes.taken([one.id for one in mailboxes], since=now - _LOOK_BACK, without=tuple(own))
        ledger = await self._ledger(uow, mails, user_id=user_id, limit=limit, now=now)
        planned = plan(mails, mailboxes=[one.load(taken.get(one.id, ())) for one in mailboxes], companies=ledger)
        return {one.outreach_id: one for one in planned}

    async def _ledger(
        self, uow: UnitOfWork, mails: Sequence[MailToPlan], *, user_id: UserId, limit: CompanyLimit, now: datetime
    ) -> CompanyLedger:
        own = {mail.outreach_id for mail in mails}
        companies: set[CompanyId] = {mail.company_id for mail in mails if mail.company_id is not None}
        if not companies:
            return CompanyLedger(limit)
        since = now - timedelta(days=limit.days + 1)
        visits = await uow.outreach.company_visits(sorted(companies), since=since, user_id=user_id, planned=True)
        return CompanyLedger(
            limit,
            [
                (company, at.astimezone(zone_named(zone)).date(), contact)
                for company, at, zone, contact, outreach_id in visits
                if outreach_id not in own
            ],
        )

    async def replan(
        self,
        uow: UnitOfWork,
        *,
        user_id: UserId,
        now: datetime,
        campaign_id: CampaignId | None = None,
        enrollment_ids: Sequence[EnrollmentId] | None = None,
    ) -> None:
        """Plan unsent mails anew from now on, after a pause or a hold, so that nothing bursts."""
        unsent = await uow.outreach.open_of(campaign_id=campaign_id, enrollment_ids=enrollment_ids)
        waiting = [one for one in unsent if one.status is OutreachStatus.SCHEDULED]
        if not waiting:
            return
        cases = await uow.outreach.cases([one.id for one in waiting], now=now)
        mailboxes = {case.mailbox.id: case.mailbox for case in cases}
        mails = self._mails(cases, now=now)
        planned = await self.plan(
            uow,
            mails,
            user_id=user_id,
            mailboxes=_in_order(mailboxes),
            limit=cases[0].campaign.settings.company_limit,
            now=now,
        )
        await uow.outreach.save_all([_timed(one, planned[one.id]) for one in waiting])

    def _mails(self, cases: Sequence[OutreachCase], *, now: datetime) -> list[MailToPlan]:
        books: dict[CampaignId, HoursBook] = {}
        by_conversation: dict[EnrollmentId, list[OutreachCase]] = defaultdict(list)
        for case in cases:
            by_conversation[case.enrollment.id].append(case)
        mails = []
        for conversation in by_conversation.values():
            before: OutreachCase | None = None
            for case in sorted(conversation, key=lambda one: one.outreach.step):
                book = books.setdefault(case.campaign.id, self.hours(case.campaign.settings.window))
                mails.append(_mail(case, before, book, now=now))
                before = case
        return mails


def _mail(case: OutreachCase, before: OutreachCase | None, book: HoursBook, *, now: datetime) -> MailToPlan:
    """A mail whose predecessor is planned along with it waits for that; else for when that left."""
    sent_before = case.predecessor.sent_at if case.predecessor and case.predecessor.status.has_left else None
    first = case.first_at if case.predecessor and sent_before is not None else None
    return MailToPlan(
        outreach_id=case.outreach.id,
        contact_id=case.outreach.contact_id,
        mailbox_id=case.outreach.mailbox_id,
        hours=book.at(case.outreach.time_zone, case.country),
        not_before=now,
        day=case.day,
        gap_days=case.gap_days,
        predecessor_id=before.outreach.id if before else None,
        predecessor_at=None if before else sent_before,
        first_at=None if before else first,
        company_id=case.company_id,
    )


def _timed(outreach: Outreach, planned: PlannedMail) -> Outreach:
    return replace(outreach, due_at=planned.due_at, plan_reason=planned.reason)


def _in_order(mailboxes: Mapping[MailboxId, Mailbox]) -> list[Mailbox]:
    return [mailboxes[mailbox_id] for mailbox_id in sorted(mailboxes)]

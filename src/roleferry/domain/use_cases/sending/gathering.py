"""Put together all that is true of a mail at this moment, for the gate that decides and for the words that explain."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.domain.model.sending.address import InvalidAddress
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.company_ledger import CompanyLedger
from roleferry.domain.model.sending.digest import MailToApprove, fingerprint
from roleferry.domain.model.sending.gate_facts import SendFacts, Verdict
from roleferry.domain.model.sending.hours_book import HoursBook
from roleferry.domain.model.sending.suppression import Suppression, SuppressionKeys, find_suppression, suppression_keys
from roleferry.domain.model.sending.window import OpenHours
from roleferry.domain.model.sending.zones import zone_named
from roleferry.ports.holidays import HolidayCalendar
from roleferry.ports.mail import Mailer
from roleferry.ports.outreach import CompanyVisit, OutreachCase
from roleferry.ports.transactions import UnitOfWork

_Calendars = dict[tuple[UserId, CompanyId], list[CompanyVisit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFactsGatherer:
    """Reads what a case lacks: suppressions, the company's calendar, the reader's open hours."""

    holidays: HolidayCalendar
    mailer: Mailer
    suppression_key: bytes
    allowed_recipients: AllowedRecipients | None = None
    """Who may be written to by real mail; None is everybody."""

    async def gather(self, uow: UnitOfWork, cases: Sequence[OutreachCase], *, now: datetime) -> list[SendFacts]:
        """Return the facts of each mail, in the order given; runs in the caller's transaction."""
        users = list({case.outreach.user_id for case in cases})
        keys = {case.outreach.to_address: self._keys(case.outreach.to_address) for case in cases}
        hashes = {hashed for one in keys.values() if one is not None for hashed in one.all}
        entries = await uow.suppressions.matching(sorted(hashes), user_ids=users) if hashes else ()
        calendars = await self._calendars(uow, cases, now=now)
        return [self._facts(case, keys[case.outreach.to_address], entries, calendars, now=now) for case in cases]

    def _facts(
        self,
        case: OutreachCase,
        keys: SuppressionKeys | None,
        entries: Sequence[Suppression],
        calendars: _Calendars,
        *,
        now: datetime,
    ) -> SendFacts:
        outreach = case.outreach
        hours = self.hours_of(case)
        return SendFacts(
            outreach=outreach,
            enrollment=case.enrollment,
            campaign=case.campaign,
            mailbox=case.mailbox,
            hours=hours,
            suppression=find_suppression(keys, entries, user_id=outreach.user_id) if keys else None,
            predecessor=case.predecessor,
            gap_days=case.gap_days,
            verdict=case.verdict if keys else Verdict.INVALID,
            is_candidate=case.is_candidate,
            sent_today=case.sent_today,
            last_sent_at=case.last_sent_at,
            company_free_on=_company_free_on(case, hours, calendars, now=now),
            digest=digest_of(case),
            contact_is_mock=case.contact_source == "mock",
            mail_is_real=self.mailer.capability.is_real,
            sending_stopped=case.sending_stopped,
            recipient_allowed=self._may_be_written_to(outreach.to_address),
        )

    def _keys(self, address: str) -> SuppressionKeys | None:
        """Return nothing for what is no address: the gate cancels that mail, and the batch goes on."""
        try:
            return suppression_keys(address, key=self.suppression_key)
        except InvalidAddress:
            return None

    def _may_be_written_to(self, address: str) -> bool:
        everybody = self.allowed_recipients is None or not self.mailer.capability.is_real
        return everybody or (self.allowed_recipients is not None and self.allowed_recipients.allow(address))

    def hours_of(self, case: OutreachCase) -> OpenHours:
        """Return the open hours where the reader is."""
        book = HoursBook(case.campaign.settings.window, self.holidays.is_holiday)
        return book.at(case.outreach.time_zone, case.country)

    async def _calendars(self, uow: UnitOfWork, cases: Sequence[OutreachCase], *, now: datetime) -> _Calendars:
        """Read mails that have left or are leaving; planned ones give way to one whose turn has come."""
        asked = [(case.outreach.user_id, case.company_id) for case in cases if case.company_id is not None]
        if not asked:
            return {}
        days = max(case.campaign.settings.company_limit.days for case in cases)
        calendars: _Calendars = defaultdict(list)
        for visit in await uow.outreach.company_calendars(asked, since=now - timedelta(days=days + 2)):
            calendars[visit.user_id, visit.company_id].append(visit)
        return calendars


def _company_free_on(case: OutreachCase, hours: OpenHours, calendars: _Calendars, *, now: datetime) -> date | None:
    if case.company_id is None:
        return None
    ledger = CompanyLedger(case.campaign.settings.company_limit)
    for visit in calendars.get((case.outreach.user_id, case.company_id), ()):
        if visit.id != case.outreach.id:
            ledger.record(visit.company_id, visit.at.astimezone(zone_named(visit.time_zone)).date(), visit.contact_id)
    today = now.astimezone(hours.zone).date()
    choose = ledger.next_follow_up if case.predecessor is not None else ledger.next_first
    return choose(case.company_id, case.outreach.contact_id, today)


def digest_of(case: OutreachCase) -> str:
    """Return the digest of the mail as it is now; it must equal the one its owner approved."""
    outreach = case.outreach
    return fingerprint(
        MailToApprove(
            contact_id=outreach.contact_id,
            step=outreach.step,
            name=outreach.to_name,
            address=outreach.to_address,
            subject=outreach.subject,
            body=outreach.body,
            window=case.campaign.settings.window,
            time_zone=outreach.time_zone,
        )
    ).digest

"""What follows from an event: the stop rules' decisions carried out, and the breakers asked (SPEC 3.8, 3.9)."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.sending.breakers import MAILBOX_SAMPLE, campaign_trip, end_of_day, mailbox_trip
from roleferry.domain.model.sending.decisions import Decision
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.stop_rules import (
    IsHoliday,
    on_block,
    on_complaint,
    on_hard_bounce,
    on_human_reply,
    on_soft_bounce,
    on_unsubscribe,
)
from roleferry.domain.model.sending.window import no_holidays
from roleferry.domain.model.sending.zones import zone_named
from roleferry.domain.use_cases.figures.watching import watch
from roleferry.domain.use_cases.sending.carrying_out import CarryOut
from roleferry.ports.holidays import HolidayCalendar
from roleferry.ports.transactions import UnitOfWork

_CAMPAIGN_SAMPLE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """Runs within the transaction that wrote the event; each is safe to carry out twice."""

    carry_out: CarryOut
    holidays: HolidayCalendar

    async def __call__(self, uow: UnitOfWork, outreach: Outreach, event: ProviderEvent, *, now: datetime) -> None:
        """Return when all that follows is done."""
        await self.carry_out(uow, await self._decisions(uow, outreach, event, now=now), at=now)
        if event.bounce is BounceType.HARD:
            await _ask_breakers(uow, outreach, now=now)
        if event.type in {EventType.BOUNCED, EventType.COMPLAINED} and event.bounce is not BounceType.SOFT:
            await watch(uow, now=now, mailbox_id=outreach.mailbox_id)

    async def _decisions(
        self, uow: UnitOfWork, outreach: Outreach, event: ProviderEvent, *, now: datetime
    ) -> tuple[Decision, ...]:
        if event.type is EventType.REPLIED:
            return () if event.machine else await self.of_reply(uow, outreach, now=now)
        enrollment = await uow.enrollments.find(outreach.enrollment_id)
        match event.type:
            case EventType.BOUNCED:
                return await _of_bounce(uow, enrollment, outreach, event, now=now)
            case EventType.COMPLAINED:
                return on_complaint(enrollment)
            case EventType.UNSUBSCRIBED:
                return on_unsubscribe(enrollment)
            case _:
                return ()

    async def of_reply(self, uow: UnitOfWork, outreach: Outreach, *, now: datetime) -> tuple[Decision, ...]:
        """Return what a person's answer means for them and, by the campaign's policy, for their colleagues."""
        campaign = await uow.campaigns.read(outreach.campaign_id)
        enrollment, colleagues = await uow.enrollments.find_with_colleagues(outreach.enrollment_id)
        return on_human_reply(
            enrollment,
            colleagues,
            policy=campaign.settings.company_policy,
            now=now,
            zone=zone_named(outreach.time_zone),
            is_holiday=self.is_holiday(outreach),
        )

    def is_holiday(self, outreach: Outreach) -> IsHoliday:
        """Return the public holidays of where the reader is, none where that is unknown."""
        country = self.holidays.country_of(outreach.time_zone)
        return partial(self.holidays.is_holiday, country) if country else no_holidays


async def _of_bounce(
    uow: UnitOfWork, enrollment: Enrollment, outreach: Outreach, event: ProviderEvent, *, now: datetime
) -> tuple[Decision, ...]:
    if event.bounce is BounceType.HARD:
        return on_hard_bounce(enrollment)
    if event.bounce is BounceType.BLOCK:
        return on_block(enrollment)
    current = await uow.outreach.find(outreach.id)
    if not current.status.has_left:
        return ()
    return on_soft_bounce(enrollment, current, bounces=await _soft_bounces(uow, outreach), now=now)


async def _soft_bounces(uow: UnitOfWork, outreach: Outreach) -> int:
    known = await uow.events.of_mail(outreach.id)
    return sum(fact.type == EventType.BOUNCED and fact.facts.get("bounce") == BounceType.SOFT for fact in known)


async def _ask_breakers(uow: UnitOfWork, outreach: Outreach, *, now: datetime) -> None:
    """Close the mailbox's day, or hold the campaign, when too many first mails came back (SPEC 3.8)."""
    recent = await uow.outreach.recent_first_mails(
        user_id=outreach.user_id, mailbox_id=outreach.mailbox_id, limit=MAILBOX_SAMPLE
    )
    if trip := mailbox_trip(recent):
        mailbox = await uow.mailboxes.find(outreach.mailbox_id)
        until = end_of_day(now, zone_named(mailbox.time_zone))
        await uow.mailboxes.save(mailbox.closed(until))
        message = f"{trip.in_words()}: {mailbox.display_name} sends nothing more today."
        key = f"mailbox.closed:{mailbox.id}:{until.date()}"
        await uow.notices.add("mailbox.closed", message, level="warning", dedupe_key=key, mailbox_id=mailbox.id)
    recent = await uow.outreach.recent_first_mails(
        user_id=outreach.user_id, campaign_id=outreach.campaign_id, limit=_CAMPAIGN_SAMPLE
    )
    if trip := campaign_trip(recent):
        campaign = await uow.campaigns.find(outreach.campaign_id)
        held = campaign.held(trip.as_hold(at=now))
        if held is not campaign:
            await uow.campaigns.save(held)
            message = f"{trip.in_words()}: the campaign {campaign.name} waits until you have looked."
            await uow.notices.add("campaign.held", message, level="action", campaign_id=campaign.id)

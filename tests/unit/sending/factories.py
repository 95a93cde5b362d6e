"""Made-up campaigns, mails and people for the tests of sending; every field has a default."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from roleferry.domain.model.ids import (
    CampaignId,
    CompanyId,
    ContactId,
    EnrollmentId,
    MailboxId,
    OutreachId,
    SequenceStepId,
    SuppressionId,
    UserId,
)
from roleferry.domain.model.sending.campaign import Campaign, CampaignStatus
from roleferry.domain.model.sending.caps import MailboxCaps
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.gate_facts import SendFacts
from roleferry.domain.model.sending.mail_to_plan import MailToPlan
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.slots import MailboxLoad
from roleferry.domain.model.sending.suppression import (
    Suppression,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)
from roleferry.domain.model.sending.window import OpenHours, SendingWindow

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday morning, an hour into Berlin's sending window."""
BERLIN = ZoneInfo("Europe/Berlin")
HOURS = OpenHours(window=SendingWindow(), zone=BERLIN)
SOON = timedelta(minutes=1)


def uid(number: int) -> UUID:
    return UUID(int=number)


def an_outreach(**changes: Any) -> Outreach:
    outreach = Outreach(
        id=OutreachId(uid(1)),
        user_id=UserId(uid(2)),
        campaign_id=CampaignId(uid(3)),
        enrollment_id=EnrollmentId(uid(4)),
        contact_id=ContactId(uid(5)),
        mailbox_id=MailboxId(uid(6)),
        step_id=SequenceStepId(uid(7)),
        step=1,
        send_key="k" * 32,
        message_id=f"<{'k' * 32}@sender.example>",
        to_address="ada@firm.example",
        to_name="Ada Byron",
        subject="Shorter queues",
        body="Dear Ada,\n\nI have shortened a queue before.",
        time_zone="Europe/Berlin",
        due_at=MONDAY,
        approved_digest="d",
    )
    return replace(outreach, **changes)


def an_enrollment(number: int = 4, **changes: Any) -> Enrollment:
    enrollment = Enrollment(
        id=EnrollmentId(uid(number)),
        user_id=UserId(uid(2)),
        campaign_id=CampaignId(uid(3)),
        contact_id=ContactId(uid(number + 1000)),
        mailbox_id=MailboxId(uid(6)),
        company_id=CompanyId(uid(8)),
    )
    return replace(enrollment, **changes)


def a_campaign(**changes: Any) -> Campaign:
    campaign = Campaign(id=CampaignId(uid(3)), user_id=UserId(uid(2)), name="March", status=CampaignStatus.ACTIVE)
    return replace(campaign, **changes)


def a_mailbox(**changes: Any) -> Mailbox:
    mailbox = Mailbox(
        id=MailboxId(uid(6)),
        user_id=UserId(uid(2)),
        address="mia@sender.example",
        display_name="Mia Sender",
        provider="mock",
        time_zone="Europe/Berlin",
        postal_address="1 Quay Street\nHarbour Town",
    )
    return replace(mailbox, **changes)


def a_suppression(**changes: Any) -> Suppression:
    suppression = Suppression(
        id=SuppressionId(uid(9)),
        kind=SuppressionKind.ADDRESS,
        scope=SuppressionScope.USER,
        hashed="h",
        reason=SuppressionReason.UNSUBSCRIBED,
        at=MONDAY,
        user_id=UserId(uid(2)),
    )
    return replace(suppression, **changes)


def facts(**changes: Any) -> SendFacts:
    """Return a mail that nothing keeps from going on MONDAY."""
    ready = SendFacts(
        outreach=an_outreach(),
        enrollment=an_enrollment(),
        campaign=a_campaign(),
        mailbox=a_mailbox(),
        hours=HOURS,
        digest="d",
    )
    return replace(ready, **changes)


def a_load(number: int = 6, *, daily: int = 25, zone: ZoneInfo = BERLIN, **changes: Any) -> MailboxLoad:
    load = MailboxLoad(mailbox_id=MailboxId(uid(number)), caps=MailboxCaps(daily=daily), zone=zone)
    return replace(load, **changes)


STEPS = ((0, 0), (2, 2), (4, 2), (7, 3))
"""Day from the first mail and gap from the one before (SPEC 3.7)."""


def a_sequence(
    contact: int, *, at: datetime = MONDAY, mailbox: int = 6, hours: OpenHours = HOURS, company: int | None = None
) -> list[MailToPlan]:
    """Return four steps to one contact, none of them sent; mail n of contact c has the id c * 10 + n."""
    return [
        MailToPlan(
            outreach_id=OutreachId(uid(contact * 10 + step)),
            contact_id=ContactId(uid(contact)),
            mailbox_id=MailboxId(uid(mailbox)),
            hours=hours,
            not_before=at,
            day=day,
            gap_days=gap,
            predecessor_id=OutreachId(uid(contact * 10 + step - 1)) if step else None,
            company_id=None if company is None else CompanyId(uid(company)),
        )
        for step, (day, gap) in enumerate(STEPS)
    ]

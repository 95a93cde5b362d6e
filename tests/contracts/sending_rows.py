"""A campaign, its people and its mails as they are kept, for contracts of repositories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from roleferry.domain.model.ids import (
    CampaignId,
    ContactId,
    EnrollmentId,
    MailboxId,
    OutreachId,
    SequenceStepId,
    UserId,
)
from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.ports.events import OutreachFact
from roleferry.ports.outreach import NewOutreach
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW, a_contact, a_mailbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands in the tables before a test begins."""

    campaign: Campaign
    mailbox_id: MailboxId
    contact_id: ContactId


def a_campaign(user_id: UserId, **changes: Any) -> Campaign:
    given: dict[str, Any] = {"id": CampaignId(uuid4()), "user_id": user_id, "name": f"Campaign {uuid4().hex}"}
    return Campaign(**(given | changes))


def an_enrollment(kept: Kept, **changes: Any) -> Enrollment:
    given: dict[str, Any] = {
        "id": EnrollmentId(uuid4()),
        "user_id": kept.campaign.user_id,
        "campaign_id": kept.campaign.id,
        "contact_id": kept.contact_id,
        "mailbox_id": kept.mailbox_id,
        "started_at": NOW,
    }
    return Enrollment(**(given | changes))


def a_new_mail(enrollment: Enrollment, *, step: int = 1) -> NewOutreach:
    key = uuid4().hex
    outreach = Outreach(
        id=OutreachId(uuid4()),
        user_id=enrollment.user_id,
        campaign_id=enrollment.campaign_id,
        enrollment_id=enrollment.id,
        contact_id=enrollment.contact_id,
        mailbox_id=enrollment.mailbox_id,
        step_id=SequenceStepId(uuid4()),
        step=step,
        send_key=key,
        message_id=f"<{key}@sample.example>",
        to_address="ben@firm.example",
        to_name="Ben Reader",
        subject="Checkout latency",
        body="Dear Ben,\n\nI have cut a checkout's latency before.",
        time_zone="Europe/London",
        due_at=NOW + timedelta(days=400),
    )
    return NewOutreach(
        outreach=outreach,
        step_kind="initial",
        gap_days=0,
        day=0,
        same_thread=False,
        company_id=None,
        application_id=None,
        country=None,
    )


def a_fact(mail: Outreach, **changes: Any) -> OutreachFact:
    given: dict[str, Any] = {
        "id": uuid4(),
        "user_id": mail.user_id,
        "outreach_id": mail.id,
        "type": "delivered",
        "at": NOW,
        "recorded_at": NOW,
        "dedupe_key": uuid4().hex,
        "facts": {"provider": "mock"},
    }
    return OutreachFact(**(given | changes))


async def kept_campaign(transactions: Transactions, user_id: UserId) -> Kept:
    """Keep a draft, a mailbox and a contact."""
    campaign, mailbox, contact = a_campaign(user_id), a_mailbox(user_id), a_contact(user_id)
    async with transactions.begin(user_id) as uow:
        await uow.mailboxes.add(mailbox, at=NOW)
        await uow.contacts.add(contact)
        await uow.campaigns.add(campaign, tone="warm", at=NOW)
    return Kept(campaign=campaign, mailbox_id=mailbox.id, contact_id=contact.id)


async def enrolled(transactions: Transactions, enrollment: Enrollment) -> None:
    """Start an enrollment in a transaction of its own."""
    async with transactions.begin(enrollment.user_id) as uow:
        await uow.enrollments.add_all([enrollment], application_ids=[None], tokens=[uuid4().hex])


async def kept_mail(transactions: Transactions, user_id: UserId) -> Outreach:
    """Keep a planned mail, due in a year and more."""
    enrollment = an_enrollment(await kept_campaign(transactions, user_id))
    await enrolled(transactions, enrollment)
    mail = a_new_mail(enrollment)
    async with transactions.begin(user_id) as uow:
        await uow.outreach.add_all([mail], at=NOW)
    return mail.outreach

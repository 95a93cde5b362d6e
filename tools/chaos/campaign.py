"""Made-up people's campaigns, planted as a launch would leave them: every mail due at a planned time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg

from roleferry.domain.model.ids import CampaignId, ContactId, EnrollmentId, MailboxId, OutreachId, SequenceStepId
from roleferry.domain.model.sending.campaign import Campaign, CampaignSettings
from roleferry.domain.model.sending.caps import HIGHEST_DAILY_CAP, MailboxCaps
from roleferry.domain.model.sending.digest import MailToApprove, fingerprint
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.threading import message_id_for
from roleferry.domain.model.sending.tokens import send_key
from roleferry.ports.outreach import NewOutreach
from tests.app import App

MORNING = datetime(2026, 11, 23, 6, tzinfo=UTC)
"""A Monday, before anybody's sending hours; every reader here lives by UTC."""
OPENING = MORNING + timedelta(hours=2)
APART = timedelta(minutes=6)
"""Between two mails of one mailbox; a mailbox keeps five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One person's campaign."""

    app: App
    campaign_id: CampaignId
    mailbox_ids: tuple[MailboxId, ...]
    mails: tuple[Outreach, ...]
    first: Outreach | None = None
    """The mail that has gone before the only one, when that is a follow-up."""


async def plant(
    app: App,
    database: asyncpg.Connection,
    *,
    name: str,
    mails: int,
    mailboxes: int = 1,
    from_time: datetime = OPENING,
    follow_up: bool = False,
) -> Cast:
    """Return a new person's running campaign to so many people at `name.example`, spread over the mailboxes."""
    owner = await app.as_somebody_else()
    new = owner.container.ids().new
    boxes = [_mailbox(owner, MailboxId(new()), number) for number in range(mailboxes)]
    campaign = Campaign(
        id=CampaignId(new()),
        user_id=owner.user_id,
        name=name,
        settings=CampaignSettings(mailbox_ids=tuple(one.id for one in boxes)),
    )
    domain = f"{name}.example"
    contacts = await _contacts(owner, database, domain, mails)
    step_id = SequenceStepId(new())
    enrollments = [
        Enrollment(
            id=EnrollmentId(new()),
            user_id=owner.user_id,
            campaign_id=campaign.id,
            contact_id=contact,
            mailbox_id=boxes[number % mailboxes].id,
            company_id=None,
            started_at=MORNING,
        )
        for number, contact in enumerate(contacts)
    ]
    planned = [
        _mail(
            campaign,
            enrollment,
            OutreachId(new()),
            step_id,
            address=f"reader{number}@{domain}",
            due_at=from_time + (number // mailboxes) * APART,
            step=1 + follow_up,
        )
        for number, enrollment in enumerate(enrollments)
    ]
    async with owner.container.transactions().begin(owner.user_id) as uow:
        for box in boxes:
            await uow.mailboxes.add(box, at=MORNING)
        await uow.campaigns.add(campaign, tone="warm", at=MORNING)
        await uow.campaigns.save(campaign.launch(at=MORNING, digest="seen"))
        tokens = [str(new()) for _ in enrollments]
        await uow.enrollments.add_all(enrollments, application_ids=[None] * mails, tokens=tokens)
        first = _before(planned[0], OutreachId(new()), SequenceStepId(new())) if follow_up else None
        await uow.outreach.add_all([_new(one) for one in ([first] if first else []) + planned], at=MORNING)
    if first is not None:
        await database.execute(_SENT, first.id, from_time - timedelta(days=3))
    return Cast(
        app=owner,
        campaign_id=campaign.id,
        mailbox_ids=tuple(one.id for one in boxes),
        mails=tuple(planned),
        first=first,
    )


def _mailbox(owner: App, mailbox_id: MailboxId, number: int) -> Mailbox:
    return Mailbox(
        id=mailbox_id,
        user_id=owner.user_id,
        address=f"ada{number}.{owner.user_id.hex[-8:]}@sender.example",
        display_name="Ada Sample",
        provider="smtp",
        time_zone="UTC",
        postal_address="1 Sample Street, Porto",
        caps=MailboxCaps(daily=HIGHEST_DAILY_CAP),
    )


async def _contacts(owner: App, database: asyncpg.Connection, domain: str, count: int) -> Sequence[ContactId]:
    ids = [UUID(str(owner.container.ids().new())) for _ in range(count)]
    await database.execute(
        "INSERT INTO contacts (user_id, id, full_name, email, timezone, timezone_source, created_at)"
        " SELECT $1, c.id, 'Reader ' || c.number, 'reader' || c.number || '@' || $2, 'UTC', 'user', $4"
        " FROM (SELECT id, number - 1 AS number FROM unnest($3::uuid[]) WITH ORDINALITY AS c (id, number)) c",
        owner.user_id,
        domain,
        ids,
        MORNING,
    )
    return [ContactId(one) for one in ids]


def _mail(
    campaign: Campaign,
    enrollment: Enrollment,
    outreach_id: OutreachId,
    step_id: SequenceStepId,
    *,
    address: str,
    due_at: datetime,
    step: int,
) -> Outreach:
    key = send_key(campaign.id, enrollment.contact_id, step)
    outreach = Outreach(
        id=outreach_id,
        user_id=campaign.user_id,
        campaign_id=campaign.id,
        enrollment_id=enrollment.id,
        contact_id=enrollment.contact_id,
        mailbox_id=enrollment.mailbox_id,
        step_id=step_id,
        step=step,
        send_key=key,
        message_id=message_id_for(key, sender_domain="sender.example"),
        to_address=address,
        to_name="Kim Reader",
        subject="Checkout latency",
        body="Dear Kim Reader,\n\nI have cut a checkout's latency before.\n\nAda",
        time_zone="UTC",
        due_at=due_at,
    )
    shown = MailToApprove(
        contact_id=outreach.contact_id,
        step=outreach.step,
        name=outreach.to_name,
        address=outreach.to_address,
        subject=outreach.subject,
        body=outreach.body,
        window=campaign.settings.window,
        time_zone=outreach.time_zone,
    )
    return replace(outreach, approved_digest=fingerprint(shown).digest)


_SENT = "UPDATE outreach SET status = 'sent', sent_at = $2, began_at = $2 WHERE id = $1"


def _before(outreach: Outreach, outreach_id: OutreachId, step_id: SequenceStepId) -> Outreach:
    """Return the first mail of the same conversation."""
    key = send_key(outreach.campaign_id, outreach.contact_id, 1)
    message_id = message_id_for(key, sender_domain="sender.example")
    return replace(outreach, id=outreach_id, step_id=step_id, step=1, send_key=key, message_id=message_id)


def _new(outreach: Outreach) -> NewOutreach:
    return NewOutreach(
        outreach=outreach,
        step_kind="initial" if outreach.step == 1 else "nudge",
        gap_days=0 if outreach.step == 1 else 2,
        day=0 if outreach.step == 1 else 2,
        same_thread=outreach.step > 1,
        company_id=None,
        application_id=None,
        country=None,
    )

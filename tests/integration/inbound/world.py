"""A launched campaign with mails that have really left by the captured mailer, for tests of what comes back."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import (
    ApplicationId,
    CampaignId,
    CompanyId,
    ContactId,
    EnrollmentId,
    MailboxId,
    OutreachId,
    SequenceStepId,
    UserId,
)
from roleferry.domain.model.sending.campaign import Campaign, CampaignSettings
from roleferry.domain.model.sending.company_policy import CompanyLimit, CompanyPolicy
from roleferry.domain.model.sending.digest import MailToApprove, fingerprint
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.threading import message_id_for
from roleferry.domain.model.sending.tokens import send_key
from roleferry.ports.outreach import NewOutreach
from tests.app import App

TUESDAY = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
"""A working morning in London, where everybody here is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One campaign, its mailbox and its mails by (contact's number, step)."""

    app: App
    campaign_id: CampaignId
    mailbox_id: MailboxId
    contacts: tuple[ContactId, ...]
    mails: dict[tuple[int, int], OutreachId]

    async def send_first(self, count: int | None = None) -> None:
        """Let the first mail of so many people leave; a mailbox keeps five minutes between two."""
        wanted = count or len(self.contacts)
        for _ in range(wanted):
            await self.app.post("/dev/drain", expect=200)
            await self.app.post("/dev/clock", {"advance_seconds": 301}, expect=200)
        assert sum([(await self.mail(number)).sent_at is not None for number in range(len(self.contacts))]) == wanted

    async def happens(self, contact: int, kind: str, *, step: int = 1, **more: Any) -> None:
        """Let something happen to a mail, and apply it."""
        await self.tell(contact, kind, step=step, **more)
        await self.app.worker.apply_events()

    async def tell(self, contact: int, kind: str, *, step: int = 1, **more: Any) -> None:
        """Let something happen to a mail."""
        path = f"/dev/outbox/{self.mails[contact, step]}/events"
        await self.app.post(path, {"type": kind, **more}, expect=202)

    async def mail(self, contact: int, step: int = 1) -> Outreach:
        """Return a mail as it is now."""
        async with self.app.container.transactions().begin(self.app.user_id) as uow:
            found: Outreach = await uow.outreach.find(self.mails[contact, step])
        return found

    async def enrollment(self, contact: int) -> Enrollment:
        """Return somebody's path through the campaign as it is now."""
        mail = await self.mail(contact)
        async with self.app.container.transactions().begin(self.app.user_id) as uow:
            found: Enrollment = await uow.enrollments.find(mail.enrollment_id)
        return found

    async def notices(self) -> list[str]:
        """Return the codes of what the owner was told."""
        rows = await self.app.container.reads().many(
            self.app.user_id, "show_notices", self.app.user_id, None, None, 100
        )
        return [row["code"] for row in rows]


def reader(user_id: UserId, number: int) -> str:
    """Return the numbered reader's address, which nobody else's test writes to: a complaint binds everybody."""
    return f"reader{number}@firm-{user_id.hex[-8:]}.example"


async def launched(
    app: App,
    *,
    people: int = 1,
    steps: int = 2,
    company_id: CompanyId | None = None,
    application_id: ApplicationId | None = None,
    policy: CompanyPolicy = CompanyPolicy.HOLD,
) -> World:
    """Make it Tuesday morning and launch a campaign to so many people; the first mails are due at once."""
    await app.set_clock(TUESDAY)
    new = app.container.ids().new
    mailbox = Mailbox(
        id=MailboxId(new()),
        user_id=app.user_id,
        address=f"ada.{app.user_id.hex[-8:]}@sample.example",
        display_name="Ada Sample",
        provider="mock",
        time_zone="Europe/London",
        postal_address="1 Sample Street, London",
    )
    limit = CompanyLimit(people=50, days=14, one_a_day=False)
    campaign = Campaign(
        id=CampaignId(new()),
        user_id=app.user_id,
        name=f"Campaign {new()}",
        settings=CampaignSettings(company_policy=policy, company_limit=limit, mailbox_ids=(mailbox.id,)),
    )
    contacts = [await _contact(app, number) for number in range(people)]
    enrollments = [_enrollment(app, campaign, mailbox, one, company_id, new()) for one in contacts]
    step_ids = [new() for _ in range(steps)]
    mails = [
        _mail(campaign, mailbox, enrollment, number, step, step_ids[step - 1], application_id, new())
        for number, enrollment in enumerate(enrollments)
        for step in range(1, steps + 1)
    ]
    async with app.container.transactions().begin(app.user_id) as uow:
        await uow.mailboxes.add(mailbox, at=TUESDAY)
        await uow.campaigns.add(campaign, tone="warm", at=TUESDAY)
        await uow.campaigns.save(campaign.launch(at=TUESDAY, digest="seen"))
        tokens = [str(new()) for _ in contacts]
        await uow.enrollments.add_all(enrollments, application_ids=[application_id] * people, tokens=tokens)
        await uow.outreach.add_all(mails, at=TUESDAY)
    by_place = {(at // steps, at % steps + 1): one.outreach.id for at, one in enumerate(mails)}
    return World(app=app, campaign_id=campaign.id, mailbox_id=mailbox.id, contacts=tuple(contacts), mails=by_place)


async def _contact(app: App, number: int) -> ContactId:
    email = reader(app.user_id, number)
    body = {"full_name": f"Reader {number}", "email": email, "timezone": "Europe/London"}
    return ContactId(UUID((await app.post("/contacts", body))["id"]))


def _enrollment(
    app: App, campaign: Campaign, mailbox: Mailbox, contact: ContactId, company: CompanyId | None, new_id: UUID
) -> Enrollment:
    return Enrollment(
        id=EnrollmentId(new_id),
        user_id=app.user_id,
        campaign_id=campaign.id,
        contact_id=contact,
        mailbox_id=mailbox.id,
        company_id=company,
        started_at=TUESDAY,
    )


def _mail(
    campaign: Campaign,
    mailbox: Mailbox,
    enrollment: Enrollment,
    number: int,
    step: int,
    step_id: UUID,
    application_id: ApplicationId | None,
    new_id: UUID,
) -> NewOutreach:
    key = send_key(campaign.id, enrollment.contact_id, step)
    outreach = Outreach(
        id=OutreachId(new_id),
        user_id=campaign.user_id,
        campaign_id=campaign.id,
        enrollment_id=enrollment.id,
        contact_id=enrollment.contact_id,
        mailbox_id=mailbox.id,
        step_id=SequenceStepId(step_id),
        step=step,
        send_key=key,
        message_id=message_id_for(key, sender_domain="sample.example"),
        to_address=reader(campaign.user_id, number),
        to_name=f"Reader {number}",
        subject="Checkout latency",
        body=f"Dear Reader {number},\n\nI have cut a checkout's latency before. Step {step}.",
        time_zone="Europe/London",
        due_at=TUESDAY + timedelta(days=3 * (step - 1)),
    )
    shown = MailToApprove(
        contact_id=outreach.contact_id,
        step=step,
        name=outreach.to_name,
        address=outreach.to_address,
        subject=outreach.subject,
        body=outreach.body,
        window=campaign.settings.window,
        time_zone=outreach.time_zone,
    )
    return NewOutreach(
        outreach=replace(outreach, approved_digest=fingerprint(shown).digest),
        step_kind="initial" if step == 1 else "nudge",
        gap_days=0 if step == 1 else 2,
        day=3 * (step - 1),
        same_thread=step > 1,
        company_id=enrollment.company_id,
        application_id=application_id,
        country=None,
    )

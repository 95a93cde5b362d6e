"""A campaign as it would start now: every mail written and planned, and everything that speaks against it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from uuid import UUID

from roleferry.domain.model.ids import CampaignId, ContactId, MailboxId, OutreachId
from roleferry.domain.model.sending.address import InvalidAddress, parse_address
from roleferry.domain.model.sending.blockers import Blocker, Launch, RenderedStep, Target, blockers
from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.digest import Approval, MailToApprove, approval_of
from roleferry.domain.model.sending.mail_to_plan import MailToPlan, PlannedMail
from roleferry.domain.model.sending.mailbox import Mailbox, MailboxStatus
from roleferry.domain.model.sending.rotation import rotate
from roleferry.domain.model.sending.suppression import Suppression, SuppressionKeys, find_suppression, suppression_keys
from roleferry.domain.model.sending.window import OpenHours
from roleferry.domain.model.sending.zones import UnknownTimeZone, zone_named
from roleferry.domain.model.writing.mails import StepMail
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.domain.use_cases.sending.writing_mails import InputsChanged, WriteMails, Written
from roleferry.ports.holidays import HolidayCalendar
from roleferry.ports.mail import Mailer
from roleferry.ports.recipients import Recipient
from roleferry.ports.sequences import KeptSequence
from roleferry.ports.transactions import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All mails to one recipient: where they go, when, and from which mailbox, as far as that can be said."""

    recipient: Recipient
    address: str
    """As it goes into the envelope; as written when it is none."""
    mails: tuple[StepMail, ...]
    country: str | None
    mailbox: Mailbox | None
    planned: tuple[PlannedMail, ...]
    """One a mail, or none at all."""
    suppression: Suppression | None


@dataclass(frozen=True, kw_only=True)
class CampaignDraft:
    """What a preview shows and a launch makes."""

    campaign: Campaign
    sequence: KeptSequence
    letters: tuple[Letter, ...]
    launch: Launch
    blockers: tuple[Blocker, ...]

    @cached_property
    def approval(self) -> Approval:
        """Return what the owner approves with this."""
        return approval_of(to_approve(self.campaign, letter, mail) for letter in self.letters for mail in letter.mails)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCampaign:
    """Plan and judge what was written, in the transaction that counts; the same state always gives the same draft."""

    write_mails: WriteMails
    planning: Planning
    holidays: HolidayCalendar
    mailer: Mailer
    suppression_key: bytes

    async def __call__(self, uow: UnitOfWork, campaign: Campaign, written: Written, *, now: datetime) -> CampaignDraft:
        """
        Return the campaign as it would start, with mails written beforehand.

        Raises:
            InputsChanged: what they were written from has changed since.
            ResumeNotFound: there is no résumé that could be read.
            NeverOpen: a reader's window never opens.
        """
        if await self.write_mails.gather(uow, campaign) != written.inputs:
            raise InputsChanged("the campaign was changed while it was being written: try again")
        recipients = written.inputs.recipients
        addresses = {one.contact_id: _address(one) for one in recipients}
        mailboxes = await self.mailboxes(uow, campaign)
        suppressed = await self._suppressed(uow, campaign, addresses)
        letters = [
            Letter(
                recipient=one,
                address=addresses[one.contact_id] or one.address or "",
                mails=written.mails[one.contact_id],
                country=self.country_of(one),
                mailbox=None,
                planned=(),
                suppression=suppressed.get(one.contact_id),
            )
            for one in recipients
        ]
        reachable = {contact_id for contact_id, address in addresses.items() if address}
        letters = await self._planned(uow, campaign, letters, mailboxes, reachable=reachable, now=now)
        launch = self._launch(campaign, written.inputs.sequence, letters, mailboxes)
        return CampaignDraft(
            campaign=campaign,
            sequence=written.inputs.sequence,
            letters=tuple(letters),
            launch=launch,
            blockers=blockers(launch),
        )

    def country_of(self, recipient: Recipient) -> str | None:
        """Return whose public holidays count for a recipient."""
        return recipient.country or (self.holidays.country_of(recipient.time_zone) if recipient.time_zone else None)

    async def mailboxes(self, uow: UnitOfWork, campaign: Campaign) -> Sequence[Mailbox]:
        """Return the campaign's mailboxes, or all of the user's when it names none; only those that send."""
        wanted = set(campaign.settings.mailbox_ids)
        return [
            one
            for one in await uow.mailboxes.all()
            if one.status is MailboxStatus.ACTIVE and (not wanted or one.id in wanted) and self._has_way_out(one)
        ]

    def _has_way_out(self, mailbox: Mailbox) -> bool:
        """Say whether somebody sends for it: one connected while mail was captured has nobody once mail is real."""
        capability = self.mailer.capability
        return not capability.is_real or mailbox.provider in {MailProtocol.SMTP, capability.provider}

    async def _suppressed(
        self, uow: UnitOfWork, campaign: Campaign, addresses: Mapping[ContactId, str | None]
    ) -> Mapping[ContactId, Suppression]:
        keys: dict[ContactId, SuppressionKeys] = {
            contact_id: suppression_keys(address, key=self.suppression_key)
            for contact_id, address in addresses.items()
            if address is not None
        }
        hashes = list(dict.fromkeys(hashed for each in keys.values() for hashed in each.all))
        entries = await uow.suppressions.matching(hashes, user_ids=[campaign.user_id]) if hashes else ()
        if not entries:
            return {}
        found = {contact: find_suppression(each, entries, user_id=campaign.user_id) for contact, each in keys.items()}
        return {contact: entry for contact, entry in found.items() if entry is not None}

    async def _planned(
        self,
        uow: UnitOfWork,
        campaign: Campaign,
        letters: Sequence[Letter],
        mailboxes: Sequence[Mailbox],
        *,
        reachable: Collection[ContactId],
        now: datetime,
    ) -> list[Letter]:
        """Give each letter its mailbox and each of its mails a time; those that can have none stay without."""
        plannable = [
            one for one in letters if one.mails and one.recipient.contact_id in reachable and _zone(one.recipient)
        ]
        capacity = {one.id: one.caps.on(now.astimezone(zone_named(one.time_zone)).date()) for one in mailboxes}
        if not plannable or not any(capacity.values()):
            return list(letters)
        serving = await uow.enrollments.live_by_mailbox()
        chosen = rotate([one.recipient.contact_id for one in plannable], capacity=capacity, conversations=serving)
        by_id = {one.id: one for one in mailboxes}
        book = self.planning.hours(campaign.settings.window)
        wanted = {
            one.recipient.contact_id: _mails_to_plan(
                campaign.id,
                one,
                mailbox_id=chosen[one.recipient.contact_id],
                hours=book.at(one.recipient.time_zone or "", one.country),
                now=now,
            )
            for one in plannable
        }
        planned = await self.planning.plan(
            uow,
            list(chain.from_iterable(wanted.values())),
            user_id=campaign.user_id,
            mailboxes=list(by_id.values()),
            limit=campaign.settings.company_limit,
            now=now,
        )
        return [
            replace(
                one,
                mailbox=by_id[chosen[one.recipient.contact_id]],
                planned=tuple(planned[mail.outreach_id] for mail in wanted[one.recipient.contact_id]),
            )
            if one.recipient.contact_id in wanted
            else one
            for one in letters
        ]

    def _launch(
        self, campaign: Campaign, sequence: KeptSequence, letters: Sequence[Letter], mailboxes: Sequence[Mailbox]
    ) -> Launch:
        return Launch(
            status=campaign.status,
            targets=[_target(letter) for letter in letters],
            enabled_steps=len(sequence.template.mails),
            mailboxes_able=len(mailboxes),
            mailboxes_without_postal_address=[
                one.address for one in mailboxes if not (one.postal_address or "").strip()
            ],
            mail_is_real=self.mailer.capability.is_real,
        )


def _target(letter: Letter) -> Target:
    recipient = letter.recipient
    return Target(
        contact_id=recipient.contact_id,
        name=recipient.name,
        address=recipient.address,
        time_zone=recipient.time_zone,
        verdict=recipient.verdict,
        is_candidate=recipient.is_candidate,
        is_mock=recipient.source == "mock",
        suppression=letter.suppression,
        live_in=recipient.live_in,
        steps=[
            RenderedStep(step=mail.number, unresolved=mail.unresolved, lint=mail.wrong)
            for mail in letter.mails
            if mail.unresolved or mail.wrong
        ],
    )


def to_approve(campaign: Campaign, letter: Letter, mail: StepMail) -> MailToApprove:
    """Return what an owner approves of one mail."""
    return MailToApprove(
        contact_id=letter.recipient.contact_id,
        step=mail.number,
        name=letter.recipient.name,
        address=letter.address,
        subject=mail.subject,
        body=mail.body,
        window=campaign.settings.window,
        time_zone=letter.recipient.time_zone or "",
    )


def _mails_to_plan(
    campaign_id: CampaignId, letter: Letter, *, mailbox_id: MailboxId, hours: OpenHours, now: datetime
) -> list[MailToPlan]:
    contact_id = letter.recipient.contact_id
    ids = [_planning_id(campaign_id, contact_id, mail.number) for mail in letter.mails]
    return [
        MailToPlan(
            outreach_id=ids[place],
            contact_id=contact_id,
            mailbox_id=mailbox_id,
            hours=hours,
            not_before=now,
            day=mail.step.day - letter.mails[0].step.day,
            gap_days=mail.gap_days,
            predecessor_id=ids[place - 1] if place else None,
            company_id=letter.recipient.company_id,
        )
        for place, mail in enumerate(letter.mails)
    ]


def _planning_id(campaign_id: CampaignId, contact_id: ContactId, number: int) -> OutreachId:
    """The same in preview and launch, so that both plan the same times."""
    name = b"".join((campaign_id.bytes, contact_id.bytes, number.to_bytes(2)))
    return OutreachId(UUID(bytes=blake2b(name, digest_size=16, person=b"plan").digest()))


def _address(recipient: Recipient) -> str | None:
    try:
        return str(parse_address(recipient.address or ""))
    except InvalidAddress:
        return None


def _zone(recipient: Recipient) -> str | None:
    try:
        zone_named(recipient.time_zone or "")
    except UnknownTimeZone:
        return None
    return recipient.time_zone

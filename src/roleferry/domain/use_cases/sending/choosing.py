"""What a person chooses for a campaign: its hours, its people, its mailboxes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.ids import ApplicationId, ContactId, MailboxId
from roleferry.domain.model.jobs.application import ApplicationNotFound
from roleferry.domain.model.people.contact import ContactNotFound
from roleferry.domain.model.sending.campaign import CampaignSettings
from roleferry.domain.model.sending.company_policy import CompanyLimit, CompanyPolicy
from roleferry.domain.model.sending.window import SendingWindow
from roleferry.ports.campaigns import CampaignTarget
from roleferry.ports.mailboxes import MailboxNotFound
from roleferry.ports.transactions import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsGiven:
    """The settings a person states; None leaves what stands."""

    days: Sequence[int] | None = None
    opens: time | None = None
    closes: time | None = None
    holidays: bool | None = None
    """Whether public holidays are skipped."""
    company_policy: CompanyPolicy | None = None
    people_per_company: int | None = None
    mailbox_ids: Sequence[MailboxId] | None = None
    count_clicks: bool | None = None

    @property
    def touches_approval(self) -> bool:
        """Say whether mails would no longer go as their owner has seen them."""
        hours = (self.days, self.opens, self.closes, self.holidays)
        return any(one is not None for one in (*hours, self.mailbox_ids, self.count_clicks))

    def over(self, settings: CampaignSettings) -> CampaignSettings:
        """
        Return the settings with these in their place.

        Raises:
            InvalidWindow: no day, or hours that do not open before they close.
        """
        window = settings.window
        policy, people = self.company_policy, self.people_per_company
        return CampaignSettings(
            window=SendingWindow(
                days=window.days if self.days is None else frozenset(self.days),
                opens=self.opens or window.opens,
                closes=self.closes or window.closes,
                skip_holidays=window.skip_holidays if self.holidays is None else self.holidays,
            ),
            company_policy=policy or settings.company_policy,
            company_limit=_limit(settings.company_limit, people),
            mailbox_ids=settings.mailbox_ids if self.mailbox_ids is None else tuple(dict.fromkeys(self.mailbox_ids)),
            count_clicks=settings.count_clicks if self.count_clicks is None else self.count_clicks,
        )


def _limit(standing: CompanyLimit, people: int | None) -> CompanyLimit:
    return standing if people is None else replace(standing, people=people)


async def check_mailboxes(uow: UnitOfWork, mailbox_ids: Sequence[MailboxId]) -> None:
    """
    Refuse mailboxes that are not the user's.

    Raises:
        MailboxNotFound: names which.
    """
    known = {one.id for one in await uow.mailboxes.all()} if mailbox_ids else set()
    for mailbox_id in mailbox_ids:
        if mailbox_id not in known:
            raise MailboxNotFound("there is no such mailbox", mailbox_id=mailbox_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGiven:
    """A person to write to, and about which application; None lets us propose one."""

    contact_id: ContactId
    application_id: ApplicationId | None = None


async def targets_of(uow: UnitOfWork, given: Sequence[TargetGiven]) -> list[CampaignTarget]:
    """
    Return the targets, each with the application it is about where there is one.

    Raises:
        ContactNotFound: names the contacts that do not exist.
        ApplicationNotFound: names the applications that do not exist.
    """
    given = list({one.contact_id: one for one in given}.values())
    contacts = [one.contact_id for one in given]
    recipients = {
        one.contact_id: one for one in await uow.recipients.of(contacts, [one.application_id for one in given])
    }
    if missing := [one for one in contacts if one not in recipients]:
        errors = tuple(FieldError(f"targets.{one}", "there is no such contact") for one in missing)
        raise ContactNotFound("there is no such contact", errors=errors)
    about = [one for one in given if one.application_id]
    if gone := [one.application_id for one in about if recipients[one.contact_id].application_id is None]:
        errors = tuple(FieldError(f"applications.{one}", "there is no such application") for one in gone)
        raise ApplicationNotFound("there is no such application", errors=errors)
    proposed = await uow.recipients.proposed_applications([one.contact_id for one in given if not one.application_id])
    return [
        CampaignTarget(contact_id=one.contact_id, application_id=one.application_id or proposed.get(one.contact_id))
        for one in given
    ]

"""What goes into `/campaigns` and comes out of it, with an example of each."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from roleferry.domain.model.ids import ApplicationId, ContactId, MailboxId, UserId
from roleferry.domain.model.sending.campaign import CampaignHold, CampaignHoldRule, CampaignStatus
from roleferry.domain.model.sending.company_policy import CompanyPolicy
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.use_cases.sending.choosing import SettingsGiven, TargetGiven
from roleferry.entrypoints.http.api.writing_views import Name, deep_view
from roleferry.ports.campaigns import CampaignNotFound
from roleferry.ports.transactions import Reads

Hour = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="Local time, such as 08:00.")]
Days = Annotated[list[Annotated[int, Meta(ge=1, le=7)]], Meta(max_length=7, description="1 is Monday, 7 Sunday.")]
Ids = Annotated[list[UUID], Meta(max_length=10_000)]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When mails may leave, in the reader's own time, and what a reply means for colleagues; null leaves it."""

    days: Days | None = None
    opens: Hour | None = None
    closes: Hour | None = None
    holidays: bool | None = None
    company_policy: CompanyPolicy | None = None
    people_per_company: Annotated[int, Meta(ge=1, le=100)] | None = None
    count_clicks: bool | None = None


class TargetBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A contact, and about which application; without one, the newest fitting application is proposed."""

    contact_id: UUID
    application_id: UUID | None = None


Targets = Annotated[list[TargetBody], Meta(max_length=10_000)]


class CampaignBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything is optional: a name, a sequence and all active mailboxes are chosen for you."""

    name: Name | None = None
    template_id: UUID | None = None
    tone: Tone | None = None
    length: Length | None = None
    mailbox_ids: Annotated[list[UUID], Meta(max_length=100)] = []
    settings: Settings = Settings()
    targets: Targets = []


class CampaignPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what you want to change; `lift_holds` names holds of a breaker that you have looked at."""

    name: Name | None = None
    mailbox_ids: Annotated[list[UUID], Meta(max_length=100)] | None = None
    settings: Settings = Settings()
    lift_holds: Annotated[list[CampaignHoldRule], Meta(max_length=10)] = []


class TargetsBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """People, by `contact_ids` or by `targets`."""

    contact_ids: Ids = []
    targets: Targets = []


class LaunchBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The digest of the preview you approve."""

    digest: Annotated[str, Meta(min_length=1, max_length=128)]


class SettingsView(msgspec.Struct, frozen=True, kw_only=True):
    """The campaign's hours and limits."""

    days: list[int]
    opens: str
    closes: str
    holidays: bool
    company_policy: CompanyPolicy
    people_per_company: int
    count_clicks: bool

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "SettingsView":
        """Return the view of stored settings."""
        window, limit = stored["window"], stored["company_limit"]
        return cls(
            days=sorted(window["days"]),
            opens=window["opens"][:5],
            closes=window["closes"][:5],
            holidays=window["skip_holidays"],
            company_policy=CompanyPolicy(stored["company_policy"]),
            people_per_company=limit["people"],
            count_clicks=stored.get("count_clicks", False),
        )


class CampaignView(msgspec.Struct, frozen=True, kw_only=True):
    """One campaign; `holds` is what the machine holds it for, beside its status; no `mailbox_ids` means every one."""

    id: UUID
    name: str
    status: CampaignStatus
    tone: Tone
    length: Length | None
    targets: int
    mailbox_ids: list[UUID]
    settings: SettingsView
    holds: list[CampaignHold]
    launched_at: datetime | None
    paused_at: datetime | None
    ended_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "CampaignView":
        """Return the view of a row."""
        return deep_view(cls, {**row, "settings": SettingsView.of(row["settings"])})


class TargetView(msgspec.Struct, frozen=True, kw_only=True):
    """A person the campaign is for; `state` once they are written to."""

    contact_id: UUID
    application_id: UUID | None
    name: str
    role_title: str | None
    company: str | None
    email: str | None
    time_zone: str | None
    job_title: str | None
    state: str | None
    reason: str | None


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """How many people were added or taken out, and how many the campaign has now."""

    changed: int
    targets: int


class Launched(msgspec.Struct, frozen=True, kw_only=True):
    """The campaign runs; `mails` were planned."""

    mails: int
    campaign: CampaignView


CAMPAIGN_ID = "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1b0"
CONTACT_ID = "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1c1"
CAMPAIGN: dict[str, Any] = {
    "id": CAMPAIGN_ID,
    "name": "2026-11-22 – Staff Engineer – Harbour Systems – email – warm",
    "status": "draft",
    "tone": "warm",
    "length": "medium",
    "targets": 2,
    "mailbox_ids": [],
    "settings": {
        "days": [1, 2, 3, 4, 5],
        "opens": "08:00",
        "closes": "17:00",
        "holidays": True,
        "company_policy": "hold",
        "people_per_company": 2,
        "count_clicks": False,
    },
    "holds": [],
    "launched_at": None,
    "paused_at": None,
    "ended_at": None,
    "created_at": "2026-11-22T09:00:00Z",
}
TARGET: dict[str, Any] = {
    "contact_id": CONTACT_ID,
    "application_id": None,
    "name": "Mia Example",
    "role_title": "Head of Platform",
    "company": "Harbour Systems",
    "email": "mia@harbour.example",
    "time_zone": "Europe/Lisbon",
    "job_title": "Staff Engineer",
    "state": None,
    "reason": None,
}
CHANGE = {"contact_ids": [CONTACT_ID]}


def settings_given(settings: Settings, mailbox_ids: list[UUID] | None) -> SettingsGiven:
    """Return what was chosen, for the use case."""
    return SettingsGiven(
        days=settings.days,
        opens=time.fromisoformat(settings.opens) if settings.opens else None,
        closes=time.fromisoformat(settings.closes) if settings.closes else None,
        holidays=settings.holidays,
        company_policy=settings.company_policy,
        people_per_company=settings.people_per_company,
        count_clicks=settings.count_clicks,
        mailbox_ids=None if mailbox_ids is None else [MailboxId(one) for one in mailbox_ids],
    )


def targets_given(targets: list[TargetBody]) -> list[TargetGiven]:
    """Return who was named, for the use case."""
    return [
        TargetGiven(
            contact_id=ContactId(one.contact_id),
            application_id=ApplicationId(one.application_id) if one.application_id else None,
        )
        for one in targets
    ]


async def shown(reads: Reads, user_id: UserId, campaign_id: UUID) -> CampaignView:
    """
    Return one campaign.

    Raises:
        CampaignNotFound: there is none.
    """
    row = await reads.one(user_id, "show_campaign", user_id, campaign_id)
    if row is None:
        raise CampaignNotFound("there is no such campaign", campaign_id=campaign_id)
    return CampaignView.of(row)

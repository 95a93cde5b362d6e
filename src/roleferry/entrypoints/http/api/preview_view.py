"""How a preview is shown: every mail with its time, its claims and its lint, and every blocker at once."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from roleferry.domain.model.sending.blockers import BlockerCode
from roleferry.domain.model.sending.campaign import CampaignStatus
from roleferry.domain.model.sending.mail_to_plan import PlannedMail
from roleferry.domain.model.sending.zones import zone_named
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.mails import StepMail
from roleferry.domain.model.writing.steps import StepKind
from roleferry.domain.use_cases.sending.drafting import CampaignDraft, Letter
from roleferry.entrypoints.http.api.writing_views import CLAIM, LINT
from roleferry.entrypoints.http.paging import encode


class BlockerView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to put right before the launch: for whom (null: the campaign), in which step, and what to do."""

    code: BlockerCode
    message: str
    what_to_do: str
    contact_id: UUID | None
    target: str | None
    step: int | None


class PreviewedMail(msgspec.Struct, frozen=True, kw_only=True):
    """One mail; without a planned time it cannot go yet, and a blocker says why."""

    step: int
    kind: StepKind
    day: int
    subject: str
    body: str
    claims: list[Claim]
    lint: LintReport
    unresolved: list[str]
    planned_at: datetime | None
    planned_local: str | None
    plan_reason: str | None

    @classmethod
    def of(cls, mail: StepMail, planned: PlannedMail | None, zone: str | None) -> "PreviewedMail":
        """Return the view of one mail and its time."""
        local = planned.due_at.astimezone(zone_named(zone)).isoformat(timespec="minutes") if planned and zone else None
        return cls(
            step=mail.number,
            kind=mail.step.kind,
            day=mail.step.day,
            subject=mail.subject,
            body=mail.body,
            claims=list(mail.claims),
            lint=mail.lint,
            unresolved=list(mail.unresolved),
            planned_at=planned.due_at if planned else None,
            planned_local=local,
            plan_reason=planned.reason if planned else None,
        )


class PreviewedTarget(msgspec.Struct, frozen=True, kw_only=True):
    """One person and every mail to them; `mailbox` is the address they all come from."""

    contact_id: UUID
    application_id: UUID | None
    name: str
    address: str | None
    time_zone: str | None
    mailbox: str | None
    mails: list[PreviewedMail]

    @classmethod
    def of(cls, letter: Letter) -> "PreviewedTarget":
        """Return the view of all mails to one person."""
        one = letter.recipient
        times: tuple[PlannedMail | None, ...] = letter.planned or (None,) * len(letter.mails)
        return cls(
            contact_id=one.contact_id,
            application_id=one.application_id,
            name=one.name,
            address=letter.address or None,
            time_zone=one.time_zone,
            mailbox=letter.mailbox.address if letter.mailbox else None,
            mails=[PreviewedMail.of(mail, at, one.time_zone) for mail, at in zip(letter.mails, times, strict=True)],
        )


class PreviewView(msgspec.Struct, frozen=True, kw_only=True):
    """The campaign as it would start; `digest` is over all of it, whichever part of its targets is shown here."""

    digest: str
    can_launch: bool
    status: CampaignStatus
    targets: int
    mails: int
    blockers: list[BlockerView]
    items: list[PreviewedTarget]
    next_cursor: str | None

    @classmethod
    def of(cls, draft: CampaignDraft, *, start: int, limit: int) -> "PreviewView":
        """Return the view of a draft, `limit` of its targets from the `start`-th on."""
        shown = draft.letters[start : start + limit]
        more = start + limit < len(draft.letters)
        return cls(
            digest=draft.approval.digest,
            can_launch=not draft.blockers,
            status=draft.campaign.status,
            targets=len(draft.letters),
            mails=sum(len(letter.mails) for letter in draft.letters),
            blockers=[msgspec.convert(one, BlockerView, from_attributes=True) for one in draft.blockers],
            items=[PreviewedTarget.of(letter) for letter in shown],
            next_cursor=encode(start + limit) if more else None,
        )


PREVIEW: dict[str, Any] = {
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "can_launch": False,
    "status": "draft",
    "targets": 1,
    "mails": 4,
    "blockers": [
        {
            "code": "unknown_time_zone",
            "message": "Mia Example has no known time zone.",
            "what_to_do": "Set one such as Europe/Berlin.",
            "contact_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1c1",
            "target": "Mia Example",
            "step": None,
        }
    ],
    "items": [
        {
            "contact_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1c1",
            "application_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1f1",
            "name": "Mia Example",
            "address": "mia@harbour.example",
            "time_zone": None,
            "mailbox": None,
            "mails": [
                {
                    "step": 1,
                    "kind": "initial",
                    "day": 0,
                    "subject": "Checkout latency",
                    "body": "Hello Mia,\n\nI cut checkout latency by 43 %.\n\nAda Sample",
                    "claims": [CLAIM],
                    "lint": LINT,
                    "unresolved": [],
                    "planned_at": None,
                    "planned_local": None,
                    "plan_reason": None,
                }
            ],
        }
    ],
    "next_cursor": None,
}

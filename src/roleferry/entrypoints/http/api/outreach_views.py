"""How mails are shown in lists."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import QueryParameter

from roleferry.domain.model.sending.outreach import OutreachHoldReason, OutreachStatus

StatusText = Annotated[OutreachStatus | None, QueryParameter(description="Only of this status.")]


class OutreachItem(msgspec.Struct, frozen=True, kw_only=True):
    """One mail in a list; `due_at` is when it is planned, `plan_reason` why not sooner."""

    id: UUID
    campaign_id: UUID
    contact_id: UUID
    application_id: UUID | None
    step: int
    step_kind: str
    to_name: str
    to_address: str
    subject: str
    status: OutreachStatus
    time_zone: str
    due_at: datetime
    plan_reason: str | None
    hold_reason: OutreachHoldReason | None
    end_reason: str | None
    edited: bool
    sent_at: datetime | None
    delivered_at: datetime | None
    clicked_at: datetime | None
    replied_at: datetime | None
    bounced_at: datetime | None


OUTREACH_ITEM: dict[str, Any] = {
    "id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1e1",
    "campaign_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1b0",
    "contact_id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1c1",
    "application_id": None,
    "step": 1,
    "step_kind": "initial",
    "to_name": "Mia Example",
    "to_address": "mia@harbour.example",
    "subject": "Checkout latency",
    "status": "scheduled",
    "time_zone": "Europe/Lisbon",
    "due_at": "2026-11-23T08:12:00Z",
    "plan_reason": None,
    "hold_reason": None,
    "end_reason": None,
    "edited": False,
    "sent_at": None,
    "delivered_at": None,
    "clicked_at": None,
    "replied_at": None,
    "bounced_at": None,
}

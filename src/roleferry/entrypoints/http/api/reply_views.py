"""What is shown of an answer: who wrote it, what it says, how it was read, and what could be done about it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from roleferry.domain.model.inbound.colleague import is_colleague
from roleferry.domain.model.inbound.inbox import deciding_sentence
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.model.jobs.application import Stage
from roleferry.entrypoints.http.paging import to_view

_BEFORE_TALKS = frozenset({Stage.SAVED.value, Stage.APPLIED.value})


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """
    Something only you may do, with the sentence that suggests it.

    `move_application`: PATCH the application to stage `to`. `add_contact`: POST a contact with `email` and `name`.
    """

    kind: Literal["move_application", "add_contact"]
    quote: str
    application_id: UUID | None = None
    to: str | None = None
    email: str | None = None
    name: str | None = None


class ReplyView(msgspec.Struct, frozen=True, kw_only=True):
    """
    One answer: its new words without quotes and signature, the label, and the words that decided it.

    `contact_name` is whom you wrote to; `from_…` is who answered, `from_contact_id` if you know them. `quote` is the
    sentence that decided the label.
    """

    id: UUID
    outreach_id: UUID
    outreach_subject: str
    enrollment_id: UUID
    campaign_id: UUID
    contact_id: UUID
    contact_name: str
    application_id: UUID | None
    step: int
    from_address: str
    from_name: str | None
    from_contact_id: UUID | None
    subject: str | None
    text: str | None
    label: str
    confidence: float
    deciding: list[str]
    quote: str
    suggestions: list[Suggestion]
    label_by: str
    handled: bool
    received_at: datetime


REPLY_EXAMPLE: dict[str, Any] = {
    "id": "0192e1a0-0000-7000-8000-000000000071",
    "outreach_id": "0192e1a0-0000-7000-8000-000000000061",
    "outreach_subject": "Checkout latency",
    "enrollment_id": "0192e1a0-0000-7000-8000-000000000051",
    "campaign_id": "0192e1a0-0000-7000-8000-000000000041",
    "contact_id": "0192e1a0-0000-7000-8000-000000000031",
    "contact_name": "Grace Sample",
    "application_id": "0192e1a0-0000-7000-8000-000000000021",
    "step": 1,
    "from_address": "grace@harbour.example",
    "from_name": "Grace Sample",
    "from_contact_id": "0192e1a0-0000-7000-8000-000000000031",
    "subject": "Re: Checkout latency",
    "text": "Thanks for this. Could we talk on Thursday?",
    "label": "meeting",
    "confidence": 0.9,
    "deciding": ["could we talk"],
    "quote": "Could we talk on Thursday?",
    "suggestions": [
        {
            "kind": "move_application",
            "quote": "Could we talk on Thursday?",
            "application_id": "0192e1a0-0000-7000-8000-000000000021",
            "to": "interviewing",
            "email": None,
            "name": None,
        }
    ],
    "label_by": "rules",
    "handled": False,
    "received_at": "2026-11-23T09:00:00Z",
}


def reply_view(row: Mapping[str, Any]) -> ReplyView:
    """Return a row of answers as it is shown."""
    quote = deciding_sentence(row["text"] or "", tuple(row["deciding"]))
    return to_view(ReplyView, {**row, "quote": quote, "suggestions": _suggestions(row, quote)})


def _suggestions(row: Mapping[str, Any], quote: str) -> list[dict[str, Any]]:
    label = ReplyLabel(row["label"])
    found: list[dict[str, Any]] = []
    if label is ReplyLabel.MEETING and row["application_status"] in _BEFORE_TALKS:
        to = Stage.INTERVIEWING.value
        found.append({"kind": "move_application", "quote": quote, "application_id": row["application_id"], "to": to})
    is_known = row["from_contact_id"] is not None
    if label.human and not is_known and _from_colleague(row):
        email, name = row["from_address"], row["from_name"]
        found.append({"kind": "add_contact", "quote": quote, "email": email, "name": name})
    return found


def _from_colleague(row: Mapping[str, Any]) -> bool:
    return is_colleague(row["from_address"], row["mailed_address"], row["company_domains"] or ())

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from roleferry.domain.model.ids import ContactId, MailboxId, SuppressionId, UserId
from roleferry.domain.model.people.contact import Contact
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.suppression import (
    Suppression,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
)

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def a_mailbox(user_id: UserId, **changes: Any) -> Mailbox:
    given: dict[str, Any] = {
        "id": MailboxId(uuid4()),
        "user_id": user_id,
        "address": f"ada.{uuid4().hex}@sample.example",
        "display_name": "Ada Sample",
        "provider": "mock",
        "time_zone": "Europe/London",
    }
    return Mailbox(**(given | changes))


def a_contact(user_id: UserId, **changes: Any) -> Contact:
    given: dict[str, Any] = {
        "id": ContactId(uuid4()),
        "user_id": user_id,
        "full_name": "Ben Reader",
        "email": f"ben.{uuid4().hex}@firm.example",
        "created_at": NOW,
    }
    return Contact(**(given | changes))


def a_suppression(user_id: UserId | None, **changes: Any) -> Suppression:
    given: dict[str, Any] = {
        "id": SuppressionId(uuid4()),
        "kind": SuppressionKind.ADDRESS,
        "scope": SuppressionScope.USER,
        "hashed": uuid4().hex * 2,
        "reason": SuppressionReason.ADDED_BY_USER,
        "user_id": user_id,
        "at": NOW,
    }
    return Suppression(**(given | changes))

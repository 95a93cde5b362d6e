"""A mail and everything beside it, read out of one row."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres.campaigns import campaign_of
from roleferry.adapters.postgres.connections import login_of
from roleferry.adapters.postgres.enrollments import enrollment_of
from roleferry.adapters.postgres.mailboxes import mailbox_of
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.sending.connections import Connections
from roleferry.domain.model.sending.gate_facts import Predecessor, Verdict
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.ports.outreach import OutreachCase


@dataclass(frozen=True, slots=True)
class _Stored:
    """The columns of a mailbox that jsonb holds as strings."""

    id: UUID
    user_id: UUID
    warmup_started_on: date | None
    closed_until: datetime | None


def case_of(row: Mapping[str, Any]) -> OutreachCase:
    """Return one mail with all that decides about it."""
    status = row["predecessor_status"]
    return OutreachCase(
        outreach=to(Outreach, row),
        enrollment=enrollment_of(row["enrollment"]),
        campaign=campaign_of(row["campaign"]),
        mailbox=_mailbox(row["mailbox"]),
        connections=_connections(row["connections"] or {}),
        reply_token=row["enrollment"]["reply_token"],
        gap_days=row["gap_days"],
        day=row["day"],
        same_thread=row["same_thread"],
        company_id=row["company_id"],
        application_id=row["application_id"],
        country=row["country"],
        predecessor=Predecessor(status=OutreachStatus(status), sent_at=row["predecessor_sent_at"]) if status else None,
        earlier_message_ids=tuple(row["message_ids"] or ()),
        first_subject=row["first_subject"],
        first_at=row["first_at"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        is_candidate=row["is_candidate"],
        contact_source=row["contact_source"],
        sent_today=row["sent_today"],
        last_sent_at=row["last_sent_at"],
    )


def _connections(stored: Mapping[str, Mapping[str, Any]]) -> Connections:
    """Read a mailbox's servers out of jsonb, where a sealed password is base64."""
    return Connections(
        **{name: login_of({**row, "password": b64decode(row["password"])}) for name, row in stored.items()}
    )


def _mailbox(stored: Mapping[str, Any]) -> Mailbox:
    """Read a mailbox out of jsonb, where times are strings."""
    read = to(_Stored, stored)
    return mailbox_of({**stored, **{name: getattr(read, name) for name in _Stored.__slots__}})

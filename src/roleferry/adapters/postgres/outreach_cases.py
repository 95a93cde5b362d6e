"""A mail and everything beside it, read out of one row."""

from base64 import b64decode
from collections.abc import Mapping
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
        sending_stopped=row["sending_stopped"],
    )


def _connections(stored: Mapping[str, Mapping[str, Any]]) -> Connections:
    """Read a mailbox's servers out of jsonb, where a sealed password is base64."""
    return Connections(
        **{name: login_of({**row, "password": b64decode(row["password"])}) for name, row in stored.items()}
    )


def _mailbox(stored: Mapping[str, Any]) -> Mailbox:
    """Read a mailbox out of jsonb, where ids and times are strings."""
    started, closed = stored["warmup_started_on"], stored["closed_until"]
    read = {
        "id": UUID(stored["id"]),
        "user_id": UUID(stored["user_id"]),
        "warmup_started_on": date.fromisoformat(started) if started else None,
        "closed_until": datetime.fromisoformat(closed) if closed else None,
    }
    return mailbox_of({**stored, **read})

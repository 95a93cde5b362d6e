"""Single mails as rows."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres.campaigns import campaign_of
from roleferry.adapters.postgres.connections import login_of
from roleferry.adapters.postgres.enrollments import enrollment_of
from roleferry.adapters.postgres.mailboxes import mailbox_of
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import json_text, plain, to
from roleferry.domain.model.ids import CampaignId, CompanyId, ContactId, EnrollmentId, MailboxId, OutreachId, UserId
from roleferry.domain.model.sending.attempt import Attempt
from roleferry.domain.model.sending.connections import Connections
from roleferry.domain.model.sending.gate_facts import Predecessor, Verdict
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.domain.model.writing.claims import Claim
from roleferry.ports.outreach import (
    NewOutreach,
    OutreachCase,
    OutreachChanged,
    OutreachNotFound,
    OutreachRepository,
    Words,
)

_NEW = ("id", "campaign_id", "enrollment_id", "contact_id", "mailbox_id", "step_id", "step", "send_key", "message_id")
_NEW_TEXTS = ("to_address", "to_name", "subject", "body", "time_zone", "due_at", "plan_reason", "approved_digest")
_STEP = ("step_kind", "gap_days", "day", "same_thread", "company_id", "application_id", "country")
_SAVED = (
    "user_id",
    "id",
    "version",
    "status",
    "due_at",
    "plan_reason",
    "hold_reason",
    "end_reason",
    "approved_digest",
    "attempts",
    "lease_token",
    "lease_until",
    "provider_id",
    "message_id",
    "sent_at",
    "delivered_at",
    "clicked_at",
    "replied_at",
    "bounced_at",
    "complained_at",
)


class PostgresOutreach(Repository, OutreachRepository):
    """Rows of outreach and outreach_attempts."""

    async def add_all(self, mails: Sequence[NewOutreach], *, at: datetime) -> None:
        own = [[getattr(one.outreach, name) for one in mails] for name in (*_NEW, *_NEW_TEXTS)]
        steps = [[getattr(one, name) for one in mails] for name in _STEP]
        claims = [json_text(list(one.claims)) for one in mails]
        states = [
            [one.outreach.status.value for one in mails],
            [one.outreach.hold_reason.value if one.outreach.hold_reason else None for one in mails],
        ]
        await self._execute("add_outreach", self._user_id, at, *own, *steps, claims, *states)

    async def find(self, outreach_id: OutreachId) -> Outreach:
        row = await self._one("lock_outreach", self._user_id, outreach_id)
        if row is None:
            raise OutreachNotFound("there is no such mail", outreach_id=outreach_id)
        return to(Outreach, row)

    async def save(self, outreach: Outreach) -> None:
        await self.save_all([outreach])

    async def save_all(self, outreach: Sequence[Outreach]) -> None:
        if not outreach:
            return
        columns = [[getattr(one, name) for one in outreach] for name in _SAVED]
        if await self._execute("save_outreach", *columns) != len(outreach):
            raise OutreachChanged("a mail was changed meanwhile: look again", outreach_id=outreach[0].id)

    async def edit(self, outreach: Outreach, *, claims: Sequence[Claim] = ()) -> None:
        edited = await self._execute(
            "edit_outreach",
            outreach.user_id,
            outreach.id,
            outreach.version,
            outreach.subject,
            outreach.body,
            outreach.approved_digest,
            outreach.status.value,
            outreach.hold_reason.value if outreach.hold_reason else None,
            outreach.to_address,
            outreach.to_name,
            plain(list(claims)),
        )
        if not edited:
            raise OutreachChanged("the mail was changed meanwhile: look again", outreach_id=outreach.id)

    async def rewritable(self, campaign_id: CampaignId) -> Sequence[Outreach]:
        return await self._outreach("lock_rewritable_outreach", self._user_id, campaign_id)

    async def rewrite(self, outreach: Sequence[Outreach], *, claims: Sequence[Sequence[Claim] | None]) -> None:
        if not outreach:
            return
        columns = (
            [one.id for one in outreach],
            [one.version for one in outreach],
            [one.subject for one in outreach],
            [one.body for one in outreach],
            [None if each is None else json_text(list(each)) for each in claims],
            [one.status.value for one in outreach],
            [one.hold_reason.value if one.hold_reason else None for one in outreach],
            [one.approved_digest for one in outreach],
        )
        if await self._execute("rewrite_outreach", self._user_id, *columns) != len(outreach):
            raise OutreachChanged("a mail was changed meanwhile: look again", outreach_id=outreach[0].id)

    async def has_open(self, enrollment_id: EnrollmentId) -> bool:
        return await self._one("find_open_outreach", self._user_id, enrollment_id) is not None

    async def words(self, outreach_id: OutreachId) -> Words | None:
        row = await self._one("find_words", self._user_id, outreach_id)
        return to(Words, row) if row else None

    async def claims_of(self, outreach_id: OutreachId) -> Sequence[Claim]:
        row = await self._one("find_outreach_claims", self._user_id, outreach_id)
        return [to(Claim, one) for one in row["claims"]] if row else []

    async def open_of(
        self, *, campaign_id: CampaignId | None = None, enrollment_ids: Sequence[EnrollmentId] | None = None
    ) -> Sequence[Outreach]:
        enrollments = None if enrollment_ids is None else list(enrollment_ids)
        return await self._outreach("lock_open_outreach", self._user_id, campaign_id, enrollments)

    async def cases(self, outreach_ids: Sequence[OutreachId], *, now: datetime) -> Sequence[OutreachCase]:
        rows = await self._many("list_outreach_cases", self._user_id, list(outreach_ids), now)
        return [_case(row) for row in rows]

    async def claimable(self, *, now: datetime, limit: int) -> Sequence[OutreachId]:
        return [OutreachId(row["id"]) for row in await self._many("claim_due", now, limit)]

    async def expired(self, *, limit: int) -> Sequence[Outreach]:
        return await self._outreach("lock_expired_outreach", limit)

    async def doubtful(self, *, older_than_seconds: float, limit: int) -> Sequence[Outreach]:
        return await self._outreach("lock_doubtful_outreach", older_than_seconds, limit)

    async def begin_attempts(self, attempts: Sequence[Attempt], *, lease_seconds: float) -> None:
        names = ("user_id", "outreach_id", "number", "token", "provider", "started_at")
        columns = [[getattr(one, name) for one in attempts] for name in names]
        if await self._execute("begin_attempts", lease_seconds, *columns) != len(attempts):
            raise OutreachChanged("a claimed mail was changed meanwhile")

    async def end_attempt(self, attempt: Attempt) -> None:
        await self._execute(
            "end_attempt",
            attempt.user_id,
            attempt.outreach_id,
            attempt.token,
            attempt.ended_at,
            attempt.outcome.value if attempt.outcome else None,
            attempt.code,
            attempt.detail,
            attempt.provider_id,
        )

    async def company_visits(
        self, company_ids: Sequence[CompanyId], *, since: datetime, user_id: UserId, planned: bool
    ) -> Sequence[tuple[CompanyId, datetime, str, ContactId, OutreachId]]:
        rows = await self._many("list_company_visits", user_id, list(company_ids), since, planned)
        return [
            (
                CompanyId(row["company_id"]),
                row["at"],
                row["time_zone"],
                ContactId(row["contact_id"]),
                OutreachId(row["id"]),
            )
            for row in rows
        ]

    async def address_of(self, contact_id: ContactId) -> str | None:
        row = await self._one("find_contact_address", self._user_id, contact_id)
        address: str | None = row["email"] if row else None
        return address

    async def recent_first_mails(
        self,
        *,
        user_id: UserId,
        mailbox_id: MailboxId | None = None,
        campaign_id: CampaignId | None = None,
        limit: int,
    ) -> Sequence[bool]:
        rows = await self._many("list_recent_first_mails", user_id, mailbox_id, campaign_id, limit)
        return [row["bounced"] for row in reversed(rows)]

    async def _outreach(self, statement: str, *args: object) -> Sequence[Outreach]:
        return [to(Outreach, row) for row in await self._many(statement, *args)]


@dataclass(frozen=True, slots=True)
class _Stored:
    """The columns of a mailbox that jsonb holds as strings."""

    id: UUID
    user_id: UUID
    warmup_started_on: date | None
    closed_until: datetime | None


def _case(row: Mapping[str, Any]) -> OutreachCase:
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

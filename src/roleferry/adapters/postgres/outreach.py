"""Single mails as rows."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from roleferry.adapters.postgres.outreach_cases import case_of
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import json_text, plain, to
from roleferry.domain.model.ids import CampaignId, CompanyId, ContactId, EnrollmentId, MailboxId, OutreachId, UserId
from roleferry.domain.model.sending.attempt import Attempt
from roleferry.domain.model.sending.outreach import FAILED_BEFORE, Outreach
from roleferry.domain.model.writing.claims import Claim
from roleferry.ports.outreach import (
    Acceptance,
    CompanyVisit,
    LatestAttempt,
    MailRef,
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
        owners = [self._user_id] * len(outreach_ids)
        return [case_of(row) for row in await self._many("list_outreach_cases", owners, list(outreach_ids), now)]

    async def cases_of(self, mails: Sequence[MailRef], *, now: datetime) -> Sequence[OutreachCase]:
        return [case_of(row) for row in await self._many("list_outreach_cases", *_pairs(mails), now)]

    async def claim(self, *, now: datetime, limit: int, token: str, lease_seconds: float) -> Sequence[MailRef]:
        rows = await self._many("claim_due", now, limit, token, lease_seconds)
        return [MailRef(UserId(row["user_id"]), OutreachId(row["id"])) for row in rows]

    async def lock_claimed(self, mails: Sequence[MailRef], *, token: str, now: datetime) -> frozenset[OutreachId]:
        rows = await self._many("lock_claimed", *_pairs(mails), token, now)
        return frozenset(OutreachId(row["id"]) for row in rows)

    async def release_claims(self, mails: Sequence[MailRef], *, token: str) -> None:
        await self._execute("release_claims", *_pairs(mails), token)

    async def expired(self, *, limit: int) -> Sequence[Outreach]:
        return await self._outreach("lock_expired_outreach", limit)

    async def doubtful(self, *, older_than_seconds: float, limit: int) -> Sequence[Outreach]:
        return await self._outreach("lock_doubtful_outreach", older_than_seconds, limit)

    async def begin_attempts(self, attempts: Sequence[Attempt], *, lease_seconds: float) -> None:
        names = ("user_id", "outreach_id", "token", "provider", "started_at")
        if await self._execute("begin_attempts", lease_seconds, *_columns(attempts, names)) != len(attempts):
            raise OutreachChanged("a claimed mail was changed meanwhile")

    async def take_back_attempts(self, attempts: Sequence[Attempt]) -> None:
        await self._execute("take_back_attempts", *_columns(attempts, ("user_id", "outreach_id", "token")))

    async def accept_attempts(self, accepted: Sequence[Acceptance], *, recorded_at: datetime) -> frozenset[OutreachId]:
        names = ("user_id", "outreach_id", "token", "at", "provider_id", "message_id", "event_id")
        rows = await self._many("accept_attempts", *_columns(accepted, names), recorded_at)
        return frozenset(OutreachId(row["id"]) for row in rows)

    async def end_attempts(self, attempts: Sequence[Attempt]) -> None:
        names = ("user_id", "outreach_id", "token", "ended_at", "outcome", "code", "detail", "provider_id")
        await self._execute("end_attempts", *_columns(attempts, names))

    async def latest_attempt(self, outreach_id: OutreachId) -> LatestAttempt | None:
        row = await self._one("find_latest_attempt", self._user_id, outreach_id)
        return LatestAttempt(started_at=row["started_at"], age=timedelta(seconds=row["age"])) if row else None

    async def canceled_by_failure(self, enrollment_id: EnrollmentId) -> Sequence[Outreach]:
        return await self._outreach("lock_canceled_outreach", self._user_id, enrollment_id, FAILED_BEFORE)

    async def doubt_due(self, *, now: datetime) -> int:
        return await self._execute("doubt_due_outreach", now)

    async def let_through(self, outreach_id: OutreachId) -> None:
        await self._execute("let_outreach_through", self._user_id, outreach_id)

    async def company_calendars(
        self, companies: Sequence[tuple[UserId, CompanyId]], *, since: datetime
    ) -> Sequence[CompanyVisit]:
        owners, asked = [one for one, _ in companies], [one for _, one in companies]
        return [to(CompanyVisit, row) for row in await self._many("list_company_calendars", owners, asked, since)]

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


def _pairs(mails: Sequence[MailRef]) -> tuple[list[UserId], list[OutreachId]]:
    return [one.user_id for one in mails], [one.id for one in mails]


def _columns(values: Sequence[object], names: Sequence[str]) -> list[list[Any]]:
    return [[getattr(one, name) for one in values] for name in names]

"""What came in, as rows."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import ContactId, OutreachId, UserId
from roleferry.ports.raw_events import SUSPECT_AFTER, CapturedDelivery, FoundMail, RawEvent, RawEvents, RawEventStatus


class PostgresRawEvents(Repository, RawEvents):
    """Rows of raw_events."""

    async def add(self, event: RawEvent) -> bool:
        added = await self._execute(
            "add_raw_event",
            event.id,
            event.provider,
            event.provider_event_id,
            event.content_type,
            event.body,
            event.received_at,
        )
        return added == 1

    async def claim(self, *, now: datetime, until: datetime, limit: int) -> Sequence[RawEvent]:
        rows = await self._many("claim_raw_events", now, until, limit, SUSPECT_AFTER)
        return sorted((RawEvent(**dict(row)) for row in rows), key=_turn)

    async def settle(self, event_id: UUID, status: RawEventStatus, *, at: datetime, error: str | None = None) -> None:
        await self._execute("settle_raw_event", event_id, status.value, at, error)

    async def put_off(self, event_id: UUID, *, until: datetime, error: str, failed: bool) -> None:
        await self._execute("put_off_raw_event", event_id, until, error, failed)

    async def replay(self, event_id: UUID, *, at: datetime) -> RawEventStatus | None:
        row = await self._one("replay_raw_event", event_id, at)
        return RawEventStatus(row["was"]) if row else None

    async def locate(
        self,
        *,
        message_ids: Sequence[str] = (),
        provider_ids: Sequence[str] = (),
        outreach_ids: Sequence[OutreachId] = (),
        send_keys: Sequence[str] = (),
    ) -> Sequence[FoundMail]:
        names = (list(message_ids), list(provider_ids), list(outreach_ids), list(send_keys))
        rows = await self._many("locate_outreach", *names)
        return [
            FoundMail(
                user_id=UserId(row["user_id"]),
                outreach_id=OutreachId(row["outreach_id"]),
                contact_id=ContactId(row["contact_id"]),
                message_id=row["message_id"],
                to_address=row["to_address"],
                mailbox_address=row["mailbox_address"],
                provider_id=row["provider_id"],
            )
            for row in rows
        ]

    async def undelivered_mock_mails(self, *, sent_by: datetime, limit: int) -> Sequence[CapturedDelivery]:
        return [to(CapturedDelivery, row) for row in await self._many("list_undelivered_mock_mails", sent_by, limit)]


def _turn(event: RawEvent) -> tuple[bool, datetime, UUID]:
    """Order a batch: one that has failed again and again goes last, so that it takes nobody with it."""
    return event.attempts > SUSPECT_AFTER, event.received_at, event.id

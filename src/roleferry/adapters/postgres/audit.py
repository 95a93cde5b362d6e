"""The append-only log."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import asyncpg
from structlog.contextvars import get_contextvars

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain
from roleferry.domain.model.ids import UserId
from roleferry.ports.transactions import Audit


class PostgresAudit(Repository, Audit):
    """Rows of audit_log; the database grants neither update nor delete."""

    def __init__(
        self, connection: asyncpg.Connection, user_id: UserId | None, *, now: datetime, new_id: Callable[[], UUID]
    ) -> None:
        super().__init__(connection, user_id)
        self._now = now
        self._new_id = new_id

    async def record(
        self, action: str, *, entity: str, entity_id: UUID | None = None, user_id: UserId | None = None, **facts: object
    ) -> None:
        await self._execute(
            "record_audit",
            user_id or self._user_id,
            self._new_id(),
            "user" if self._user_id else "system",
            action,
            entity,
            entity_id,
            plain(facts),
            get_contextvars().get("request_id"),
            self._now,
        )

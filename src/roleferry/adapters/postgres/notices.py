"""Notices as rows."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain
from roleferry.domain.model.ids import UserId
from roleferry.ports.notices import NoticeRepository


class PostgresNotices(Repository, NoticeRepository):
    """Rows of notices."""

    def __init__(self, connection: Any, user_id: UserId | None, *, now: datetime, new_id: Callable[[], UUID]) -> None:
        super().__init__(connection, user_id)
        self._now = now
        self._new_id = new_id

    async def add(
        self, code: str, message: str, *, level: str = "info", dedupe_key: str | None = None, **facts: object
    ) -> None:
        await self._execute(
            "add_notice", self._user_id, self._new_id(), code, level, message, plain(facts), dedupe_key, self._now
        )

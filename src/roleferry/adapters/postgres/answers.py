"""Kept answers, each step its own short transaction so that it holds across processes."""

import msgspec

from roleferry.adapters.postgres.reads import PostgresReads
from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.postgres.transactions import opening
from roleferry.domain.model.ids import UserId
from roleferry.ports.idempotency import Answers, KeptAnswer

_ABANDONED_SECONDS = 60.0


class PostgresAnswers(PostgresReads, Answers):
    """Rows of idempotency_keys."""

    async def take(self, user_id: UserId, key: str, fingerprint: bytes) -> bool:
        return await self._write(user_id, "begin_idempotent", user_id, key, fingerprint, _ABANDONED_SECONDS) is not None

    async def find(self, user_id: UserId, key: str) -> KeptAnswer | None:
        row = await self.one(user_id, "find_idempotent", user_id, key)
        if row is None:
            return None
        return KeptAnswer(
            fingerprint=row["fingerprint"], status=row["status"], headers=row["headers"] or {}, body=row["body"] or b""
        )

    async def keep(self, user_id: UserId, key: str, answer: KeptAnswer) -> None:
        headers = msgspec.to_builtins(answer.headers)
        await self._write(user_id, "finish_idempotent", user_id, key, answer.status, headers, answer.body)

    async def release(self, user_id: UserId, key: str) -> None:
        await self._write(user_id, "release_idempotent", user_id, key)

    async def _write(self, user_id: UserId, statement: str, *args: object) -> object:
        async with self._pool.acquire() as connection:
            await connection.execute(opening(user_id))
            row = await connection.fetchrow(STATEMENTS[statement], *args)
            await connection.execute("COMMIT")
            return row

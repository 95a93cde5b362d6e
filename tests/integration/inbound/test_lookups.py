"""What names a mail is looked up in an index of its own, however many mails there are."""

import asyncpg

from roleferry.adapters.postgres.statements import STATEMENTS
from tests.app import App


async def test_a_mail_is_found_by_each_of_its_names_without_looking_through_all(app: App) -> None:
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        await connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        await connection.execute("SET LOCAL enable_seqscan = off")
        plan = await _plan(connection, "locate_outreach", 4)
    used = {index for index in _INDEXES if index in plan}
    assert used == _INDEXES


async def test_what_mailboxes_are_due_is_read_from_one_index_however_many_there_are(app: App) -> None:
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        await connection.execute("SET LOCAL enable_seqscan = off")
        plans = [await _plan(connection, "claim_inboxes", 3), await _plan(connection, "are_inboxes_waiting", 0)]
    for plan in plans:
        assert "ix_inboxes_due" in plan
        assert "Index Cond: (due_at <= now())" in plan


_INDEXES = {"uq_outreach_message_id", "ix_outreach_provider", "ix_outreach_id", "uq_outreach_send_key"}


async def _plan(connection: asyncpg.Connection, name: str, count: int) -> str:
    await connection.execute(f"PREPARE looked_up AS {STATEMENTS[name]}")
    given = f"({', '.join(['NULL'] * count)})" if count else ""
    rows = await connection.fetch(f"EXPLAIN EXECUTE looked_up {given}")
    await connection.execute("DEALLOCATE looked_up")
    return "\n".join(row[0] for row in rows)

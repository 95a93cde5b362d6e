"""Whoever is newer than the database's statistics is read by the right index too."""

from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import asyncpg
import pytest

from roleferry.adapters.postgres.statements import STATEMENTS

_LOOSE = """
ALTER TABLE outreach DROP CONSTRAINT fk_outreach_enrollment, DROP CONSTRAINT fk_outreach_campaign;
ALTER TABLE outreach_events DROP CONSTRAINT fk_outreach_events_outreach;
ALTER TABLE enrollments DROP CONSTRAINT fk_enrollments_campaign, DROP CONSTRAINT fk_enrollments_contact,
                        DROP CONSTRAINT fk_enrollments_mailbox;
"""
_MAILS = """
INSERT INTO outreach (user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, step_kind,
                      gap_days, day, same_thread, to_address, to_name, time_zone, subject, status, due_at, send_key,
                      message_id, sent_at, created_at)
SELECT $1, id, $1, id, id, $1, $1, 1, 'initial', 0, 0, false, 'mia@firm.example', 'Mia Example', 'Europe/Lisbon',
       'A subject', 'delivered', now(), id::text, id::text, now(), now()
  FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 2000)) made
"""
_ENROLLMENTS = """
INSERT INTO enrollments (user_id, id, campaign_id, contact_id, mailbox_id, state, reply_token, started_at)
SELECT $1, id, $1, id, $1, 'active', id::text, now()
  FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 2000)) made
"""
_ENROLLMENT_OF_A_MAIL = "SELECT 1 FROM ONLY enrollments x WHERE user_id = $1 AND id = $2 FOR KEY SHARE OF x"
_EVENTS = """
INSERT INTO outreach_events (user_id, id, outreach_id, type, at, recorded_at, dedupe_key)
SELECT user_id, id, id, 'sent', now(), now(), 'sent' FROM outreach WHERE user_id = $1
"""
_LOOK_UPS = ("find_open_outreach", "find_outreach_claims", "list_mail_events")


@pytest.fixture
async def owner(fresh_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to a database whose statistics know one person alone."""
    connection = await asyncpg.connect(fresh_database_url)
    await connection.execute(_LOOSE)
    await _write(connection, uuid4())
    await connection.execute("ANALYZE")
    yield connection
    await connection.close()


async def test_a_newcomers_mail_is_found_without_reading_all_their_mails(owner: asyncpg.Connection) -> None:
    newcomer, named = uuid4(), uuid4()
    await _write(owner, newcomer)
    for name in _LOOK_UPS:
        await owner.execute(f"PREPARE {name} AS {STATEMENTS[name]}")
        plan = [row[0] for row in await owner.fetch(f"EXPLAIN EXECUTE {name} ('{newcomer}', '{named}')")]
        assert any("Index Cond" in line and str(named) in line for line in plan), plan


async def test_a_mail_of_a_launch_under_way_finds_its_enrollment_though_a_vacuum_saw_none(
    owner: asyncpg.Connection, fresh_database_url: str
) -> None:
    launching = await asyncpg.connect(fresh_database_url, server_settings={"role": "roleferry_system"})
    async with launching.transaction():
        await launching.execute(_ENROLLMENTS, uuid4())
        await owner.execute("VACUUM ANALYZE enrollments")
        await launching.execute(f"PREPARE of_a_mail (uuid, uuid) AS {_ENROLLMENT_OF_A_MAIL}")
        await launching.execute("SET LOCAL plan_cache_mode = force_generic_plan")  # as a foreign key's is
        plan = [row[0] for row in await launching.fetch("EXPLAIN EXECUTE of_a_mail (NULL, NULL)")]
    await launching.close()
    assert any("Index Cond" in line and "(id = $2)" in line for line in plan), plan


async def _write(owner: asyncpg.Connection, user_id: UUID) -> None:
    await owner.execute("SET ROLE roleferry_system")
    await owner.execute(_MAILS, user_id)
    await owner.execute(_EVENTS, user_id)
    await owner.execute("RESET ROLE")

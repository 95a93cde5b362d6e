"""A launch whose process is killed in the middle leaves nothing behind, and can be done again."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from benchmarks.people import add_people, target_all
from roleferry.domain.model.ids import CampaignId, ContactId
from roleferry.domain.model.sending.tokens import send_key
from tests.app import App
from tests.integration.sending.journey import RESUME

_PEOPLE = 260
"""More than one batch of a launch."""
_STEPS = [
    {"kind": "initial", "day": 0, "subject": "{{ contact.first_name }}, a question", "body": "May I ask you one?"},
    {"kind": "final", "day": 7, "subject": "The question", "body": "May I still ask you?"},
]
_LAST = "SELECT contact_id FROM campaign_targets WHERE campaign_id = $1 ORDER BY contact_id DESC LIMIT 1"
_ENROLLMENT = """
INSERT INTO enrollments (user_id, id, campaign_id, contact_id, mailbox_id, state, reply_token, started_at)
SELECT $1, $2, $3, $4, m.id, 'stopped', $2::uuid::text, now() FROM mailboxes m WHERE m.user_id = $1 LIMIT 1
"""
_SAME_KEY = """
INSERT INTO outreach (user_id, id, campaign_id, enrollment_id, contact_id, mailbox_id, step_id, step, step_kind,
                      gap_days, day, same_thread, to_address, to_name, time_zone, subject, status, due_at, send_key,
                      message_id, created_at)
SELECT e.user_id, e.id, e.campaign_id, e.id, e.contact_id, e.mailbox_id, e.id, 1, 'initial', 0, 0, false, 'x@x.example',
       'X', 'UTC', 'X', 'canceled', now(), $2, $2, now() FROM enrollments e WHERE e.id = $1
"""
_WRITING = """
SELECT count(*) FILTER (WHERE wait_event_type = 'Lock') AS stalled, count(*) FILTER (WHERE state <> 'idle') AS at_work
  FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%INSERT INTO outreach (%'
"""
_ROWS = """
SELECT (SELECT status FROM campaigns WHERE id = $1) AS status,
       (SELECT count(*) FROM enrollments WHERE campaign_id = $1) AS enrollments,
       (SELECT count(*) FROM outreach WHERE campaign_id = $1) AS mails,
       (SELECT count(DISTINCT (contact_id, step)) FROM outreach WHERE campaign_id = $1) AS apart,
       (SELECT count(*) FROM audit_log WHERE entity_id = $1 AND action = 'campaign.launched') AS launches
"""
NOTHING = {"status": "draft", "enrollments": 0, "mails": 0, "apart": 0, "launches": 0}
EVERYTHING = {
    "status": "active",
    "enrollments": _PEOPLE,
    "mails": _PEOPLE * len(_STEPS),
    "apart": _PEOPLE * len(_STEPS),
    "launches": 1,
}


@pytest.fixture
async def system(fresh_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection that sees everybody's rows."""
    connection = await asyncpg.connect(fresh_database_url, server_settings={"role": "roleferry_system"})
    yield connection
    await connection.close()


@pytest.fixture
async def owner(fresh_database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection that sees what the others are doing."""
    connection = await asyncpg.connect(fresh_database_url)
    yield connection
    await connection.close()


@pytest.fixture
def environment(fresh_database_url: str, redis_url: str, tmp_path: Path) -> Mapping[str, str]:
    """What a process of the service is started with."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("ROLEFERRY_")},
        "ROLEFERRY_ENV": "dev",
        "ROLEFERRY_HOME": str(tmp_path),
        "DATABASE_URL": fresh_database_url,
        "REDIS_URL": redis_url,
    }


async def test_a_launch_killed_in_the_middle_leaves_nothing_and_is_done_again_exactly_once(
    app: App, system: asyncpg.Connection, owner: asyncpg.Connection, environment: Mapping[str, str]
) -> None:
    campaign, digest = await _ready_to_launch(app, system)
    in_the_way = system.transaction()
    await in_the_way.start()
    await _stand_in_the_way(app, system, campaign)
    command = (sys.executable, "-m", "tests.e2e.launching", str(app.user_id), str(campaign), digest)
    process = await asyncio.create_subprocess_exec(*command, env=environment)
    async with asyncio.timeout(60):
        while not (await _row(owner, _WRITING))["stalled"]:
            if process.returncode is not None:  # it waits for a lock no longer than any transaction does
                process = await asyncio.create_subprocess_exec(*command, env=environment)
            await asyncio.sleep(0.05)
        process.kill()
        await process.wait()
        await in_the_way.rollback()
        while (await _row(owner, _WRITING))["at_work"]:
            pass
    assert await _row(system, _ROWS, campaign) == NOTHING

    await app.post(f"/campaigns/{campaign}/launch", {"digest": digest}, expect=200)
    assert await _row(system, _ROWS, campaign) == EVERYTHING

    await app.post(f"/campaigns/{campaign}/launch", {"digest": digest}, expect=409)
    assert await _row(system, _ROWS, campaign) == EVERYTHING


async def _ready_to_launch(app: App, system: asyncpg.Connection) -> tuple[UUID, str]:
    await app.finished(await app.post("/resume/upload", expect=202, files={"file": ("ada.txt", RESUME)}))
    await add_people(system, app.user_id, people=_PEOPLE)
    sequence = await app.post("/sequence-templates", {"name": "Two", "steps": _STEPS})
    body = {"name": "Everybody", "template_id": sequence["id"]}
    campaign = UUID((await app.post("/campaigns", body))["id"])
    await target_all(system, app.user_id, campaign)
    preview = await app.get(f"/campaigns/{campaign}/preview")
    assert preview["can_launch"], preview["blockers"]
    return campaign, preview["digest"]


async def _stand_in_the_way(app: App, system: asyncpg.Connection, campaign: UUID) -> None:
    """Write a mail of the same name as one of the last to be made, so that who makes that one waits for us."""
    last = ContactId((await _row(system, _LAST, campaign))["contact_id"])
    other, enrollment = UUID((await app.post("/campaigns", {"name": "Another"}))["id"]), uuid4()
    await system.execute(_ENROLLMENT, app.user_id, enrollment, other, last)
    await system.execute(_SAME_KEY, enrollment, send_key(CampaignId(campaign), last, 1))


async def _row(connection: asyncpg.Connection, sql: str, *args: object) -> dict[str, Any]:
    row = await connection.fetchrow(sql, *args)
    assert row is not None
    return dict(row)

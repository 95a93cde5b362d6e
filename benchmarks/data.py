"""What the read endpoints are measured on: one person's thousand jobs and mails, and what came of them."""

import json
from pathlib import Path
from uuid import UUID

import asyncpg

from benchmarks.mails import SYSTEM
from roleferry.adapters.stub_auth import DEMO_USER
from tests.app import running_app

__all__ = ("SYSTEM", "fill")

_JOBS, _PEOPLE, _RECENT = 1000, 250, 10
"""Four mails to each of the people; of the last days are those to the recent, which no night has counted yet."""
_LINES = [
    {"text": f"You will own part {place} of the platform.", "span": {"start": 0, "end": 38}} for place in range(12)
]
_PARSED = {
    "responsibilities": _LINES,
    "requirements": [],
    "skills": [],
    "benefits": [],
    "pain_points": _LINES,
    "buckets": {},
    "thin": False,
    "work_mode": "remote",
    "employment_type": "full_time",
    "seniority": "senior",
    "years_required": 5,
    "salary": None,
}
_JOB_ROWS = """
INSERT INTO jobs (user_id, id, title, company, location, fingerprint, raw_description, parsed, created_at)
SELECT $1, md5('job' || n)::uuid, 'Engineer ' || n, 'Company ' || n % 50, 'Lisbon', n::text,
       repeat('A sentence of an advert. ', 80), $3::jsonb, now() - n * interval '1 minute'
  FROM generate_series(1, $2) AS n
"""
_APPLICATION_ROWS = """
INSERT INTO applications (user_id, id, job_id, status, furthest, created_at, updated_at)
SELECT user_id, id, id, stage, stage, created_at, created_at
  FROM jobs, LATERAL (SELECT CASE WHEN fingerprint::integer % 50 = 0 THEN 'interviewing'
                                  WHEN fingerprint::integer % 10 = 0 THEN 'applied' ELSE 'saved' END AS stage) s
 WHERE user_id = $1
"""
_INTERVIEW_ROWS = """
INSERT INTO application_history (user_id, id, application_id, to_status, actor, at)
SELECT user_id, id, id, furthest, 'user', now() - interval '1 day' FROM applications
 WHERE user_id = $1 AND furthest = 'interviewing'
"""
_LOOSE = """
ALTER TABLE outreach DROP CONSTRAINT fk_outreach_enrollment, DROP CONSTRAINT fk_outreach_campaign;
ALTER TABLE campaign_metrics DROP CONSTRAINT fk_campaign_metrics_campaign;
"""
_MAIL_ROWS = """
INSERT INTO outreach (user_id, id, campaign_id, enrollment_id, contact_id, application_id, mailbox_id, step_id, step,
                      step_kind, gap_days, day, same_thread, to_address, to_name, time_zone, subject, body, status,
                      due_at, send_key, message_id, provider, sent_at, delivered_at, clicked_at, replied_at, bounced_at,
                      created_at)
SELECT $1, md5('mail' || who || ' ' || step)::uuid, md5('campaign' || who / 50)::uuid, md5('person' || who)::uuid,
       md5('person' || who)::uuid, md5('job' || 1 + who % 100)::uuid, md5('mailbox')::uuid, md5('step' || step)::uuid,
       step, 'initial', 0, 0, false, 'mia@firm.example', 'Mia Example', 'Europe/Lisbon', 'A subject', 'A body.',
       'delivered', sent, 'k' || who || ' ' || step, 'm' || who || ' ' || step, 'mock', sent,
       CASE WHEN who % 20 <> 0 THEN sent + interval '1 minute' END,
       CASE WHEN who % 20 <> 0 AND who % 9 = 0 THEN sent + interval '1 hour' END,
       CASE WHEN who % 20 <> 0 AND who % 8 = 1 AND step = 2 THEN sent + who * interval '10 minutes' END,
       CASE WHEN who % 20 = 0 THEN sent + interval '1 minute' END, sent
  FROM generate_series($2::integer, $3::integer) who, generate_series(1, 4) step,
       LATERAL (SELECT now() - interval '70 hours' + step * interval '5 hours'
                       - CASE WHEN $4::boolean THEN who * interval '1 hour' ELSE who * interval '8 hours' END
                       AS sent) m
"""
_EVENT_ROWS = """
INSERT INTO outreach_events (user_id, id, outreach_id, type, facts, at, recorded_at, dedupe_key)
SELECT o.user_id, md5(o.id || e.type)::uuid, o.id, e.type, e.facts::jsonb, e.at, e.at, e.type
  FROM outreach o,
       LATERAL (VALUES ('sent', o.sent_at, '{}'), ('delivered', o.delivered_at, '{}'), ('clicked', o.clicked_at, '{}'),
                       ('bounced', o.bounced_at, '{"bounce": "hard"}'),
                       ('replied', o.replied_at,
                        CASE WHEN o.replied_at < o.sent_at + interval '1 day' THEN '{"positive": true}' ELSE '{}' END)
               ) e (type, at, facts)
 WHERE o.user_id = $1 AND e.at IS NOT NULL
ON CONFLICT DO NOTHING
"""


async def fill(database_url: str, redis_url: str, home: Path) -> UUID:
    """Write the rows, work through the night before the last days' mails, and return the id of one job."""
    system = await asyncpg.connect(database_url, server_settings=SYSTEM)
    owner = await asyncpg.connect(database_url)
    try:
        await owner.execute(_LOOSE)
        await system.execute(_JOB_ROWS, DEMO_USER, _JOBS, json.dumps(_PARSED))
        await system.execute(_APPLICATION_ROWS, DEMO_USER)
        await system.execute(_INTERVIEW_ROWS, DEMO_USER)
        await _write(system, _RECENT, _PEOPLE - 1, recent=False)
        async with running_app(database_url, redis_url, home) as app:
            await app.container.roll_up_figures()(DEMO_USER)
        await _write(system, 0, _RECENT - 1, recent=True)
        await owner.execute("VACUUM ANALYZE")
        job_id: UUID = await system.fetchval("SELECT id FROM jobs WHERE user_id = $1 LIMIT 1", DEMO_USER)
    finally:
        await system.close()
        await owner.close()
    return job_id


async def _write(system: asyncpg.Connection, first: int, last: int, *, recent: bool) -> None:
    """Write the mails to these people, and the log of them."""
    await system.execute(_MAIL_ROWS, DEMO_USER, first, last, recent)
    await system.execute(_EVENT_ROWS, DEMO_USER)
